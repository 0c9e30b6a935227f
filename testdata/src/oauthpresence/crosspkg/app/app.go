// Package app logs people in with the help of another package.
package app

import (
	"net/http"

	"golang.org/x/oauth2"

	"sessionlint.test/src/oauthpresence/crosspkg/lib"
)

func startSession(w http.ResponseWriter, user string) {
	http.SetCookie(w, &http.Cookie{Name: "__Host-session", Value: user, Path: "/", Secure: true, HttpOnly: true, SameSite: http.SameSiteLaxMode})
}

func bad(w http.ResponseWriter, r *http.Request) {
	profile, err := lib.Fetch(r.Context(), r.PostFormValue("access_token")) // want oauthpresence:"logs its owner in"
	if err != nil {
		http.Error(w, "login failed", http.StatusUnauthorized)
		return
	}
	startSession(w, profile.ID)
}

func good(conf *oauth2.Config, w http.ResponseWriter, r *http.Request) {
	if c, err := r.Cookie("__Host-login"); err != nil || c.Value != r.FormValue("state") {
		return
	}
	token, err := lib.Trade(r.Context(), conf, r.FormValue("code"))
	if err != nil {
		http.Error(w, "login failed", http.StatusUnauthorized)
		return
	}
	profile, err := lib.Fetch(r.Context(), token.AccessToken)
	if err != nil {
		http.Error(w, "login failed", http.StatusUnauthorized)
		return
	}
	startSession(w, profile.ID)
}
