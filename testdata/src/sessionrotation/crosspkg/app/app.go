// Package app has the handlers.
package app

import (
	"net/http"

	"sessionlint.test/src/sessionrotation/crosspkg/auth"
)

var hashes = map[string]string{}

func good(w http.ResponseWriter, r *http.Request) {
	name := r.PostFormValue("name")
	if auth.Verify(hashes[name], r.PostFormValue("password")) != nil {
		http.Error(w, "login failed", http.StatusUnauthorized)
		return
	}
	if err := auth.SignIn(r, name); err != nil {
		http.Error(w, "internal error", http.StatusInternalServerError)
	}
}

func bad(w http.ResponseWriter, r *http.Request) {
	name := r.PostFormValue("name")
	if auth.Verify(hashes[name], r.PostFormValue("password")) != nil {
		http.Error(w, "login failed", http.StatusUnauthorized)
		return
	}
	auth.Remember(r, name) // want sessionrotation:"without renewing"
}

// named: the key is an argument.
func named(w http.ResponseWriter, r *http.Request) {
	name := r.PostFormValue("name")
	if auth.Verify(hashes[name], r.PostFormValue("password")) != nil {
		http.Error(w, "login failed", http.StatusUnauthorized)
		return
	}
	auth.Keep(r, "theme", "dark")
	auth.Keep(r, "username", name) // want sessionrotation:"without renewing"
}
