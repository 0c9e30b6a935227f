// Package basic makes keys in one function.
package basic

import (
	crand "crypto/rand"
	"crypto/sha256"
	"fmt"
	mrand "math/rand"
	"os"

	"github.com/golang-jwt/jwt/v5"
	"github.com/gorilla/securecookie"
	"github.com/gorilla/sessions"
)

func literal(token *jwt.Token) (string, error) {
	return token.SignedString([]byte("very secret")) // want tokenkey:"signing key is written in the code"
}

var packageKey = []byte("of the package") // want tokenkey:"signing key is written in the code"

func variable(token *jwt.Token) (string, error) { return token.SignedString(packageKey) }

const constantKey = "a constant" // want tokenkey:"verification key is written in the code"

func verify(text string) (*jwt.Token, error) {
	return jwt.Parse(text, func(*jwt.Token) (any, error) { return []byte(constantKey), nil })
}

func store() *sessions.CookieStore {
	return sessions.NewCookieStore([]byte("super-secret-key")) // want tokenkey:"session store key is written in the code"
}

func cookies() *securecookie.SecureCookie {
	return securecookie.New([]byte("hash key of thirty-two characters"), nil) // want tokenkey:"is written in the code"
}

func digest(token *jwt.Token) (string, error) {
	sum := sha256.Sum256([]byte("of a constant")) // want tokenkey:"signing key is written in the code"
	return token.SignedString(sum[:])
}

func formatted(token *jwt.Token) (string, error) {
	return token.SignedString([]byte(fmt.Sprintf("%s-%d", "prefix", 42))) // want tokenkey:"signing key is written in the code"
}

func fallback(token *jwt.Token) (string, error) {
	key := os.Getenv("SIGNING_KEY")
	if key == "" {
		key = "changeme" // want tokenkey:"signing key is written in the code"
	}
	return token.SignedString([]byte(key))
}

func environment(token *jwt.Token) (string, error) {
	return token.SignedString([]byte(os.Getenv("JWT_SECRET"))) // want tokenkey:"signing key is empty if environment variable JWT_SECRET is not set, and an empty key signs anything"
}

func short(token *jwt.Token) (string, error) {
	key := make([]byte, 8)
	crand.Read(key) // want tokenkey:"signing key has only 8 bytes, at least 32 are needed"
	return token.SignedString(key)
}

func weak(token *jwt.Token) (string, error) {
	key := make([]byte, 32)
	mrand.Read(key) // want tokenkey:"signing key from .*rand.Read.? is predictable"
	return token.SignedString(key)
}

var byName = map[string][]byte{"a": []byte("one"), "b": []byte("two")} // want tokenkey:"signing key is written in the code"

func chosen(token *jwt.Token, name string) (string, error) { return token.SignedString(byName[name]) }
