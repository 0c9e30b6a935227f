// Package api disables accounts through package users.
package api

import (
	"net/http"

	"sessionlint.test/src/accountdisable/handlers/users"
)

type api struct{ users *users.Store }

func (a *api) disable(w http.ResponseWriter, r *http.Request) {
	if err := a.users.Disable(r.Context(), r.PathValue("id")); err != nil { // want accountdisable:"disabled account keeps its sessions"
		http.Error(w, "internal error", http.StatusInternalServerError)
	}
}

func (a *api) disableAndEnd(w http.ResponseWriter, r *http.Request) {
	if err := a.users.DisableAndEnd(r.Context(), r.PathValue("id")); err != nil {
		http.Error(w, "internal error", http.StatusInternalServerError)
	}
}

// disableAndTidy: what Tidy does is in a fact of its package.
func (a *api) disableAndTidy(w http.ResponseWriter, r *http.Request) {
	if a.users.Disable(r.Context(), r.PathValue("id")) != nil || a.users.Tidy(r.Context(), r.PathValue("id")) != nil {
		http.Error(w, "internal error", http.StatusInternalServerError)
	}
}

// disableAndFlush: the name of Flush sounds like an end.
func (a *api) disableAndFlush(w http.ResponseWriter, r *http.Request) {
	err := a.users.Disable(r.Context(), r.PathValue("id")) // want accountdisable:"disabled account keeps its sessions"
	if err != nil || a.users.Flush(r.Context(), r.PathValue("id")) != nil {
		http.Error(w, "internal error", http.StatusInternalServerError)
	}
}

func routes(a *api) {
	http.HandleFunc("POST /disable/{id}", a.disable)
	http.HandleFunc("POST /end/{id}", a.disableAndEnd)
	http.HandleFunc("POST /tidy/{id}", a.disableAndTidy)
	http.HandleFunc("POST /flush/{id}", a.disableAndFlush)
}
