// Package verdicts logs out without ending anything: a function that only looks
// whether a session may end is called as if it ended it.
package verdicts

import (
	"context"
	"database/sql"
	"errors"
	"net/http"
)

type service struct{ db *sql.DB }

// ValidateEndSession tells where to go after the session has ended.
func (s *service) ValidateEndSession(ctx context.Context, client string) (string, error) {
	var next string
	err := s.db.QueryRowContext(ctx, "SELECT logout_url FROM clients WHERE id = $1", client).Scan(&next)
	return next, err
}

// CheckAndEndSession ends it.
func (s *service) CheckAndEndSession(ctx context.Context, id string) error {
	if id == "" {
		return errors.New("no session")
	}
	return s.end(ctx, id)
}

func (s *service) end(ctx context.Context, id string) error {
	_, err := s.db.ExecContext(ctx, "DELETE FROM sessions WHERE id = $1", id)
	return err
}

type app struct{ service *service }

func (a *app) EndSession(w http.ResponseWriter, r *http.Request) {
	next, err := a.service.ValidateEndSession(r.Context(), r.PostFormValue("client_id"))
	if err != nil {
		http.Error(w, "unknown client", http.StatusBadRequest)
		return
	}
	drop(w, "session") // want logoutinvalidation:"drops the cookie but"
	http.Redirect(w, r, next, http.StatusSeeOther)
}

func (a *app) Logout(w http.ResponseWriter, r *http.Request) {
	cookie, err := r.Cookie("session")
	if err != nil {
		return
	}
	if err := a.service.CheckAndEndSession(r.Context(), cookie.Value); err != nil {
		http.Error(w, "not logged out", http.StatusInternalServerError)
		return
	}
	drop(w, "session")
}

func drop(w http.ResponseWriter, name string) {
	http.SetCookie(w, &http.Cookie{Name: name, Path: "/", MaxAge: -1, Secure: true, HttpOnly: true})
}
