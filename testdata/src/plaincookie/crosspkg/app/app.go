// Package app believes what another package read.
package app

import (
	"net/http"

	"sessionlint.test/src/plaincookie/crosspkg/lib"
)

func admin(w http.ResponseWriter, r *http.Request) {
	if lib.Role(r) != "admin" { // want plaincookie:`cookie "role" decides access`
		http.Error(w, "forbidden", http.StatusForbidden)
		return
	}
	w.WriteHeader(http.StatusNoContent)
}

func label(w http.ResponseWriter, r *http.Request) { w.Header().Set("X-Role", lib.Role(r)) }
