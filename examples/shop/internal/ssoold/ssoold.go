// Package ssoold is the single sign-on of last year: it works, and whoever
// sends a link, or has a token of another shop, logs customers in.
package ssoold

import (
	"errors"
	"net/http"

	"github.com/coreos/go-oidc/v3/oidc"
	"golang.org/x/oauth2"
)

// A Client is the shop as the provider knows it.
type Client struct {
	Conf     *oauth2.Config
	Provider *oidc.Provider
	SignIn   func(w http.ResponseWriter, r *http.Request, subject string)
}

// Start begins all logins alike, and never asks for a fresh one.
func (c *Client) Start(w http.ResponseWriter, r *http.Request) {
	http.Redirect(w, r, c.conf().AuthCodeURL("shop"), http.StatusFound) // finding: oauthstate@2, reauthmaxage@3
}

func (c *Client) conf() *oauth2.Config {
	conf := *c.Conf
	conf.Endpoint = c.Provider.Endpoint()
	conf.Scopes = []string{oidc.ScopeOpenID}
	return &conf
}

// Callback takes what comes.
func (c *Client) Callback(w http.ResponseWriter, r *http.Request) {
	token, err := c.conf().Exchange(r.Context(), r.URL.Query().Get("code")) // finding: oauthstate@2
	if err != nil {
		http.Error(w, "login failed", http.StatusForbidden)
		return
	}
	raw, _ := token.Extra("id_token").(string)
	idToken, err := c.Provider.Verifier(&oidc.Config{ClientID: c.Conf.ClientID}).Verify(r.Context(), raw) // finding: reauthmaxage@3
	if err != nil {
		http.Error(w, "login failed", http.StatusForbidden)
		return
	}
	c.SignIn(w, r, idToken.Subject)
}

// App logs in the app, which sends an access token that it got somewhere.
func (c *Client) App(w http.ResponseWriter, r *http.Request) {
	subject, err := c.owner(r, r.PostFormValue("access_token"))
	if err != nil {
		http.Error(w, "login failed", http.StatusForbidden)
		return
	}
	http.SetCookie(w, &http.Cookie{Name: "__Host-app", Value: subject, Path: "/", Secure: true, HttpOnly: true, SameSite: http.SameSiteLaxMode})
	c.SignIn(w, r, subject)
}

func (c *Client) owner(r *http.Request, access string) (string, error) {
	info, err := c.Provider.UserInfo(r.Context(), oauth2.StaticTokenSource(&oauth2.Token{AccessToken: access})) // finding: oauthpresence@2
	if err != nil {
		return "", err
	}
	if info.Subject == "" {
		return "", errors.New("nobody")
	}
	return info.Subject, nil
}

// Preview lets staff see what is not on sale yet, and everybody else who can
// edit a cookie.
func Preview(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		role, err := r.Cookie("role") // finding: plaincookie
		if err != nil || role.Value != "staff" {
			http.Error(w, "not on sale yet", http.StatusForbidden)
			return
		}
		next.ServeHTTP(w, r)
	})
}

// Banner only greets.
func Banner(w http.ResponseWriter, r *http.Request) string {
	if name, err := r.Cookie("username"); err == nil {
		return "welcome back, " + name.Value
	}
	return "welcome"
}
