// Package app ends sessions through interfaces.
package app

import (
	"context"
	"net/http"

	"sessionlint.test/src/sessionowner/interfaces/store"
)

type app struct {
	sessions store.Sessions
	logins   store.Logins
	others   others
}

// others is implemented elsewhere.
type others interface {
	Drop(ctx context.Context, id string) error
}

// All implementations in sight end any session.
func (a *app) revoke(w http.ResponseWriter, r *http.Request) {
	if err := a.sessions.Delete(r.Context(), r.PathValue("id")); err != nil { // want sessionowner:"any user can delete any of .sessions."
		http.Error(w, "internal error", http.StatusInternalServerError)
	}
}

// One of two implementations looks at the user.
func (a *app) end(w http.ResponseWriter, r *http.Request) {
	if err := a.logins.End(r.Context(), r.PathValue("id")); err != nil {
		http.Error(w, "internal error", http.StatusInternalServerError)
	}
}

// Nothing in sight implements it.
func (a *app) drop(w http.ResponseWriter, r *http.Request) {
	if err := a.others.Drop(r.Context(), r.PathValue("id")); err != nil {
		http.Error(w, "internal error", http.StatusInternalServerError)
	}
}

type user struct{ ID int64 }

// The user is compared before.
func (a *app) compared(w http.ResponseWriter, r *http.Request, owner, caller user) {
	if owner.ID != caller.ID {
		http.Error(w, "not yours", http.StatusForbidden)
		return
	}
	a.sessions.Delete(r.Context(), r.PathValue("id"))
}

func routes(a *app) {
	http.HandleFunc("DELETE /sessions/{id}", a.revoke)
	http.HandleFunc("DELETE /logins/{id}", a.end)
	http.HandleFunc("DELETE /others/{id}", a.drop)
}
