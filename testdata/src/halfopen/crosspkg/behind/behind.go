// Package behind puts a second guard behind the first.
package behind

import (
	"net/http"

	"github.com/go-chi/chi/v5"

	"sessionlint.test/src/halfopen/crosspkg/guard"
	"sessionlint.test/src/halfopen/crosspkg/login"
)

type sessions struct{ passed map[string]bool }

// second asks a table of its own.
func (s *sessions) second(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if !s.passed[r.RemoteAddr] {
			http.Error(w, "not yet", http.StatusForbidden)
			return
		}
		next.ServeHTTP(w, r)
	})
}

func account(w http.ResponseWriter, r *http.Request) { w.Write([]byte("secret")) }

func routes(s *sessions) {
	r := chi.NewRouter()
	r.Post("/login", login.Early)
	r.With(guard.Require, s.second).Get("/account", account)
	http.ListenAndServe(":8080", r)
}
