// Package guarded has guards in front of its routes.
package guarded

import (
	"database/sql"
	"net/http"

	"github.com/alexedwards/scs/v2"
	"github.com/go-chi/chi/v5"
)

type app struct {
	db *sql.DB
	sm *scs.SessionManager
}

func (a *app) save(w http.ResponseWriter, r *http.Request) {
	uid := a.sm.GetInt(r.Context(), "userID")
	a.db.Exec("UPDATE articles SET owner_id = ?", uid)
}

func (a *app) open(w http.ResponseWriter, r *http.Request) {
	uid := a.sm.GetInt(r.Context(), "userID") // want sessioncheck:"value .userID. of the session is used without a test"
	a.db.Exec("UPDATE articles SET owner_id = ?", uid)
}

func (a *app) login(w http.ResponseWriter, r *http.Request) {}

func (a *app) auth(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if !a.sm.Exists(r.Context(), "userID") {
			http.Redirect(w, r, "/login", http.StatusSeeOther)
			return
		}
		next.ServeHTTP(w, r)
	})
}

func (a *app) routes() http.Handler {
	r := chi.NewRouter()
	r.Use(a.sm.LoadAndSave)
	r.Post("/login", a.login)
	r.Post("/open", a.open)
	r.With(a.auth).Post("/save", a.save)
	return r
}

// A router without a page for logging in may be guarded as a whole.
func (a *app) inner() http.Handler {
	r := chi.NewRouter()
	r.Post("/inner", func(w http.ResponseWriter, r *http.Request) {
		a.db.Exec("UPDATE articles SET owner_id = ?", a.sm.GetInt(r.Context(), "userID"))
	})
	return r
}
