// Package jwtauth verifies tokens and lets everybody through.
package jwtauth

import (
	"net/http"

	"github.com/go-chi/chi/v5"
	"github.com/go-chi/jwtauth/v5"
)

func list(w http.ResponseWriter, r *http.Request) { w.Write([]byte("secret")) }

func routes(auth *jwtauth.JWTAuth) http.Handler {
	r := chi.NewRouter()
	r.Use(jwtauth.Verifier(auth)) // want sessioncheck:"Verifier lets requests without a token through, and nothing rejects them"
	r.Get("/secret", list)
	return r
}
