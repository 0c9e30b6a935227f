package app

import (
	"time"

	"github.com/golang-jwt/jwt/v5"
)

var secret []byte

// There is one kind of token here: it buys itself again.
type sessionClaims struct {
	Role string `json:"role"`
	jwt.RegisteredClaims
}

func issue(user string) (string, error) {
	return jwt.NewWithClaims(jwt.SigningMethodHS256, &sessionClaims{"user", jwt.RegisteredClaims{
		Subject: user, ExpiresAt: jwt.NewNumericDate(time.Now().Add(time.Hour)),
	}}).SignedString(secret)
}

func verify(raw string) (*sessionClaims, error) {
	claims := new(sessionClaims)
	_, err := jwt.ParseWithClaims(raw, claims, func(*jwt.Token) (any, error) { return secret, nil },
		jwt.WithValidMethods([]string{"HS256"}), jwt.WithExpirationRequired())
	return claims, err
}

func extend(raw string) (string, error) {
	claims, err := verify(raw)
	if err != nil {
		return "", err
	}
	return issue(claims.Subject) // want sessiontimeout:"session lasts as long as it is renewed"
}

// The claims go on, with the moment of their making.
func prolong(raw string) (string, error) {
	claims, err := verify(raw)
	if err != nil {
		return "", err
	}
	claims.ExpiresAt = jwt.NewNumericDate(time.Now().Add(time.Hour))
	return jwt.NewWithClaims(jwt.SigningMethodHS256, claims).SignedString(secret)
}

// Claims that are for two kinds of token: which one is made is not known.
type either struct {
	Kind string `json:"kind"`
	jwt.RegisteredClaims
}

func issueEither(user, kind string) (string, error) {
	return jwt.NewWithClaims(jwt.SigningMethodHS256, &either{kind, jwt.RegisteredClaims{
		Subject: user, ExpiresAt: jwt.NewNumericDate(time.Now().Add(time.Hour)),
	}}).SignedString(secret)
}

func verifyEither(raw string) (*either, error) {
	claims := new(either)
	_, err := jwt.ParseWithClaims(raw, claims, func(*jwt.Token) (any, error) { return secret, nil },
		jwt.WithValidMethods([]string{"HS256"}), jwt.WithExpirationRequired())
	return claims, err
}

func next(raw, kind string) (string, error) {
	claims, err := verifyEither(raw)
	if err != nil {
		return "", err
	}
	return issueEither(claims.Subject, kind)
}
