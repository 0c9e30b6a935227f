// Package goth logs in through many providers.
package goth

import (
	"net/http"

	"github.com/markbates/goth"
	"github.com/markbates/goth/gothic"
	"github.com/markbates/goth/providers/google"
)

func begin(w http.ResponseWriter, r *http.Request) {
	gothic.BeginAuthHandler(w, r) // info only: oauthstate reused
}

func complete(w http.ResponseWriter, r *http.Request) {
	if _, err := gothic.CompleteUserAuth(w, r); err != nil {
		http.Error(w, "login failed", http.StatusForbidden)
	}
}

func byHand(p goth.Provider, w http.ResponseWriter, r *http.Request) {
	session, err := p.BeginAuth("state") // want oauthstate:"is a constant"
	if err != nil {
		return
	}
	u, err := session.GetAuthURL()
	if err != nil {
		return
	}
	http.Redirect(w, r, u, http.StatusFound)
}

func foreignToken(p goth.Provider, w http.ResponseWriter, r *http.Request) {
	user, err := p.FetchUser(&google.Session{AccessToken: r.PostFormValue("access_token")}) // want oauthpresence:"logs its owner in"
	if err != nil {
		http.Error(w, "login failed", http.StatusForbidden)
		return
	}
	startSession(w, user.UserID)
}

func startSession(w http.ResponseWriter, user string) {}
