// Package app takes them for tokens.
package app

import (
	"net/http"

	"sessionlint.test/src/tokenrand/clock/lib"
)

func login(w http.ResponseWriter) {
	http.SetCookie(w, &http.Cookie{Name: "session", Value: lib.NewID()}) // want tokenrand:"session cookie \"session\" from .*time.UnixNano.? is predictable"
}

func order(w http.ResponseWriter) {
	http.SetCookie(w, &http.Cookie{Name: "order", Value: lib.NewID()})
}
