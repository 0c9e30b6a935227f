// Package publickey hands out the bytes of a public key: as the key of an HMAC,
// everybody has it.
package publickey

import (
	"crypto/ed25519"
	"crypto/rsa"
	"crypto/x509"
	"encoding/pem"
	"errors"
	"os"

	"github.com/golang-jwt/jwt/v5"
)

const text = `-----BEGIN PUBLIC KEY-----
MCowBQYDK2VwAyEAGb9ECWmEzf6FQbrBZ9w7lshQhqowtrbLDFw4rXAxZuE=
-----END PUBLIC KEY-----`

func encoded(raw string, key *rsa.PublicKey) (*jwt.Token, error) {
	der, err := x509.MarshalPKIXPublicKey(key)
	if err != nil {
		return nil, err
	}
	block := pem.EncodeToMemory(&pem.Block{Type: "PUBLIC KEY", Bytes: der})
	return jwt.Parse(raw, func(*jwt.Token) (any, error) { return block, nil }) // want tokenverify:"anybody can sign tokens"
}

func constant(raw string) (*jwt.Token, error) {
	return jwt.Parse(raw, func(*jwt.Token) (any, error) { return []byte(text), nil }, jwt.WithValidMethods([]string{"HS256", "RS256"})) // want tokenverify:"anybody can sign tokens"
}

func converted(raw string, key ed25519.PublicKey) (*jwt.Token, error) {
	return jwt.Parse(raw, func(*jwt.Token) (any, error) { return []byte(key), nil }) // want tokenverify:"anybody can sign tokens"
}

// a key that the library does not take for an HMAC
func typed(raw string, key ed25519.PublicKey) (*jwt.Token, error) {
	return jwt.Parse(raw, func(*jwt.Token) (any, error) { return key, nil }, jwt.WithValidMethods([]string{"EdDSA"}))
}

func parsed(raw string) (*jwt.Token, error) {
	return jwt.Parse(raw, func(*jwt.Token) (any, error) { return jwt.ParseEdPublicKeyFromPEM([]byte(text)) }, jwt.WithValidMethods([]string{"EdDSA"}))
}

// no HMAC is accepted: nothing verifies
func pinned(raw string) (*jwt.Token, error) {
	return jwt.Parse(raw, func(*jwt.Token) (any, error) { return []byte(text), nil }, jwt.WithValidMethods([]string{"RS256"}))
}

func tested(raw string) (*jwt.Token, error) {
	return jwt.Parse(raw, func(t *jwt.Token) (any, error) {
		if _, ok := t.Method.(*jwt.SigningMethodRSA); !ok {
			return nil, errors.New("unexpected method")
		}
		return []byte(text), nil
	})
}

// what is in a file is not known
func file(raw string) (*jwt.Token, error) {
	return jwt.Parse(raw, func(*jwt.Token) (any, error) { return os.ReadFile("public.pem") }, jwt.WithValidMethods([]string{"HS256"}))
}
