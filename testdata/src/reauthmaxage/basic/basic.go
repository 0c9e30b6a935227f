// Package basic logs in through an OpenID provider.
package basic

import (
	"context"
	"errors"
	"net/http"

	"github.com/coreos/go-oidc/v3/oidc"
	"golang.org/x/oauth2"
)

func client(provider *oidc.Provider) *oauth2.Config {
	return &oauth2.Config{ClientID: "shop", Endpoint: provider.Endpoint(), Scopes: []string{oidc.ScopeOpenID, "email"}}
}

func asksNothing(provider *oidc.Provider, w http.ResponseWriter, r *http.Request, state string) {
	http.Redirect(w, r, client(provider).AuthCodeURL(state), http.StatusFound) // want reauthmaxage:`login request sets no limit for the age of the authentication, send max_age or prompt=login`
}

func asksTooMuch(provider *oidc.Provider, w http.ResponseWriter, r *http.Request, state string) {
	u := client(provider).AuthCodeURL(state, oauth2.SetAuthURLParam("max_age", "604800")) // want reauthmaxage:"max_age of 168h0m0s is over the limit of 12h0m0s"
	http.Redirect(w, r, u, http.StatusFound)
}

func asksAge(provider *oidc.Provider, w http.ResponseWriter, r *http.Request, state string) {
	http.Redirect(w, r, client(provider).AuthCodeURL(state, oauth2.SetAuthURLParam("max_age", "3600")), http.StatusFound)
}

func asksLogin(provider *oidc.Provider, w http.ResponseWriter, r *http.Request, state string) {
	http.Redirect(w, r, client(provider).AuthCodeURL(state, oauth2.SetAuthURLParam("prompt", "login")), http.StatusFound)
}

// consent is no login
func asksConsent(provider *oidc.Provider, w http.ResponseWriter, r *http.Request, state string) {
	http.Redirect(w, r, client(provider).AuthCodeURL(state, oauth2.SetAuthURLParam("prompt", "consent")), http.StatusFound) // want reauthmaxage:"sets no limit"
}

// plain OAuth knows no age
func plain(w http.ResponseWriter, r *http.Request, state string) {
	conf := &oauth2.Config{ClientID: "shop", Scopes: []string{"read:user"}}
	http.Redirect(w, r, conf.AuthCodeURL(state), http.StatusFound)
}

func callback(ctx context.Context, provider *oidc.Provider, code string) (string, error) {
	token, err := client(provider).Exchange(ctx, code)
	if err != nil {
		return "", err
	}
	raw, ok := token.Extra("id_token").(string)
	if !ok {
		return "", errors.New("no ID token")
	}
	idToken, err := provider.Verifier(&oidc.Config{ClientID: "shop"}).Verify(ctx, raw) // want reauthmaxage:"auth_time of the ID token is never checked"
	if err != nil {
		return "", err
	}
	var claims struct {
		Email string `json:"email"`
	}
	if err := idToken.Claims(&claims); err != nil {
		return "", err
	}
	return claims.Email, nil
}
