// Package gooidcnonce binds the login by its nonce alone.
package gooidcnonce

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
	nonce := rand.Text()
	http.SetCookie(w, &http.Cookie{Name: "__Host-nonce", Value: nonce, Path: "/", Secure: true, HttpOnly: true, SameSite: http.SameSiteLaxMode})
	http.Redirect(w, r, l.conf.AuthCodeURL("/home", oidc.Nonce(nonce), oauth2.SetAuthURLParam("prompt", "login")), http.StatusFound)
}

func (l *login) callback(w http.ResponseWriter, r *http.Request) {
	token, err := l.conf.Exchange(r.Context(), r.FormValue("code"))
	if err != nil {
		http.Error(w, "login failed", http.StatusForbidden)
		return
	}
	raw, _ := token.Extra("id_token").(string)
	idToken, err := l.verifier.Verify(r.Context(), raw)
	if err != nil {
		http.Error(w, "login failed", http.StatusForbidden)
		return
	}
	c, err := r.Cookie("__Host-nonce")
	if err != nil || c.Value != idToken.Nonce {
		http.Error(w, "wrong nonce", http.StatusForbidden)
		return
	}
	http.Redirect(w, r, r.FormValue("state"), http.StatusFound)
}
