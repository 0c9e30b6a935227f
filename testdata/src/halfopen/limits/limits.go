// Package limits has what is not seen.
package limits

import (
	"net/http"

	"github.com/alexedwards/scs/v2"
)

var sm = scs.New()

// The key is not a constant.
func login(w http.ResponseWriter, r *http.Request, key string, mfa bool) {
	sm.Put(r.Context(), key, 7)
	if mfa {
		http.Redirect(w, r, "/totp", http.StatusSeeOther)
	}
}

// The further step has a name that does not say so.
func other(w http.ResponseWriter, r *http.Request, more bool) {
	sm.Put(r.Context(), "uid", 7)
	if more {
		http.Redirect(w, r, "/next", http.StatusSeeOther)
	}
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
