// Package logging logs requests, and knows nothing of tokens.
package logging

import (
	"log"
	"net/http"
)

// Requests logs every request with its query.
func Requests(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		log.Println(r.Method, r.URL.String())
		next.ServeHTTP(w, r)
	})
}

// Paths logs every request without its query.
func Paths(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		log.Println(r.Method, r.URL.Path)
		next.ServeHTTP(w, r)
	})
}

// One logs one request: which, its caller decides.
func One(r *http.Request) { log.Println(r.RequestURI) }
