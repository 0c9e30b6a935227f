// Package lib has handlers and helpers that package app registers and calls.
package lib

import "net/http"

// Fail answers with a status.
func Fail(w http.ResponseWriter, status int, text string) { http.Error(w, text, status) }

// Deny rejects.
func Deny(w http.ResponseWriter) { Fail(w, http.StatusForbidden, "no") }

// Login logs in.
func Login(w http.ResponseWriter, r *http.Request) { w.Write([]byte("hello")) }

// Auth lets known people through.
func Auth(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if r.Header.Get("Authorization") == "" {
			Deny(w)
			return
		}
		next.ServeHTTP(w, r)
	})
}
