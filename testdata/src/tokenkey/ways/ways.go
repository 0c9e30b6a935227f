// Package ways hands keys around in the ways that wrapped leaves out.
package ways

import (
	crand "crypto/rand"
	"os"

	"github.com/golang-jwt/jwt/v5"
	"github.com/gorilla/sessions"
)

// interface with one implementation
type provider interface{ written() []byte }

type written struct{}

func (written) written() []byte { return []byte("of an implementation") } // want tokenkey:"signing key is written in the code"

func interfaceWritten(token *jwt.Token, p provider) (string, error) {
	return token.SignedString(p.written())
}

type reader interface{ read() []byte }

type file struct{}

func (file) read() []byte {
	key, _ := os.ReadFile("key")
	return key
}

func interfaceRead(token *jwt.Token, p reader) (string, error) { return token.SignedString(p.read()) }

// closure
func closureRandom() func(*jwt.Token) (string, error) {
	key := make([]byte, 32)
	crand.Read(key)
	return func(token *jwt.Token) (string, error) { return token.SignedString(key) }
}

// generic
func bytes[T ~string](s T) []byte { return []byte(s) }

func genericRandom() *sessions.CookieStore {
	return sessions.NewCookieStore(bytes(crand.Text() + crand.Text()))
}
