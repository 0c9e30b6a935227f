// Package basic makes and verifies tokens, and asks for too little. Findings
// of all severities are shown.
package basic

import (
	"crypto/ed25519"
	"errors"
	"time"

	"github.com/golang-jwt/jwt/v5"
)

type session struct {
	User string `json:"user"`
	Type string `json:"typ"`
	jwt.RegisteredClaims
}

type issued struct {
	User string `json:"user"`
	jwt.RegisteredClaims
}

type foreign struct {
	jwt.RegisteredClaims
}

var (
	secret []byte
	public ed25519.PublicKey
)

func key(t *jwt.Token) (any, error) {
	if t.Method != jwt.SigningMethodHS256 {
		return nil, jwt.ErrTokenUnverifiable
	}
	return secret, nil
}

func off(raw string) (*session, error) {
	c := &session{}
	_, err := jwt.ParseWithClaims(raw, c, key, jwt.WithoutClaimsValidation()) // want tokenclaims:"switched off"
	return c, err
}

// The own tokens have exp: information.
func optional(raw string) (*issued, error) {
	c := &issued{}
	_, err := jwt.ParseWithClaims(raw, c, key) // want tokenclaims:"without exp are accepted for ever"
	return c, err
}

func issue(user string) (string, error) {
	return jwt.NewWithClaims(jwt.SigningMethodHS256, issued{User: user, RegisteredClaims: jwt.RegisteredClaims{
		Issuer:    "https://shop.example", // want tokenclaims:"is written into tokens but no verification asks for it"
		ExpiresAt: jwt.NewNumericDate(time.Now().Add(time.Hour)),
	}}).SignedString(secret)
}

// Tokens of somebody else: a warning.
func others(raw string) (*foreign, error) {
	c := &foreign{}
	_, err := jwt.ParseWithClaims(raw, c, func(t *jwt.Token) (any, error) { return public, nil }, jwt.WithValidMethods([]string{"EdDSA"})) // want tokenclaims:"without exp are accepted for ever"
	return c, err
}

func good(raw string) (*foreign, error) {
	c := &foreign{}
	_, err := jwt.ParseWithClaims(raw, c, func(t *jwt.Token) (any, error) { return public, nil },
		jwt.WithValidMethods([]string{"EdDSA"}), jwt.WithExpirationRequired())
	return c, err
}

// Checked by hand.
func byHand(raw string) (*foreign, error) {
	c := &foreign{}
	_, err := jwt.ParseWithClaims(raw, c, func(t *jwt.Token) (any, error) { return public, nil }, jwt.WithValidMethods([]string{"EdDSA"}))
	if err != nil {
		return nil, err
	}
	if c.ExpiresAt == nil {
		return nil, errors.New("no exp")
	}
	return c, nil
}
