// Package wrapped answers behind helpers.
package wrapped

import (
	"fmt"
	"net/http"
)

func bearer(r *http.Request) string { return r.Header.Get("Authorization") }

// helper that answers: judged where it is called
func fail(w http.ResponseWriter, text string) { http.Error(w, text, http.StatusUnauthorized) }

func helper(w http.ResponseWriter, r *http.Request) {
	fail(w, "bad token "+bearer(r)) // want tokenresponse:"header Authorization"
	fail(w, "bad token")
}

// error made by another function
func check(token string) error { return fmt.Errorf("token %s is unknown", token) }

func checked(w http.ResponseWriter, r *http.Request) {
	if err := check(bearer(r)); err != nil {
		http.Error(w, err.Error(), http.StatusUnauthorized) // want tokenresponse:"header Authorization"
	}
}

// closure
func closure(w http.ResponseWriter, r *http.Request) {
	deny := func(text string) { http.Error(w, text+bearer(r), http.StatusForbidden) } // want tokenresponse:"header Authorization"
	deny("no: ")
}

// field
type request struct{ token, path string }

func (q *request) read(r *http.Request) { q.token, q.path = bearer(r), r.URL.Path }

func (q *request) deny(w http.ResponseWriter) {
	http.Error(w, q.token, http.StatusForbidden) // want tokenresponse:"header Authorization"
	http.Error(w, q.path, http.StatusForbidden)
}

// generic
func text[T any](v T) string { return fmt.Sprint(v) }

func generic(w http.ResponseWriter, r *http.Request) {
	http.Error(w, text(bearer(r)), http.StatusForbidden) // want tokenresponse:"header Authorization"
}

// interface: not in sight
type responder interface {
	Fail(w http.ResponseWriter, text string)
}

func dynamic(w http.ResponseWriter, r *http.Request, by responder) { by.Fail(w, bearer(r)) }
