// Package scs changes sessions of scs: LoadAndSave saves when the answer starts.
package scs

import (
	"net/http"

	"github.com/alexedwards/scs/v2"
)

var sm = scs.New()

func login(w http.ResponseWriter, r *http.Request) {
	if err := sm.RenewToken(r.Context()); err != nil {
		http.Error(w, "internal error", http.StatusInternalServerError)
		return
	}
	sm.Put(r.Context(), "uid", 7)
	http.Redirect(w, r, "/", http.StatusSeeOther)
}

func loginLate(w http.ResponseWriter, r *http.Request) {
	http.Redirect(w, r, "/", http.StatusSeeOther)
	sm.Put(r.Context(), "uid", 7) // want sessionsave:"Put comes after the answer has started, and what it changes is lost"
}

func logout(w http.ResponseWriter, r *http.Request) {
	sm.Destroy(r.Context()) // want sessionsave:"error of Destroy is dropped, though it ends the session"
	http.Redirect(w, r, "/", http.StatusSeeOther)
}

func logoutAside(w http.ResponseWriter, r *http.Request) {
	_ = sm.Destroy(r.Context())
	http.Redirect(w, r, "/", http.StatusSeeOther)
}

func logoutWithin(w http.ResponseWriter, r *http.Request) {
	_ = func() {
		sm.Destroy(r.Context()) // want sessionsave:"error of Destroy is dropped, though it ends the session"
	}
	http.Redirect(w, r, "/", http.StatusSeeOther)
}
