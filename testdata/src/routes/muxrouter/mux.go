// Package muxrouter registers routes with gorilla/mux.
package muxrouter

import (
	"net/http"

	"github.com/gorilla/mux"
)

func ok(w http.ResponseWriter, r *http.Request) {}

func auth(next http.Handler) http.Handler { return next }

type app struct{ router *mux.Router }

func (a *app) routes() {
	a.router.Use(auth)
	a.router.HandleFunc("/login", ok).Methods("POST")
	sub := a.router.PathPrefix("/api").Subrouter()
	sub.Handle("/users", auth(http.HandlerFunc(ok))).Methods(http.MethodGet).Name("users")
	sub.Methods("PUT").Path("/users/{id}").HandlerFunc(ok)
}
