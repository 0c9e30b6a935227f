// Package userinfo asks at places that only the configuration knows.
package userinfo

import (
	"net/http"

	"golang.org/x/oauth2"
)

type profiles interface {
	fetchProfile(token string) (string, error)
	store(token string) (string, error)
}

var _ oauth2.Token

func byFunction(p profiles, w http.ResponseWriter, r *http.Request) {
	if user, err := p.fetchProfile(r.PostFormValue("access_token")); err == nil { // want oauthpresence:"logs its owner in"
		startSession(w, user)
	}
}

func byEndpoint(w http.ResponseWriter, r *http.Request) {
	resp, err := http.Get("https://accounts.example/whoami?token=" + r.PostFormValue("access_token")) // want oauthpresence:"logs its owner in"
	if err != nil {
		return
	}
	defer resp.Body.Close()
	startSession(w, resp.Status)
}

// not named
func other(p profiles, w http.ResponseWriter, r *http.Request) {
	if user, err := p.store(r.PostFormValue("access_token")); err == nil {
		startSession(w, user)
	}
}

func startSession(w http.ResponseWriter, user string) {
	http.SetCookie(w, &http.Cookie{Name: "__Host-session", Value: user, Path: "/", Secure: true, HttpOnly: true, SameSite: http.SameSiteLaxMode})
}
