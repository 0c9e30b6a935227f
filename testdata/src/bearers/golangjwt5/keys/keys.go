// Package keys finds keys and options for others.
package keys

import (
	"crypto/ed25519"
	"errors"

	"github.com/golang-jwt/jwt/v5"
)

var byID map[string]any

var public ed25519.PublicKey

// Any hands out a key of any type and does not look at the method.
func Any(t *jwt.Token) (any, error) {
	kid, _ := t.Header["kid"].(string)
	return byID[kid], nil
}

// Pinned insists on EdDSA.
func Pinned(t *jwt.Token) (any, error) {
	if t.Method.Alg() != jwt.SigningMethodEdDSA.Alg() {
		return nil, errors.New("unexpected method")
	}
	return public, nil
}

// Lax returns a key function that does not look.
func Lax() jwt.Keyfunc {
	return func(t *jwt.Token) (any, error) { return byID["one"], nil }
}

// Unsigned accepts tokens without a signature.
func Unsigned(*jwt.Token) (any, error) { return jwt.UnsafeAllowNoneSignatureType, nil }

// Options are those of all parsers.
func Options() []jwt.ParserOption {
	return []jwt.ParserOption{jwt.WithValidMethods([]string{"EdDSA"}), jwt.WithExpirationRequired()}
}

// Loose switches the claims off.
func Loose() []jwt.ParserOption {
	return []jwt.ParserOption{jwt.WithValidMethods([]string{"EdDSA"}), jwt.WithoutClaimsValidation()}
}
