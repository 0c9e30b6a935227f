// Package app puts claims together that another package signs.
package app

import (
	"time"

	"github.com/golang-jwt/jwt/v5"

	"sessionlint.test/src/tokenlifetime/crosspkg/lib"
)

func never(user string) (string, error) {
	return lib.Encode(lib.Claims{ // want tokenlifetime:"token never expires"
		User: user,
	})
}

func long(user string) (string, error) {
	return lib.Encode(lib.Claims{User: user, RegisteredClaims: jwt.RegisteredClaims{
		ExpiresAt: lib.Until(time.Now().Add(365 * 24 * time.Hour)), // want tokenlifetime:"lives 365 days"
	}})
}

func longIn(user string) (string, error) {
	return lib.Encode(lib.Claims{User: user, RegisteredClaims: jwt.RegisteredClaims{
		ExpiresAt: lib.In(60 * 24 * time.Hour), // want tokenlifetime:"lives 60 days"
	}})
}

func good(user string) (string, error) {
	return lib.Encode(lib.Claims{User: user, RegisteredClaims: jwt.RegisteredClaims{ExpiresAt: lib.Until(time.Now().Add(time.Hour))}})
}
