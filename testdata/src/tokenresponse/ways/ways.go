// Package ways answers in the ways that wrapped leaves out.
package ways

import (
	"fmt"
	"net/http"
)

func bearer(r *http.Request) string { return r.Header.Get("Authorization") }

// interface with one implementation that reads
type reader interface{ token(*http.Request) string }

type headers struct{}

func (headers) token(r *http.Request) string { return bearer(r) }

func interfaceToken(w http.ResponseWriter, r *http.Request, from reader) {
	http.Error(w, from.token(r), http.StatusForbidden) // want tokenresponse:"header Authorization is sent back in an error response"
}

type pather interface{ path(*http.Request) string }

type paths struct{}

func (paths) path(r *http.Request) string { return r.URL.Path }

func interfacePath(w http.ResponseWriter, r *http.Request, from pather) {
	http.Error(w, from.path(r), http.StatusNotFound)
}

// interface with one implementation that answers
type responder interface {
	fail(w http.ResponseWriter, text string)
}

type plain struct{}

func (plain) fail(w http.ResponseWriter, text string) { http.Error(w, text, http.StatusForbidden) }

func interfaceResponder(w http.ResponseWriter, r *http.Request, by responder) {
	by.fail(w, bearer(r)) // want tokenresponse:"header Authorization is sent back in an error response"
	by.fail(w, r.URL.Path)
}

// a function that does more, and answers with the beginning of its parameter
func deny(w http.ResponseWriter, token string) bool {
	if len(token) < 8 {
		return false
	}
	http.Error(w, "unknown "+token[:4], http.StatusForbidden)
	return true
}

func helperDeny(w http.ResponseWriter, r *http.Request) bool { return deny(w, bearer(r)) }

// closure
func closurePath(w http.ResponseWriter, r *http.Request) {
	deny := func(text string) { http.Error(w, text+r.URL.Path, http.StatusForbidden) }
	deny("no: ")
}

// generic
func text[T any](v T) string { return fmt.Sprint(v) }

func genericPath(w http.ResponseWriter, r *http.Request) {
	http.Error(w, text(r.URL.Path), http.StatusForbidden)
}
