// Package ways begins logins in each way that programs are written.
package ways

import (
	"crypto/rand"
	"net/http"

	"golang.org/x/oauth2"

	"sessionlint.test/src/logins/xoauth2/ways/elsewhere"
)

var conf *oauth2.Config

func keep(w http.ResponseWriter, state string) {
	http.SetCookie(w, &http.Cookie{Name: "__Host-login", Value: state, Path: "/", Secure: true, HttpOnly: true, SameSite: http.SameSiteLaxMode})
}

//way:inline
func inlineBad(w http.ResponseWriter, r *http.Request) {
	http.Redirect(w, r, conf.AuthCodeURL("login"), http.StatusFound) // want oauthstate:"is a constant"
}

//way:inline
func inlineGood(w http.ResponseWriter, r *http.Request) {
	state := rand.Text()
	keep(w, state)
	http.Redirect(w, r, conf.AuthCodeURL(state), http.StatusFound)
}

//way:key
func keyBad(w http.ResponseWriter, r *http.Request) {
	http.Redirect(w, r, elsewhere.LoginURL(conf, "login"), http.StatusFound) // want oauthstate:"is a constant"
}

//way:key
func keyGood(w http.ResponseWriter, r *http.Request) {
	state := rand.Text()
	keep(w, state)
	http.Redirect(w, r, elsewhere.LoginURL(conf, state), http.StatusFound)
}

//way:constructor
func startBad(conf *oauth2.Config) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		http.Redirect(w, r, conf.AuthCodeURL(r.FormValue("state")), http.StatusFound) // want oauthstate:"taken from the request"
	}
}

//way:constructor
func startGood(conf *oauth2.Config) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		state := rand.Text()
		keep(w, state)
		http.Redirect(w, r, conf.AuthCodeURL(state), http.StatusFound)
	}
}

//way:options
func optionsBad(w http.ResponseWriter, r *http.Request) {
	http.Redirect(w, r, elsewhere.Client().AuthCodeURL("login", elsewhere.Offline()), http.StatusFound) // want oauthstate:"is a constant"
}

//way:options
func optionsGood(w http.ResponseWriter, r *http.Request) {
	state := rand.Text()
	keep(w, state)
	http.Redirect(w, r, elsewhere.Client().AuthCodeURL(state, elsewhere.Offline()), http.StatusFound)
}
