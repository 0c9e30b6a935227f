// Package app ends sessions through package store.
package app

import (
	"net/http"

	"sessionlint.test/src/sessionowner/crosspkg/store"
)

type app struct{ store *store.Store }

func (a *app) revoke(w http.ResponseWriter, r *http.Request) {
	if err := a.store.Delete(r.Context(), r.PathValue("id")); err != nil { // want sessionowner:"any user can delete any of .sessions."
		http.Error(w, "internal error", http.StatusInternalServerError)
	}
}

func (a *app) revokeOwn(w http.ResponseWriter, r *http.Request) {
	if err := a.store.DeleteOf(r.Context(), r.PathValue("id"), 7); err != nil {
		http.Error(w, "internal error", http.StatusInternalServerError)
	}
}

func routes(a *app) {
	http.HandleFunc("DELETE /sessions/{id}", a.revoke)
	http.HandleFunc("DELETE /own/{id}", a.revokeOwn)
}
