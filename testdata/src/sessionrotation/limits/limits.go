// Package limits holds what the rule gets wrong.
package limits

import (
	"net/http"

	"github.com/alexedwards/scs/v2"
	"github.com/gorilla/sessions"
	"golang.org/x/crypto/bcrypt"
)

// unknownStore: the store is made elsewhere, so where the session lives is not
// known.
func unknownStore(w http.ResponseWriter, r *http.Request, store sessions.Store, hash []byte) {
	if bcrypt.CompareHashAndPassword(hash, []byte(r.PostFormValue("password"))) != nil {
		http.Error(w, "login failed", http.StatusUnauthorized)
		return
	}
	session, _ := store.Get(r, "sid")
	session.Values["user"] = r.PostFormValue("name")
	session.Save(r, w)
}

// renamed stores the new name of somebody who is logged in already, once he has proved
// that the address is his: wrong, since nobody logs in.
func renamed(w http.ResponseWriter, r *http.Request, manager *scs.SessionManager, hash []byte) {
	name := manager.GetString(r.Context(), "user")
	if name == "" || bcrypt.CompareHashAndPassword(hash, []byte(r.PostFormValue("code"))) != nil {
		http.Error(w, "no", http.StatusForbidden)
		return
	}
	manager.Put(r.Context(), "user", r.PostFormValue("mail")) // want sessionrotation:"renew"
}
