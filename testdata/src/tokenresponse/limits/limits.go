// Package limits holds what the rule does not decide.
package limits

import (
	"fmt"
	"net/http"
)

// A body written after an error status is a body like any other.
func written(w http.ResponseWriter, r *http.Request) {
	w.WriteHeader(http.StatusUnauthorized)
	fmt.Fprintf(w, "bad token %s", r.Header.Get("Authorization"))
}

// A value that is only called a token.
func named(w http.ResponseWriter, token string) { http.Error(w, token, http.StatusUnauthorized) }
