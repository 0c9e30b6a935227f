// Package announced has password changes that others are told of, who may end
// sessions, and one whose validators only look at the password.
package announced

import (
	"context"
	"database/sql"
	"net/http"

	"golang.org/x/crypto/bcrypt"
)

var db *sql.DB

// A Listener is told of what happens to an account.
type Listener func(ctx context.Context, user string) error

// Events keeps who wants to be told of what.
type Events struct{ after map[string][]Listener }

// After registers a listener.
func (e *Events) After(event string, l Listener) { e.after[event] = append(e.after[event], l) }

func (e *Events) fire(ctx context.Context, event, user string) error {
	for _, told := range e.after[event] {
		if err := told(ctx, user); err != nil {
			return err
		}
	}
	return nil
}

type server struct {
	events *Events
	audits map[string]Listener
	checks []func(password string) error
}

func (s *server) change(w http.ResponseWriter, r *http.Request) {
	hash, err := bcrypt.GenerateFromPassword([]byte(r.PostFormValue("new")), bcrypt.DefaultCost)
	if err != nil {
		return
	}
	db.Exec("UPDATE users SET password = ? WHERE id = ?", hash, r.PostFormValue("id"))
	s.events.fire(r.Context(), "password", r.PostFormValue("id"))
}

func (s *server) changeAudited(w http.ResponseWriter, r *http.Request) {
	hash, err := bcrypt.GenerateFromPassword([]byte(r.PostFormValue("new")), bcrypt.DefaultCost)
	if err != nil {
		return
	}
	db.Exec("UPDATE users SET password = ? WHERE id = ?", hash, r.PostFormValue("id"))
	if audit, ok := s.audits["password"]; ok {
		audit(r.Context(), r.PostFormValue("id"))
	}
}

func (s *server) changeChecked(w http.ResponseWriter, r *http.Request) {
	for _, check := range s.checks {
		if check(r.PostFormValue("new")) != nil {
			return
		}
	}
	hash, err := bcrypt.GenerateFromPassword([]byte(r.PostFormValue("new")), bcrypt.DefaultCost)
	if err != nil {
		return
	}
	db.Exec("UPDATE users SET password = ? WHERE id = ?", hash, r.PostFormValue("id")) // want credentialchange:"alive"
}
