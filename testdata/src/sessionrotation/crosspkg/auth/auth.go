// Package auth is shared by programs.
package auth

import (
	"net/http"

	"github.com/alexedwards/scs/v2"
	"golang.org/x/crypto/bcrypt"
)

// Sessions are those of all programs.
var Sessions = scs.New()

// Verify compares a password.
func Verify(hash, password string) error {
	return bcrypt.CompareHashAndPassword([]byte(hash), []byte(password))
}

// SignIn renews the session and stores the user.
func SignIn(r *http.Request, id string) error {
	if err := Sessions.RenewToken(r.Context()); err != nil {
		return err
	}
	Remember(r, id)
	return nil
}

// Remember stores the user and renews nothing.
func Remember(r *http.Request, id string) { Sessions.Put(r.Context(), "user_id", id) }

// Keep stores any value.
func Keep(r *http.Request, key, value string) { Sessions.Put(r.Context(), key, value) }
