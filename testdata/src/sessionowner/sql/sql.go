// Package sql ends records of sessions by an ID of the request.
package sql

import (
	"context"
	"database/sql"
	"encoding/json"
	"net/http"
	"strconv"
)

type server struct{ db *sql.DB }

type user struct{ ID int64 }

func caller(r *http.Request) user { return user{} }

func reply(w http.ResponseWriter, err error) {
	if err != nil {
		http.Error(w, "internal error", http.StatusInternalServerError)
	}
}

func (s *server) revoke(w http.ResponseWriter, r *http.Request) {
	_, err := s.db.Exec(`DELETE FROM sessions WHERE id=$1`, r.PathValue("id")) // want sessionowner:"any user can delete any of .sessions. by its ID \\(owner is not checked\\)"
	reply(w, err)
}

func (s *server) revokeOwn(w http.ResponseWriter, r *http.Request) {
	_, err := s.db.Exec(`DELETE FROM sessions WHERE id=$1 AND user_id=$2`, r.PathValue("id"), caller(r).ID)
	reply(w, err)
}

func (s *server) revokeQuery(w http.ResponseWriter, r *http.Request) {
	id, err := strconv.ParseInt(r.URL.Query().Get("id"), 10, 64)
	if err != nil {
		http.Error(w, "bad id", http.StatusBadRequest)
		return
	}
	_, err = s.db.ExecContext(r.Context(), "UPDATE refresh_tokens SET revoked = true WHERE id = ? AND deleted_at IS NULL", id) // want sessionowner:"any user can update any of .refresh_tokens."
	reply(w, err)
}

func (s *server) revokeBody(w http.ResponseWriter, r *http.Request) {
	var body struct {
		SessionID string `json:"session_id"`
	}
	if err := json.NewDecoder(r.Body).Decode(&body); err != nil {
		http.Error(w, "bad body", http.StatusBadRequest)
		return
	}
	_, err := s.db.Exec("delete from user_sessions where session_id = ?", body.SessionID) // want sessionowner:"any user can delete any of .user_sessions."
	reply(w, err)
}

// The owner of the record is compared with who asks.
func (s *server) compared(w http.ResponseWriter, r *http.Request) {
	id := r.PathValue("id")
	var owner int64
	if err := s.db.QueryRow("SELECT user_id FROM sessions WHERE id = ?", id).Scan(&owner); err != nil {
		reply(w, err)
		return
	}
	if me := caller(r); owner != me.ID {
		http.Error(w, "not yours", http.StatusForbidden)
		return
	}
	_, err := s.db.Exec("DELETE FROM sessions WHERE id = ?", id)
	reply(w, err)
}

// A token that is presented proves itself.
func (s *server) presented(w http.ResponseWriter, r *http.Request) {
	_, err := s.db.Exec("DELETE FROM refresh_tokens WHERE token = ?", r.FormValue("refresh_token"))
	reply(w, err)
}

// The session of the request itself.
func (s *server) current(w http.ResponseWriter, r *http.Request) {
	cookie, err := r.Cookie("sid")
	if err != nil {
		return
	}
	_, err = s.db.Exec("DELETE FROM sessions WHERE id = ?", cookie.Value)
	reply(w, err)
}

// Administrators may end anybody's session.
func (s *server) adminRevoke(w http.ResponseWriter, r *http.Request) {
	_, err := s.db.Exec("DELETE FROM sessions WHERE id = ?", r.PathValue("id"))
	reply(w, err)
}

func (s *server) guarded(w http.ResponseWriter, r *http.Request) {
	_, err := s.db.Exec("DELETE FROM sessions WHERE id = ?", r.PathValue("id"))
	reply(w, err)
}

// Other tables hold no sessions.
func (s *server) article(w http.ResponseWriter, r *http.Request) {
	_, err := s.db.Exec("DELETE FROM articles WHERE id = ?", r.PathValue("id"))
	reply(w, err)
}

func (s *server) training(w http.ResponseWriter, r *http.Request) {
	_, err := s.db.Exec("DELETE FROM training_sessions WHERE id = ?", r.PathValue("id"))
	reply(w, err)
}

func (s *server) end(ctx context.Context, id string) error {
	_, err := s.db.ExecContext(ctx, "DELETE FROM sessions WHERE id = ?", id)
	return err
}

func (s *server) helper(w http.ResponseWriter, r *http.Request) {
	reply(w, s.end(r.Context(), r.FormValue("id"))) // want sessionowner:"any user can delete any of .sessions."
}

// The helper asks who owns it.
func (s *server) mayEnd(w http.ResponseWriter, r *http.Request) {
	id := r.PathValue("id")
	if !s.belongsTo(id, caller(r)) {
		http.Error(w, "not yours", http.StatusForbidden)
		return
	}
	reply(w, s.end(r.Context(), id))
}

func (s *server) belongsTo(id string, u user) bool { return false }

// Whoever knows of a route that is not in sight knows who may use it.
func (s *server) elsewhere(w http.ResponseWriter, r *http.Request) {
	reply(w, s.end(r.Context(), r.PathValue("id")))
}

func requireAdmin(next http.HandlerFunc) http.HandlerFunc { return next }

func loggedIn(next http.HandlerFunc) http.HandlerFunc { return next }

func routes(s *server) {
	mux := http.NewServeMux()
	mux.HandleFunc("DELETE /sessions/{id}", s.revoke)
	mux.HandleFunc("DELETE /own/{id}", s.revokeOwn)
	mux.HandleFunc("POST /query", s.revokeQuery)
	mux.HandleFunc("POST /body", loggedIn(s.revokeBody))
	mux.HandleFunc("POST /compared/{id}", s.compared)
	mux.HandleFunc("POST /presented", s.presented)
	mux.HandleFunc("POST /current", s.current)
	mux.HandleFunc("POST /a/{id}", s.adminRevoke)
	mux.HandleFunc("POST /guarded/{id}", requireAdmin(s.guarded))
	mux.HandleFunc("POST /article/{id}", s.article)
	mux.HandleFunc("POST /training/{id}", s.training)
	mux.HandleFunc("POST /helper/{id}", s.helper)
	mux.HandleFunc("POST /may/{id}", s.mayEnd)
}
