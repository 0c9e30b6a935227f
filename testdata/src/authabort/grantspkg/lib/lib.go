// Package lib keeps the sessions of package app.
package lib

import (
	"net/http"

	"github.com/gorilla/sessions"
	"golang.org/x/crypto/bcrypt"
)

// A Store keeps sessions.
type Store struct{ sessions.Store }

// Begin logs somebody in.
func (s Store) Begin(w http.ResponseWriter, r *http.Request, user int) error {
	session, err := s.Get(r, "sid")
	if err != nil {
		return err
	}
	session.ID = ""
	session.Values["user_id"] = user
	return session.Save(r, w)
}

// Check compares a password.
func Check(hash []byte, password string) bool {
	return bcrypt.CompareHashAndPassword(hash, []byte(password)) == nil
}

// Deny rejects.
func Deny(w http.ResponseWriter) { http.Error(w, "login failed", http.StatusUnauthorized) }

// Die rejects and leaves.
func Die(w http.ResponseWriter) {
	Deny(w)
	panic(http.ErrAbortHandler)
}
