// Package app answers with another package.
package app

import (
	"net/http"

	"sessionlint.test/src/tokenresponse/crosspkg/lib"
)

func bad(w http.ResponseWriter, r *http.Request) {
	lib.Unauthorized(w, "bad token "+r.Header.Get("Authorization"))  // want tokenresponse:"header Authorization"
	http.Error(w, lib.Check(lib.Bearer(r)), http.StatusUnauthorized) // want tokenresponse:"header Authorization"
}

func good(w http.ResponseWriter, r *http.Request) {
	lib.Unauthorized(w, "bad token")
	lib.Unauthorized(w, "no page "+r.URL.Path)
}
