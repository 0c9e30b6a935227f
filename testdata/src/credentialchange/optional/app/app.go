// Package app changes accounts.
package app

import (
	"net/http"

	"golang.org/x/crypto/bcrypt"

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
func (h handler) refresh(s webSession, r *http.Request, u *store.User) {
	hash, err := bcrypt.GenerateFromPassword([]byte(r.FormValue("password")), bcrypt.DefaultCost)
	if err != nil {
		return
	}
	u.Password = string(hash)
	s.SetUser(u)
}
