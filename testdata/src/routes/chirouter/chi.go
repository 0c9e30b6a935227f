// Package chirouter registers routes with chi.
package chirouter

import (
	"net/http"

	"github.com/go-chi/chi/v5"
)

func ok(w http.ResponseWriter, r *http.Request) {}

func logged(next http.Handler) http.Handler { return next }

func auth(next http.Handler) http.Handler { return next }

func admin(next http.Handler) http.Handler { return next }

func router() http.Handler {
	r := chi.NewRouter()
	r.Use(logged)
	r.Get("/", ok)
	r.Route("/api", func(r chi.Router) {
		r.Use(auth)
		r.Post("/users", ok)
		r.With(admin).Delete("/users/{id}", ok)
		r.Group(func(r chi.Router) {
			r.Use(admin)
			r.Method(http.MethodPut, "/settings", http.HandlerFunc(ok))
		})
	})
	api(r)
	return r
}

func api(r chi.Router) { r.Patch("/more", ok) }
