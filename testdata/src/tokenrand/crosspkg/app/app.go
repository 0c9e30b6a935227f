// Package app makes tokens with another package.
package app

import (
	"net/http"

	"sessionlint.test/src/tokenrand/crosspkg/lib"
)

func weak(w http.ResponseWriter) {
	http.SetCookie(w, &http.Cookie{Name: "session", Value: lib.Weak(32)}) // want tokenrand:`session cookie "session" from .*rand.Intn.? is predictable`
}

func strong(w http.ResponseWriter) {
	http.SetCookie(w, &http.Cookie{Name: "session", Value: lib.Strong(32)})
}

func sent(w http.ResponseWriter) {
	lib.Set(w, lib.Weak(32)) // want tokenrand:"predictable"
	lib.Set(w, lib.Strong(32))
}

func newResetToken() string { return lib.Weak(40) } // want tokenrand:"newResetToken from .*rand.Intn.? is predictable"

func newCaption() string { return lib.Weak(4) }
