// Package elsewhere has keys and options for others.
package elsewhere

import (
	"errors"

	jwt "github.com/dgrijalva/jwt-go"
)

var (
	keys   map[string]interface{}
	secret []byte
)

// Any hands out keys of any type and does not look at the method.
func Any(t *jwt.Token) (interface{}, error) { return keys["one"], nil }

// Pinned insists on HMAC.
func Pinned(t *jwt.Token) (interface{}, error) {
	if _, ok := t.Method.(*jwt.SigningMethodHMAC); !ok {
		return nil, errors.New("unexpected method")
	}
	return secret, nil
}

// Strict makes a parser that accepts HS256 only.
func Strict() *jwt.Parser { return &jwt.Parser{ValidMethods: []string{"HS256"}} }

// Loose makes one that accepts expired tokens.
func Loose() *jwt.Parser { return &jwt.Parser{SkipClaimsValidation: true} }
