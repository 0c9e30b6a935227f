// Package servers has two servers, one of which accepts tokens in URLs.
package servers

import (
	"net/http"

	"github.com/go-chi/chi/v5"
	"github.com/go-chi/chi/v5/middleware"

	"sessionlint.test/src/tokenlog/accesslog/auth"
)

type admin struct{ mux chi.Router }

func (a *admin) routes() {
	a.mux = chi.NewRouter()
	a.mux.Use(middleware.Logger) // want tokenlog:"middleware.Logger logs the query of URLs, where package auth accepts tokens"
	a.mux.With(guarded).Get("/users", a.users)
}

func guarded(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if auth.Token(r) == "" {
			http.Error(w, "no token", http.StatusUnauthorized)
			return
		}
		next.ServeHTTP(w, r)
	})
}

func (a *admin) users(w http.ResponseWriter, r *http.Request) {}

type public struct{ mux chi.Router }

// Nobody shows a token here.
func (p *public) routes() {
	p.mux = chi.NewRouter()
	p.mux.Use(middleware.Logger)
	p.mux.Get("/", p.home)
}

func (p *public) home(w http.ResponseWriter, r *http.Request) { auth.Answer(w, "welcome") }
