// Package lib signs claims that it may change before.
package lib

import (
	"errors"
	"time"

	"github.com/golang-jwt/jwt/v5"
)

// Claims are those of all tokens.
type Claims struct {
	User string `json:"user"`
	jwt.RegisteredClaims
}

var secret []byte

// Sign refuses claims without exp.
func Sign(c *Claims) (string, error) {
	if c.ExpiresAt == nil {
		return "", errors.New("exp must be set")
	}
	return Plain(c)
}

// SignFor limits the token first.
func SignFor(c *Claims, d time.Duration) (string, error) {
	c.ExpiresAt = jwt.NewNumericDate(time.Now().Add(d))
	return Sign(c)
}

// Plain signs what it is given.
func Plain(c *Claims) (string, error) {
	return jwt.NewWithClaims(jwt.SigningMethodHS256, c).SignedString(secret)
}
