// Package app rejects with helpers of package lib.
package app

import (
	"net/http"

	"sessionlint.test/src/authabort/crosspkg/lib"
)

func denied(w http.ResponseWriter, r *http.Request) {
	if r.Header.Get("Authorization") == "" {
		lib.Deny(w) // want authabort:"lib.Deny rejects the request but the function goes on"
	}
	lib.Show(w)
}

func failed(w http.ResponseWriter, r *http.Request) {
	if r.Header.Get("Authorization") == "" {
		lib.Fail(w, http.StatusUnauthorized, "no") // want authabort:"lib.Fail rejects the request but the function goes on"
	}
	lib.Show(w)
}

func checked(w http.ResponseWriter, r *http.Request) {
	if !lib.Check(w, r) {
		return
	}
	lib.Show(w)
}

// Another status is no rejection.
func missing(w http.ResponseWriter, r *http.Request) {
	if r.Header.Get("Authorization") == "" {
		lib.Fail(w, http.StatusNotFound, "no")
	}
	lib.Show(w)
}

func drops(w http.ResponseWriter, r *http.Request) {
	lib.Check(w, r) // want authabort:"lib.Check may have rejected the request"
	lib.Show(w)
}
