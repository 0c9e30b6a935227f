// Package gooidc sends a nonce and forgets it.
package gooidc

import (
	"crypto/rand"
	"net/http"

	"github.com/coreos/go-oidc/v3/oidc"
	"golang.org/x/oauth2"
)

type login struct {
	conf     *oauth2.Config
	verifier *oidc.IDTokenVerifier
}

func (l *login) start(w http.ResponseWriter, r *http.Request) {
	state := rand.Text()
	http.SetCookie(w, &http.Cookie{Name: "__Host-login", Value: state, Path: "/", Secure: true, HttpOnly: true, SameSite: http.SameSiteLaxMode})
	http.Redirect(w, r, l.conf.AuthCodeURL(state, oidc.Nonce(rand.Text()), oauth2.SetAuthURLParam("prompt", "login")), http.StatusFound)
}

func (l *login) callback(w http.ResponseWriter, r *http.Request) {
	c, err := r.Cookie("__Host-login")
	if err != nil || c.Value != r.FormValue("state") {
		http.Error(w, "wrong state", http.StatusForbidden)
		return
	}
	token, err := l.conf.Exchange(r.Context(), r.FormValue("code"))
	if err != nil {
		http.Error(w, "login failed", http.StatusForbidden)
		return
	}
	raw, _ := token.Extra("id_token").(string)
	idToken, err := l.verifier.Verify(r.Context(), raw) // want oauthstate:"nonce is sent, but that of the ID token is never compared"
	if err != nil {
		http.Error(w, "login failed", http.StatusForbidden)
		return
	}
	w.Header().Set("X-User", idToken.Subject)
}
