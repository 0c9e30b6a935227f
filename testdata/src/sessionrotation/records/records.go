// Package records keeps sessions of its own: records in a table.
package records

import (
	"crypto/rand"
	"database/sql"
	"net/http"

	"golang.org/x/crypto/bcrypt"
)

type session struct {
	ID     string
	UserID int
}

var (
	sessions = map[string]*session{}
	db       *sql.DB
)

func check(r *http.Request) (int, error) {
	var id int
	var hash []byte
	if err := db.QueryRow(`SELECT id, hash FROM users WHERE name = ?`, r.PostFormValue("user")).Scan(&id, &hash); err != nil {
		return 0, err
	}
	return id, bcrypt.CompareHashAndPassword(hash, []byte(r.PostFormValue("password")))
}

// The record that the client named gets a user.
func bad(w http.ResponseWriter, r *http.Request) {
	id, err := check(r)
	if err != nil {
		http.Error(w, "login failed", http.StatusUnauthorized)
		return
	}
	cookie, err := r.Cookie("session")
	if err != nil {
		http.Error(w, "no session", http.StatusBadRequest)
		return
	}
	s := sessions[cookie.Value]
	s.UserID = id // want sessionrotation:"login stores the user without renewing the session ID"
}

// Where the record comes from is not known: it may be a fresh one.
func handed(s *session, r *http.Request) error {
	id, err := check(r)
	if err != nil {
		return err
	}
	s.UserID = id
	return nil
}

// rotate gives a record another ID.
func (s *session) rotate() (old string) {
	old = s.ID
	s.ID = rand.Text()
	return old
}

func moved(w http.ResponseWriter, r *http.Request, s *session) {
	id, err := check(r)
	if err != nil {
		http.Error(w, "login failed", http.StatusUnauthorized)
		return
	}
	s.UserID = id
	if _, err := db.Exec(`UPDATE sessions SET id = ?, user_id = ? WHERE id = ?`, s.ID, s.UserID, s.rotate()); err != nil {
		http.Error(w, "no", http.StatusInternalServerError)
		return
	}
	http.SetCookie(w, &http.Cookie{Name: "session", Value: s.ID, Secure: true, HttpOnly: true, SameSite: http.SameSiteLaxMode})
}
