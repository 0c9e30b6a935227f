// Package web is internal to its module, and open to all users.
package web

import (
	"database/sql"
	"net/http"
)

type server struct{ db *sql.DB }

func (s *server) end(w http.ResponseWriter, r *http.Request) {
	s.db.Exec("DELETE FROM sessions WHERE id = ?", r.PathValue("id")) // want sessionowner:"any user can delete any of .sessions. by its ID"
}

func (s *server) endOwn(w http.ResponseWriter, r *http.Request, userID int64) {
	s.db.Exec("DELETE FROM sessions WHERE id = ? AND user_id = ?", r.PathValue("id"), userID)
}

func (s *server) routes() {
	mux := http.NewServeMux()
	mux.HandleFunc("DELETE /sessions/{id}", s.end)
	mux.HandleFunc("DELETE /own/{id}", func(w http.ResponseWriter, r *http.Request) { s.endOwn(w, r, 1) })
	http.ListenAndServe(":8080", mux)
}
