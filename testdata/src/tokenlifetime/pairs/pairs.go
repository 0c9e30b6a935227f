// Package pairs makes access and refresh tokens with the same functions: a
// lifetime belongs to the token that it is asked for.
package pairs

import (
	"time"

	"github.com/golang-jwt/jwt/v5"
)

var secret []byte

type claims struct {
	Kind string `json:"kind"`
	jwt.RegisteredClaims
}

// newToken makes both: the call says which one.
func newToken(user, kind string, life time.Duration) (string, error) {
	return jwt.NewWithClaims(jwt.SigningMethodHS256, claims{kind, jwt.RegisteredClaims{
		Subject: user, ExpiresAt: jwt.NewNumericDate(time.Now().Add(life)),
	}}).SignedString(secret)
}

// By an argument: 12 hours is what the refresh token lives.
func both(user string) (access, refresh string, err error) {
	if access, err = newToken(user, "access", 15*time.Minute); err != nil {
		return "", "", err
	}
	refresh, err = newToken(user, "refresh", 12*time.Hour)
	return access, refresh, err
}

func bothLong(user string) (one, two string) {
	one, _ = newToken(user, "access", 6*time.Hour)    // want tokenlifetime:"access token lives 6h although a refresh token is issued beside it"
	two, _ = newToken(user, "refresh", 720*time.Hour) // want tokenlifetime:"token lives 30 days, longer than the 12h"
	return one, two
}

type pair struct{ Access, Refresh string }

// sign makes both: what becomes of the result says which one.
func sign(user string, life time.Duration) string {
	token, err := jwt.NewWithClaims(jwt.SigningMethodHS256, jwt.RegisteredClaims{
		Subject: user, ExpiresAt: jwt.NewNumericDate(time.Now().Add(life)),
	}).SignedString(secret)
	if err != nil {
		return ""
	}
	return token
}

func login(user string) pair {
	return pair{
		Access:  sign(user, 5*time.Minute),
		Refresh: sign(user, 10*time.Hour),
	}
}

func loginLong(user string) pair {
	return pair{
		Access:  sign(user, 7*time.Hour), // want tokenlifetime:"access token lives 7h"
		Refresh: sign(user, 11*time.Hour),
	}
}

// By the name of the constant, through one function more.
const (
	accessLife  = 8 * time.Hour // want tokenlifetime:"access token lives 8h"
	refreshLife = 9 * time.Hour
)

func signed(user string, life time.Duration) string { return sign(user, life) }

func again(user string) (string, string) { return signed(user, accessLife), signed(user, refreshLife) }

// By the function that asks.
func refreshFor(user string) string { return sign(user, 4*time.Hour) }

// Nothing says what this is: it may be the refresh token.
func other(user string) string { return sign(user, 3*time.Hour) }
