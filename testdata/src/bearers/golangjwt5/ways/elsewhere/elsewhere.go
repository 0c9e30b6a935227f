// Package elsewhere has keys and options for others.
package elsewhere

import (
	"errors"

	jwt "github.com/golang-jwt/jwt/v5"
)

var (
	keys   map[string]any
	secret []byte
)

// Any hands out keys of any type and does not look at the method.
func Any(t *jwt.Token) (any, error) { return keys["one"], nil }

// Pinned insists on HMAC.
func Pinned(t *jwt.Token) (any, error) {
	if _, ok := t.Method.(*jwt.SigningMethodHMAC); !ok {
		return nil, errors.New("unexpected method")
	}
	return secret, nil
}

// Strict are the options of parsers that accept EdDSA only.
func Strict() []jwt.ParserOption {
	return []jwt.ParserOption{jwt.WithValidMethods([]string{"EdDSA"}), jwt.WithExpirationRequired()}
}

// Loose accept expired tokens.
func Loose() []jwt.ParserOption { return []jwt.ParserOption{jwt.WithoutClaimsValidation()} }
