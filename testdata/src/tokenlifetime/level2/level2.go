// Package level2 is judged by the limits of level 2, and of access tokens
// beside refresh tokens.
package level2

import (
	"time"

	"github.com/golang-jwt/jwt/v5"
)

type claims struct {
	User string `json:"user"`
	Type string `json:"typ"`
	jwt.RegisteredClaims
}

const (
	accessLife  = 2 * time.Hour       // want tokenlifetime:"although a refresh token is issued beside it"
	refreshLife = 14 * 24 * time.Hour // want tokenlifetime:"longer than the 12h that level 2 allows"
)

var secret []byte

func issue(user string) (access, refresh string, err error) {
	now := time.Now()
	access, err = jwt.NewWithClaims(jwt.SigningMethodHS256, claims{
		User: user, Type: "access", RegisteredClaims: jwt.RegisteredClaims{ExpiresAt: jwt.NewNumericDate(now.Add(accessLife))},
	}).SignedString(secret)
	if err != nil {
		return "", "", err
	}
	refresh, err = jwt.NewWithClaims(jwt.SigningMethodHS256, claims{
		User: user, Type: "refresh", RegisteredClaims: jwt.RegisteredClaims{ExpiresAt: jwt.NewNumericDate(now.Add(refreshLife))},
	}).SignedString(secret)
	return access, refresh, err
}

func session(user string) (string, error) {
	return jwt.NewWithClaims(jwt.SigningMethodHS256, jwt.MapClaims{
		"sub": user,
		"exp": time.Now().Add(24 * time.Hour).Unix(), // want tokenlifetime:"longer than the 12h that level 2 allows"
	}).SignedString(secret)
}
