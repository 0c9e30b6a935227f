// Package wrapped compares behind helpers.
package wrapped

import (
	"net/http"
	"strings"
)

type config struct{ adminToken string }

var conf config

// helper
func bearer(r *http.Request) string {
	return strings.TrimPrefix(r.Header.Get("Authorization"), "Bearer ")
}

func helper(r *http.Request) bool {
	return bearer(r) == conf.adminToken // want tokencompare:`secret "adminToken"`
}

// parameter of a function whose callers read the request
func handle(r *http.Request) bool { return allowed(r.Header.Get("X-Auth-Token"), conf.adminToken) }

func allowed(given, stored string) bool {
	return given == stored // want tokencompare:"a secret can be guessed"
}

func handleMode(r *http.Request) bool { return modeAllowed(r.Header.Get("X-Mode"), "fast") }

func modeAllowed(given, stored string) bool { return given == stored }

// closure
func middleware(next http.Handler, secret string) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if r.Header.Get("X-Token") != secret { // want tokencompare:`secret "secret"`
			return
		}
		next.ServeHTTP(w, r)
	})
}

// generic
func equal[T ~string](token, secret T) bool {
	return token == secret // want tokencompare:`secret "secret"`
}

func generic(r *http.Request) bool { return equal(bearer(r), conf.adminToken) }

func same[T comparable](token, secret T) bool {
	return token == secret // want tokencompare:`secret "secret"`
}

func sameToken(r *http.Request) bool { return same(bearer(r), conf.adminToken) }

// method value
func (c config) verifyToken(token string) bool {
	return token == c.adminToken // want tokencompare:`secret "adminToken"`
}

func methodValue() func(string) bool { return conf.verifyToken }

// interface
type checker interface{ Check(token string) bool }

func dynamic(r *http.Request, c checker) bool { return c.Check(bearer(r)) }
