// Package lib makes tokens for others, who say how long they live.
package lib

import (
	"time"

	"github.com/golang-jwt/jwt/v5"
)

type claims struct {
	User string `json:"user"`
	jwt.RegisteredClaims
}

var secret []byte

// Issue takes zero for "never".
func Issue(user string, life time.Duration) (string, error) {
	c := claims{User: user}
	if life > 0 { // want tokenlifetime:"if its lifetime is zero"
		c.ExpiresAt = jwt.NewNumericDate(time.Now().Add(life))
	}
	return jwt.NewWithClaims(jwt.SigningMethodHS256, c).SignedString(secret)
}

// IssueUntil does so for a moment.
func IssueUntil(user string, end time.Time) (string, error) {
	c := jwt.MapClaims{"sub": user, "exp": end.Unix()}
	if end.IsZero() {
		delete(c, "exp") // want tokenlifetime:"if its lifetime is zero"
	}
	return jwt.NewWithClaims(jwt.SigningMethodHS256, c).SignedString(secret)
}

// IssueDefault takes zero for an hour.
func IssueDefault(user string, life time.Duration) (string, error) {
	if life == 0 {
		life = time.Hour
	}
	return jwt.NewWithClaims(jwt.SigningMethodHS256, jwt.MapClaims{"sub": user, "exp": time.Now().Add(life).Unix()}).SignedString(secret)
}

// IssueAt hands the moment on.
func IssueAt(user string, end time.Time) (string, error) { return sign(user, end) }

func sign(user string, end time.Time) (string, error) {
	c := claims{User: user, RegisteredClaims: jwt.RegisteredClaims{ExpiresAt: jwt.NewNumericDate(end)}}
	if end.IsZero() {
		c.ExpiresAt = nil // want tokenlifetime:"if its lifetime is zero"
	}
	return jwt.NewWithClaims(jwt.SigningMethodHS256, c).SignedString(secret)
}

// For a machine, by its name.
func forService(user string) (string, error) { return sign(user, time.Time{}) }

// In the package itself.
func maybe(user, life string) (string, error) {
	d, err := time.ParseDuration(life)
	if err != nil {
		return "", err
	}
	var end time.Time
	if d > 0 {
		end = time.Now().Add(d)
	}
	return sign(user, end) // want tokenlifetime:"sign makes a token without end, as the lifetime given here may be zero"
}
