// Package ways compares in the ways that wrapped leaves out.
package ways

import (
	"crypto/subtle"
	"net/http"
)

type config struct{ adminToken, region string }

func bearer(r *http.Request) string { return r.Header.Get("Authorization") }

// interface with one implementation
type reader interface{ token(*http.Request) string }

type headers struct{}

func (headers) token(r *http.Request) string { return bearer(r) }

func interfaceEqual(r *http.Request, from reader, conf config) bool {
	return from.token(r) == conf.adminToken // want tokencompare:`secret "adminToken"`
}

func interfaceConstant(r *http.Request, from reader, conf config) bool {
	return subtle.ConstantTimeCompare([]byte(from.token(r)), []byte(conf.adminToken)) == 1
}

// closure
func closureConstant(next http.Handler, secret string) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if subtle.ConstantTimeCompare([]byte(r.Header.Get("X-Token")), []byte(secret)) == 1 {
			next.ServeHTTP(w, r)
		}
	})
}

// generic helper that hands on what it is given
func first[T any](list ...T) T { return list[0] }

func genericEqual(r *http.Request, conf config) bool {
	return first(bearer(r)) == conf.adminToken // want tokencompare:`secret "adminToken"`
}

func genericConstant(r *http.Request, conf config) bool {
	return subtle.ConstantTimeCompare([]byte(first(bearer(r))), []byte(conf.adminToken)) == 1
}

// field
func fieldConstant(r *http.Request, conf config) bool {
	return subtle.ConstantTimeCompare([]byte(bearer(r)), []byte(conf.adminToken)) == 1
}

func fieldPlain(r *http.Request, conf config) bool { return r.Header.Get("X-Region") == conf.region }

// one condition, several secrets
func eitherEqual(r *http.Request, conf, old config) bool {
	return bearer(r) == conf.adminToken || bearer(r) == old.adminToken // want tokencompare:`secret "adminToken"`
}
