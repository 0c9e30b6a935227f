// Package handlers asks package auth who somebody is.
package handlers

import (
	"net/http"

	"sessionlint.test/src/tokenlog/routed/auth"
)

// Page is a page for those who have a token.
func Page(w http.ResponseWriter, r *http.Request) {
	if auth.Token(r) == "" {
		http.Error(w, "no token", http.StatusUnauthorized)
	}
}
