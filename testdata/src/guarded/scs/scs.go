// Package scs is a program of chi and scs that does everything right.
package scs

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

func (a *app) guard(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if a.sm.GetInt(r.Context(), "uid") == 0 {
			http.Redirect(w, r, "/login", http.StatusSeeOther)
			return // cut: authabort:"next handler still runs"
		}
		next.ServeHTTP(w, r)
	})
}

func (a *app) form(w http.ResponseWriter, r *http.Request) { w.Write([]byte("log in")) }

func (a *app) rename(w http.ResponseWriter, r *http.Request) {
	uid := a.sm.GetInt(r.Context(), "uid")
	if _, err := a.db.Exec("UPDATE users SET name = ? WHERE id = ?", r.FormValue("name"), uid); err != nil {
		http.Error(w, "internal error", http.StatusInternalServerError)
		return
	}
	a.sm.Put(r.Context(), "notice", "renamed")
	http.Redirect(w, r, "/", http.StatusSeeOther)
}

func (a *app) routes() {
	r := chi.NewRouter()
	r.Use(a.sm.LoadAndSave)
	r.Get("/login", a.form)
	r.Group(func(r chi.Router) {
		r.Use(a.guard) // cut: sessioncheck:"value .uid. of the session is used without a test"
		r.Post("/rename", a.rename)
	})
	http.ListenAndServe("localhost:8080", r)
}
