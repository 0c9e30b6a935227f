// Package ways begins logins in each way that programs are written.
package ways

import (
	"crypto/rand"
	"net/http"

	"github.com/markbates/goth"
	"github.com/markbates/goth/gothic"

	"sessionlint.test/src/logins/goth/ways/elsewhere"
)

//way:inline
func inlineBad(p goth.Provider) (goth.Session, error) {
	return p.BeginAuth("login") // want oauthstate:"is a constant"
}

//way:inline
func inlineGood(w http.ResponseWriter, r *http.Request) {
	if _, err := gothic.CompleteUserAuth(w, r); err != nil {
		http.Error(w, "login failed", http.StatusForbidden)
	}
}

//way:key
func keyBad(p goth.Provider) (goth.Session, error) {
	return elsewhere.Begin(p, "login") // want oauthstate:"is a constant"
}

//way:key
func keyGood(p goth.Provider, w http.ResponseWriter) (goth.Session, error) {
	state := rand.Text()
	http.SetCookie(w, &http.Cookie{Name: "__Host-login", Value: state, Path: "/", Secure: true, HttpOnly: true, SameSite: http.SameSiteLaxMode})
	return elsewhere.Begin(p, state)
}

//way:constructor
func startBad(p goth.Provider) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		session, err := p.BeginAuth(r.FormValue("state")) // want oauthstate:"taken from the request"
		if err != nil {
			return
		}
		if u, err := session.GetAuthURL(); err == nil {
			http.Redirect(w, r, u, http.StatusFound)
		}
	}
}

//way:constructor
func startGood() http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		if _, err := gothic.CompleteUserAuth(w, r); err != nil {
			http.Error(w, "login failed", http.StatusForbidden)
		}
	}
}
