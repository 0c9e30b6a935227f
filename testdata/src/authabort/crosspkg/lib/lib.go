// Package lib has the helpers of package app.
package lib

import "net/http"

// Fail answers with a status.
func Fail(w http.ResponseWriter, status int, text string) { http.Error(w, text, status) }

// Deny rejects.
func Deny(w http.ResponseWriter) { Fail(w, http.StatusForbidden, "no") }

// Check rejects, and says so.
func Check(w http.ResponseWriter, r *http.Request) bool {
	if r.Header.Get("Authorization") == "" {
		Deny(w)
		return false
	}
	return true
}

// Show serves.
func Show(w http.ResponseWriter) { w.Write([]byte("secret")) }
