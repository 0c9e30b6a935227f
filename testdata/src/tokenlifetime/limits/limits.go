// Package limits pins what tokenlifetime does not decide.
package limits

import (
	"os"
	"time"

	"github.com/golang-jwt/jwt/v5"
)

type claims struct {
	User string `json:"user"`
	jwt.RegisteredClaims
}

// Config comes from a file.
type Config struct{ Life time.Duration }

var secret []byte

// From configuration: unknown.
func configured(user string, c Config) (string, error) {
	return jwt.NewWithClaims(jwt.SigningMethodHS256, claims{User: user, RegisteredClaims: jwt.RegisteredClaims{
		ExpiresAt: jwt.NewNumericDate(time.Now().Add(c.Life)),
	}}).SignedString(secret)
}

func fromEnvironment(user string) (string, error) {
	d, err := time.ParseDuration(os.Getenv("LIFE"))
	if err != nil {
		return "", err
	}
	return jwt.NewWithClaims(jwt.SigningMethodHS256, jwt.MapClaims{"sub": user, "exp": time.Now().Add(d).Unix()}).SignedString(secret)
}

// Claims that a caller outside the package puts together: judged there.
func Sign(c jwt.Claims) (string, error) {
	return jwt.NewWithClaims(jwt.SigningMethodHS256, c).SignedString(secret)
}

// Claims that code fills that we cannot read.
func filled(user string, fill func(jwt.MapClaims)) (string, error) {
	c := jwt.MapClaims{"sub": user}
	fill(c)
	return jwt.NewWithClaims(jwt.SigningMethodHS256, c).SignedString(secret)
}

// A switch that is no lifetime: unknown.
func switched(user string, ends bool) (string, error) {
	c := jwt.MapClaims{"sub": user}
	if ends {
		c["exp"] = time.Now().Add(time.Hour).Unix()
	}
	return jwt.NewWithClaims(jwt.SigningMethodHS256, c).SignedString(secret)
}
