// Package signup makes tokens for those whom a provider knows and who are still
// to sign up: they are no session tokens, and no lifetime of theirs is one.
package signup

import (
	"time"

	"github.com/golang-jwt/jwt/v5"
)

// OAuthClaims is what a provider says.
type OAuthClaims struct {
	ID   string `json:"oauth/user_id"`
	Name string `json:"oauth/user_name"`
	jwt.RegisteredClaims
}

// UserClaims are those of a session.
type UserClaims struct {
	ID string `json:"user_id"`
	jwt.RegisteredClaims
}

var secret []byte

func complete(id, name string) (string, error) {
	return jwt.NewWithClaims(jwt.SigningMethodHS256, OAuthClaims{ID: id, Name: name, RegisteredClaims: jwt.RegisteredClaims{
		ExpiresAt: jwt.NewNumericDate(time.Now().Add(10 * time.Minute)),
	}}).SignedString(secret)
}

func enter(id string) (string, error) {
	return jwt.NewWithClaims(jwt.SigningMethodHS256, UserClaims{ID: id, RegisteredClaims: jwt.RegisteredClaims{
		ExpiresAt: jwt.NewNumericDate(time.Now().Add(10 * time.Minute)),
	}}).SignedString(secret)
}
