// Package xoauth2 has a code verifier that everybody can read.
package xoauth2

import (
	"net/http"

	"golang.org/x/oauth2"
)

const verifier = "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk"

func start(conf *oauth2.Config, w http.ResponseWriter, r *http.Request) {
	http.Redirect(w, r, conf.AuthCodeURL("home", oauth2.S256ChallengeOption(verifier)), http.StatusFound) // want oauthstate:"code verifier is written in the code" oauthstate:"state of the login is a constant"
}

func callback(conf *oauth2.Config, w http.ResponseWriter, r *http.Request) {
	if _, err := conf.Exchange(r.Context(), r.FormValue("code"), oauth2.VerifierOption(verifier)); err != nil { // want oauthstate:"code verifier is written in the code" oauthstate:"never looks at state"
		http.Error(w, "login failed", http.StatusForbidden)
	}
}
