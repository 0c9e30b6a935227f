// Package app verifies with parsers of another package.
package app

import (
	"github.com/golang-jwt/jwt/v5"

	"sessionlint.test/src/tokenclaims/crosspkg/lib"
)

var secret []byte

func key(*jwt.Token) (any, error) { return secret, nil }

func bad(raw string) (*jwt.Token, error) {
	return lib.Parser().Parse(raw, key) // want tokenclaims:"switched off"
}

func good(raw string) (*jwt.Token, error) {
	return lib.Strict().Parse(raw, key)
}
