// Package limits holds what the rule gets wrong.
package limits

import (
	"net/http"

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
