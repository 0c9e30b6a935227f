// Package limits: both kinds of tokens are alike, or not.
package limits

import (
	"errors"
	"time"

	"github.com/golang-jwt/jwt/v5"
)

type alike struct {
	User string `json:"user"`
	jwt.RegisteredClaims
}

type typed struct {
	User string `json:"user"`
	Type string `json:"typ"`
	jwt.RegisteredClaims
}

var secret []byte

func ends(d time.Duration) jwt.RegisteredClaims {
	return jwt.RegisteredClaims{ExpiresAt: jwt.NewNumericDate(time.Now().Add(d))}
}

func accessToken(user string) (string, error) {
	return jwt.NewWithClaims(jwt.SigningMethodHS256, alike{User: user, RegisteredClaims: ends(time.Hour)}).SignedString(secret)
}

func refreshToken(user string) (string, error) {
	return jwt.NewWithClaims(jwt.SigningMethodHS256, alike{User: user, RegisteredClaims: ends(12 * time.Hour)}).SignedString(secret)
}

func verify(raw string) (*alike, error) {
	c := &alike{}
	_, err := jwt.ParseWithClaims(raw, c, func(*jwt.Token) (any, error) { return secret, nil }, jwt.WithExpirationRequired()) // want refreshtoken:"an access token passes as a refresh token"
	return c, err
}

func typedAccess(user string) (string, error) {
	return jwt.NewWithClaims(jwt.SigningMethodHS256, typed{User: user, Type: "access", RegisteredClaims: ends(time.Hour)}).SignedString(secret)
}

func typedRefresh(user string) (string, error) {
	return jwt.NewWithClaims(jwt.SigningMethodHS256, typed{User: user, Type: "refresh", RegisteredClaims: ends(12 * time.Hour)}).SignedString(secret)
}

func verifyTyped(raw string) (*typed, error) {
	c := &typed{}
	_, err := jwt.ParseWithClaims(raw, c, func(*jwt.Token) (any, error) { return secret, nil }, jwt.WithExpirationRequired())
	if err != nil {
		return nil, err
	}
	if c.Type != "refresh" {
		return nil, errors.New("no refresh token")
	}
	return c, nil
}
