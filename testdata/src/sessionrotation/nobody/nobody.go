// Package nobody empties sessions by the function that fills them.
package nobody

import (
	"net/http"

	"github.com/alexedwards/scs/v2"
	"golang.org/x/crypto/bcrypt"
)

type app struct {
	sm     *scs.SessionManager
	hashes map[string][]byte
}

func (a *app) setUser(r *http.Request, name string) { a.sm.Put(r.Context(), "username", name) }

// clear: nobody is logged in any more.
func (a *app) clear(r *http.Request) {
	a.setUser(r, "")
	_ = a.sm.RenewToken(r.Context())
}

func (a *app) verify(r *http.Request) bool {
	return bcrypt.CompareHashAndPassword(a.hashes[r.FormValue("name")], []byte(r.FormValue("password"))) == nil
}

// confirm asks for the password and logs nobody in.
func (a *app) confirm(w http.ResponseWriter, r *http.Request) {
	if !a.verify(r) {
		a.clear(r)
		http.Error(w, "no", http.StatusForbidden)
		return
	}
	w.WriteHeader(http.StatusNoContent)
}

func (a *app) login(w http.ResponseWriter, r *http.Request) {
	if !a.verify(r) {
		http.Error(w, "no", http.StatusForbidden)
		return
	}
	a.setUser(r, r.FormValue("name")) // want sessionrotation:"without renewing the session ID"
	http.Redirect(w, r, "/", http.StatusSeeOther)
}

func (a *app) loginOK(w http.ResponseWriter, r *http.Request) {
	if !a.verify(r) {
		http.Error(w, "no", http.StatusForbidden)
		return
	}
	if err := a.sm.RenewToken(r.Context()); err != nil {
		http.Error(w, "no", http.StatusInternalServerError)
		return
	}
	a.setUser(r, r.FormValue("name"))
	http.Redirect(w, r, "/", http.StatusSeeOther)
}

// pending keeps who has to be verified.
func (a *app) pending(w http.ResponseWriter, r *http.Request) {
	if a.verify(r) {
		a.sm.Put(r.Context(), "verifiedUserId", r.FormValue("name"))
	}
	w.WriteHeader(http.StatusNoContent)
}
