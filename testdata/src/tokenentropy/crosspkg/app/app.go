// Package app makes tokens with another package.
package app

import (
	"net/http"

	"sessionlint.test/src/tokenentropy/crosspkg/lib"
)

func set(w http.ResponseWriter, value string) {
	http.SetCookie(w, &http.Cookie{Name: "session", Value: value})
}

func all(w http.ResponseWriter) {
	set(w, lib.Random(lib.Length)) // want tokenentropy:"only 40 random bits"
	set(w, lib.Random(32))
	set(w, lib.Fixed())             // want tokenentropy:"only 40 random bits"
	set(w, lib.Cut(lib.Random(32))) // want tokenentropy:"only 24 random bits"
}

func newAccessToken() string { return lib.Random(7) } // want tokenentropy:"newAccessToken has only 56 random bits"
