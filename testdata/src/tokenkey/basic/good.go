package basic

import (
	crand "crypto/rand"
	"crypto/rsa"
	"encoding/base64"
	"errors"
	"os"

	"github.com/golang-jwt/jwt/v5"
	"github.com/gorilla/securecookie"
	"github.com/gorilla/sessions"
)

func random(token *jwt.Token) (string, error) {
	key := make([]byte, 32)
	crand.Read(key)
	return token.SignedString(key)
}

func generated() *sessions.CookieStore {
	return sessions.NewCookieStore(securecookie.GenerateRandomKey(32))
}

func checked(token *jwt.Token) (string, error) {
	key := os.Getenv("JWT_KEY")
	if len(key) < 32 {
		return "", errors.New("JWT_KEY is too short")
	}
	return token.SignedString([]byte(key))
}

func decoded(token *jwt.Token) (string, error) {
	key, err := base64.StdEncoding.DecodeString(os.Getenv("JWT_KEY_BASE64"))
	if err != nil || len(key) < 32 {
		return "", errors.New("JWT_KEY_BASE64 must hold 32 bytes")
	}
	return token.SignedString(key)
}

func fromFile(token *jwt.Token) (string, error) {
	key, err := os.ReadFile("/run/secrets/jwt")
	if err != nil {
		return "", err
	}
	return token.SignedString(key)
}

func asymmetric(token *jwt.Token, key *rsa.PrivateKey) (string, error) {
	return token.SignedString(key)
}

// refused: the package knows the default and does not use it.
func refused(token *jwt.Token) (string, error) {
	key := "default of the example"
	if path := os.Getenv("KEY"); path != "" {
		key = path
	}
	if key == "default of the example" {
		return "", errors.New("set KEY")
	}
	return token.SignedString([]byte(key))
}

// A name is no key.
const headerName = "X-Token-Key"

var defaultKeyName = "session-key"

func names() []string { return []string{headerName, defaultKeyName} }
