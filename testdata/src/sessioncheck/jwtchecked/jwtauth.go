// Package jwtchecked asks for the token itself.
package jwtchecked

import (
	"net/http"

	"github.com/go-chi/chi/v5"
	"github.com/go-chi/jwtauth/v5"
)

func list(w http.ResponseWriter, r *http.Request) {
	if _, _, err := jwtauth.FromContext(r.Context()); err != nil {
		http.Error(w, "log in first", http.StatusUnauthorized)
		return
	}
	w.Write([]byte("secret"))
}

func routes(auth *jwtauth.JWTAuth) http.Handler {
	r := chi.NewRouter()
	r.Use(jwtauth.Verifier(auth))
	r.Get("/secret", list)
	return r
}
