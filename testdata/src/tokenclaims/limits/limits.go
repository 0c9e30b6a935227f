// Package limits pins what tokenclaims compares, and what not.
package limits

import (
	"errors"
	"time"

	"github.com/golang-jwt/jwt/v5"
)

type purposeful struct {
	User    string `json:"user"`
	Purpose string `json:"purpose"`
	jwt.RegisteredClaims
}

type alike struct {
	User string `json:"user"`
	jwt.RegisteredClaims
}

var secret []byte

func key(*jwt.Token) (any, error) { return secret, nil }

func ends() jwt.RegisteredClaims {
	return jwt.RegisteredClaims{ExpiresAt: jwt.NewNumericDate(time.Now().Add(time.Hour))}
}

func login(user string) (string, error) {
	return jwt.NewWithClaims(jwt.SigningMethodHS256, alike{User: user, RegisteredClaims: ends()}).SignedString(secret)
}

func resetPassword(user string) (string, error) {
	return jwt.NewWithClaims(jwt.SigningMethodHS256, alike{User: user, RegisteredClaims: ends()}).SignedString(secret)
}

// The mailed link passes as a session.
func verify(raw string) (*alike, error) {
	c := &alike{}
	_, err := jwt.ParseWithClaims(raw, c, func(*jwt.Token) (any, error) { return secret, nil }, jwt.WithExpirationRequired()) // want tokenclaims:"made by resetPassword passes as one made by login"
	return c, err
}

func loginOK(user string) (string, error) {
	return jwt.NewWithClaims(jwt.SigningMethodHS256, purposeful{User: user, Purpose: "session", RegisteredClaims: ends()}).SignedString(secret)
}

func resetOK(user string) (string, error) {
	return jwt.NewWithClaims(jwt.SigningMethodHS256, purposeful{User: user, Purpose: "reset", RegisteredClaims: ends()}).SignedString(secret)
}

func verifyOK(raw string) (*purposeful, error) {
	c := &purposeful{}
	_, err := jwt.ParseWithClaims(raw, c, key, jwt.WithExpirationRequired())
	if err != nil {
		return nil, err
	}
	if c.Purpose != "session" {
		return nil, errors.New("another purpose")
	}
	return c, nil
}

// The options come from outside: unknown.
func configured(raw string, opts []jwt.ParserOption) (*jwt.Token, error) {
	return jwt.Parse(raw, key, opts...)
}
