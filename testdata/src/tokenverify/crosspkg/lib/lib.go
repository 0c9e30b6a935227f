// Package lib offers what others verify with.
package lib

import "github.com/golang-jwt/jwt/v5"

// Claims are those of all tokens.
type Claims struct {
	User string `json:"user"`
	jwt.RegisteredClaims
}

var key []byte

// Verify verifies a token.
func Verify(raw string) (*Claims, error) {
	c := &Claims{}
	_, err := jwt.ParseWithClaims(raw, c, func(*jwt.Token) (any, error) { return key, nil }, jwt.WithValidMethods([]string{"HS256"}))
	if err != nil {
		return nil, err
	}
	return c, nil
}

// Peek returns claims that it has not verified.
func Peek(raw string) (*Claims, error) {
	c := &Claims{}
	_, _, err := jwt.NewParser().ParseUnverified(raw, c)
	return c, err
}
