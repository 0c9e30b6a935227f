// Package minted has a function that makes tokens in a way that cannot be seen.
package minted

import (
	"io"
	"net/http"

	"github.com/alexedwards/scs/v2"
	"golang.org/x/crypto/bcrypt"
)

var (
	manager = scs.New()
	hash    []byte
)

// mint makes the token of a session.
//
//sessionlint:role token
func mint(name string) string { return name }

// mark does not.
func mark(name string) string { return name }

func login(w http.ResponseWriter, r *http.Request) {
	if bcrypt.CompareHashAndPassword(hash, []byte(r.PostFormValue("password"))) == nil {
		io.WriteString(w, mint(r.PostFormValue("name")))
	}
}

// loginRecord keeps a token of its own in the session.
func loginRecord(w http.ResponseWriter, r *http.Request) {
	if bcrypt.CompareHashAndPassword(hash, []byte(r.PostFormValue("password"))) == nil {
		manager.Put(r.Context(), "user", mint(r.PostFormValue("name")))
	}
}

func loginMarked(w http.ResponseWriter, r *http.Request) {
	if bcrypt.CompareHashAndPassword(hash, []byte(r.PostFormValue("password"))) == nil {
		manager.Put(r.Context(), "user", mark(r.PostFormValue("name"))) // want sessionrotation:"without renewing the session ID"
	}
}
