// Package limits holds what is not decided, and why.
package limits

import "net/http"

type checker interface{ Validate(role string) bool }

// known: what Validate does is not in sight
func elsewhere(c checker, w http.ResponseWriter, r *http.Request) {
	cookie, err := r.Cookie("role")
	if err != nil || !c.Validate(cookie.Value) || cookie.Value != "admin" {
		http.Error(w, "forbidden", http.StatusForbidden)
	}
}

// known false negative: the name is not constant
func named(name string, w http.ResponseWriter, r *http.Request) {
	if cookie, err := r.Cookie(name); err != nil || cookie.Value != "admin" {
		http.Error(w, "forbidden", http.StatusForbidden)
	}
}

// negative control
func constant(w http.ResponseWriter, r *http.Request) {
	if cookie, err := r.Cookie("role"); err != nil || cookie.Value != "admin" { // want plaincookie:"decides access"
		http.Error(w, "forbidden", http.StatusForbidden)
	}
}
