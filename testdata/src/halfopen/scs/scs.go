// Package scs writes who somebody is before the second step, and takes it back or marks it.
package scs

import (
	"net/http"

	"github.com/alexedwards/scs/v2"
)

type User struct {
	ID   int
	TOTP bool
}

var sm = scs.New()

func early(w http.ResponseWriter, r *http.Request, u User) {
	sm.Put(r.Context(), "uid", u.ID) // want halfopen:"value .uid. opens every guard before the second step is done"
	if u.TOTP {
		http.Redirect(w, r, "/totp", http.StatusSeeOther)
	}
}

// The value is taken back.
func takenBack(w http.ResponseWriter, r *http.Request, u User) {
	sm.Put(r.Context(), "uid", u.ID)
	if u.TOTP {
		sm.Remove(r.Context(), "uid")
		http.Redirect(w, r, "/totp", http.StatusSeeOther)
		return
	}
	http.Redirect(w, r, "/", http.StatusSeeOther)
}

func guard(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if sm.GetInt(r.Context(), "uid") == 0 {
			http.Redirect(w, r, "/login", http.StatusSeeOther)
			return
		}
		next.ServeHTTP(w, r)
	})
}
