// Package app logs in with the functions of package lib.
package app

import (
	"net/http"

	"sessionlint.test/src/authabort/grantspkg/lib"
)

type app struct {
	store  lib.Store
	hashes map[string][]byte
}

func (a *app) login(w http.ResponseWriter, r *http.Request) {
	if !lib.Check(a.hashes[r.PostFormValue("name")], r.PostFormValue("password")) {
		lib.Deny(w) // want authabort:"lib.Deny rejects the request but the function goes on"
	}
	if err := a.store.Begin(w, r, 1); err != nil {
		return
	}
}

func (a *app) loginOK(w http.ResponseWriter, r *http.Request) {
	if !lib.Check(a.hashes[r.PostFormValue("name")], r.PostFormValue("password")) {
		lib.Deny(w)
		return
	}
	a.store.Begin(w, r, 1)
}

func (a *app) loginDies(w http.ResponseWriter, r *http.Request) {
	if !lib.Check(a.hashes[r.PostFormValue("name")], r.PostFormValue("password")) {
		lib.Die(w)
	}
	a.store.Begin(w, r, 1)
}
