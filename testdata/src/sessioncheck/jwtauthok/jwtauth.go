// Package jwtauthok rejects what the verifier lets through.
package jwtauthok

import (
	"net/http"

	"github.com/go-chi/chi/v5"
	"github.com/go-chi/jwtauth/v5"
)

func list(w http.ResponseWriter, r *http.Request) { w.Write([]byte("secret")) }

func routes(auth *jwtauth.JWTAuth) http.Handler {
	r := chi.NewRouter()
	r.Use(jwtauth.Verifier(auth))
	r.Use(jwtauth.Authenticator(auth))
	r.Get("/secret", list)
	return r
}
