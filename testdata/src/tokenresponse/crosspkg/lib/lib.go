// Package lib answers and reads for others.
package lib

import (
	"fmt"
	"net/http"
)

// Unauthorized answers.
func Unauthorized(w http.ResponseWriter, text string) {
	http.Error(w, text, http.StatusUnauthorized)
}

// Bearer returns the token of a request.
func Bearer(r *http.Request) string { return r.Header.Get("Authorization") }

// Check repeats a text.
func Check(text string) string { return fmt.Sprintf("%s is unknown", text) }
