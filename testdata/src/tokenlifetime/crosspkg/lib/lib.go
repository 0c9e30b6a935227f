// Package lib signs what others put together.
package lib

import (
	"time"

	"github.com/golang-jwt/jwt/v5"
)

// Claims are those of all tokens.
type Claims struct {
	User string `json:"user"`
	jwt.RegisteredClaims
}

var secret []byte

// Encode signs claims.
func Encode(c jwt.Claims) (string, error) {
	return jwt.NewWithClaims(jwt.SigningMethodHS256, c).SignedString(secret)
}

// Until makes the moment at which a token ends.
func Until(t time.Time) *jwt.NumericDate { return jwt.NewNumericDate(t) }

// In makes a moment from a duration.
func In(d time.Duration) *jwt.NumericDate { return jwt.NewNumericDate(time.Now().Add(d)) }
