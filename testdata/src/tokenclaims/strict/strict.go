// Package strict does not want tokens without exp at all.
package strict

import (
	"github.com/golang-jwt/jwt/v5"
)

var (
	secret []byte
	parser = jwt.NewParser(jwt.WithValidMethods([]string{"HS256"}))
)

func key(*jwt.Token) (any, error) { return secret, nil }

func verify(raw string) (*jwt.Token, error) {
	return parser.Parse(raw, key) // want tokenclaims:"without exp are accepted for ever"
}

func verifyDirectly(raw string) (*jwt.Token, error) {
	return jwt.Parse(raw, key, jwt.WithValidMethods([]string{"HS256"})) // want tokenclaims:"without exp are accepted for ever"
}
