// Package ways redirects in the ways that wrapped leaves out.
package ways

import (
	"net/http"

	"github.com/golang-jwt/jwt/v5"
)

// interface with one implementation
type signer interface{ sign(*jwt.Token) string }

type hmacSigner struct{ key []byte }

func (s hmacSigner) sign(token *jwt.Token) string {
	text, _ := token.SignedString(s.key)
	return text
}

func interfaceSigned(w http.ResponseWriter, r *http.Request, s signer, token *jwt.Token) {
	http.Redirect(w, r, "/app?token="+s.sign(token), http.StatusFound) // want tokenurl:"a signed token is put into a URL"
}

type page interface{ path() string }

type home struct{}

func (home) path() string { return "/home" }

func interfacePath(w http.ResponseWriter, r *http.Request, p page) {
	http.Redirect(w, r, "/app?next="+p.path(), http.StatusFound)
}

// closure
func closureSigned(w http.ResponseWriter, r *http.Request, token *jwt.Token, key []byte) func() {
	text, _ := token.SignedString(key)
	return func() { http.Redirect(w, r, "/app?token="+text, http.StatusFound) } // want tokenurl:"a signed token is put into a URL"
}

func closurePath(w http.ResponseWriter, r *http.Request) func() {
	path := r.URL.Path
	return func() { http.Redirect(w, r, "/app?next="+path, http.StatusFound) }
}

// generic
func first[T any](list ...T) T { return list[0] }

func genericPath(w http.ResponseWriter, r *http.Request) {
	http.Redirect(w, r, first("/app?next="+r.URL.Path), http.StatusFound)
}
