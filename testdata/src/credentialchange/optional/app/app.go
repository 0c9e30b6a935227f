// Package app changes accounts.
package app

import (
	"net/http"

	"sessionlint.test/src/credentialchange/optional/store"
)

type handler struct{ store *store.Store }

// No password is written.
func (h handler) rename(w http.ResponseWriter, r *http.Request, u *store.User) {
	u.Name = r.FormValue("name")
	if err := h.store.UpdateUser(u); err != nil {
		http.Error(w, "no", http.StatusInternalServerError)
	}
}

func (h handler) changePassword(w http.ResponseWriter, r *http.Request, u *store.User) {
	u.Password = r.FormValue("password")
	if err := h.store.UpdateUser(u); err != nil { // want credentialchange:"leaves the other sessions"
		http.Error(w, "no", http.StatusInternalServerError)
	}
}

type webSession interface{ SetUser(u *store.User) }

// The session takes over what was changed; it is no store of accounts.
func (h handler) refresh(s webSession, w http.ResponseWriter, r *http.Request) {
	u, err := h.store.FindUser(r.FormValue("name"))
	if err != nil {
		http.Error(w, "who?", http.StatusNotFound)
		return
	}
	u.Password = r.FormValue("password")
	s.SetUser(u)
	if err := h.store.UpdateUser(u); err != nil { // want credentialchange:"leaves the other sessions"
		http.Error(w, "no", http.StatusInternalServerError)
	}
}
