// Package app registers handlers of package lib.
package app

import (
	"net/http"

	"sessionlint.test/src/routes/crosspkg/lib"
)

func me(w http.ResponseWriter, r *http.Request) {
	lib.Fail(w, http.StatusUnauthorized, "log in first")
}

func admin(w http.ResponseWriter, r *http.Request) { lib.Deny(w) }

func routes() {
	http.HandleFunc("/login", lib.Login)
	http.Handle("/me", lib.Auth(http.HandlerFunc(me)))
}
