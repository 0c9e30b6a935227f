// Package basic makes tokens that live too long, or long enough.
package basic

import (
	"time"

	"github.com/golang-jwt/jwt/v5"
)

type claims struct {
	User string `json:"user"`
	jwt.RegisteredClaims
}

const year = 365 * 24 * time.Hour // want tokenlifetime:"lives 365 days"

var (
	secret  []byte
	forever = 100 * 24 * time.Hour // want tokenlifetime:"lives 100 days"
)

func never(user string) (string, error) {
	c := claims{User: user} // want tokenlifetime:"token never expires"
	return jwt.NewWithClaims(jwt.SigningMethodHS256, c).SignedString(secret)
}

func constant(user string) (string, error) {
	return sign(user, time.Now().Add(year))
}

func variable(user string) (string, error) {
	return sign(user, time.Now().Add(forever))
}

func sign(user string, end time.Time) (string, error) {
	c := claims{User: user, RegisteredClaims: jwt.RegisteredClaims{ExpiresAt: jwt.NewNumericDate(end)}}
	return jwt.NewWithClaims(jwt.SigningMethodHS256, c).SignedString(secret)
}

func zero(user string, end time.Time) (string, error) {
	c := &claims{User: user}
	if !end.IsZero() { // want tokenlifetime:"if its lifetime is zero"
		c.ExpiresAt = jwt.NewNumericDate(end)
	}
	return jwt.NewWithClaims(jwt.SigningMethodHS256, c).SignedString(secret)
}

func removed(user string, end time.Time) (string, error) {
	c := claims{User: user, RegisteredClaims: jwt.RegisteredClaims{ExpiresAt: jwt.NewNumericDate(end)}}
	if end.IsZero() {
		c.ExpiresAt = nil // want tokenlifetime:"if its lifetime is zero"
	}
	return jwt.NewWithClaims(jwt.SigningMethodHS256, c).SignedString(secret)
}

// Both branches set one.
func either(user string, remember bool) (string, error) {
	c := jwt.MapClaims{"sub": user}
	if remember {
		c["exp"] = time.Now().Add(30 * 24 * time.Hour).Unix()
	} else {
		c["exp"] = time.Now().Add(time.Hour).Unix()
	}
	return jwt.NewWithClaims(jwt.SigningMethodHS256, c).SignedString(secret)
}

// For one purpose, in a mail.
func confirmEmail(user string) (string, error) {
	return jwt.NewWithClaims(jwt.SigningMethodHS256, claims{User: user}).SignedString(secret)
}

// Says nothing about anybody.
func receipt(number int) (string, error) {
	return jwt.NewWithClaims(jwt.SigningMethodHS256, jwt.MapClaims{"number": number}).SignedString(secret)
}
