// Package guard rejects strangers.
package guard

import (
	"net/http"

	"sessionlint.test/src/halfopen/crosspkg/session"
)

// Require asks who somebody is, and for nothing else.
func Require(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if session.UserID(r.Context()) == 0 {
			http.Redirect(w, r, "/login", http.StatusSeeOther)
			return
		}
		next.ServeHTTP(w, r)
	})
}

// Member does so with the cookie.
func Member(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if _, ok := session.Member(r); !ok {
			http.Error(w, "log in first", http.StatusUnauthorized)
			return
		}
		next.ServeHTTP(w, r)
	})
}

// Finished asks whether the login is finished, too.
func Finished(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if session.UserID(r.Context()) == 0 || session.Manager.GetBool(r.Context(), "mfa_pending") {
			http.Redirect(w, r, "/login", http.StatusSeeOther)
			return
		}
		next.ServeHTTP(w, r)
	})
}
