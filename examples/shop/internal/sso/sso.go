// Package sso logs customers in through an OpenID provider.
package sso

import (
	"context"
	"crypto/rand"
	"errors"
	"net/http"
	"time"

	"github.com/coreos/go-oidc/v3/oidc"
	"golang.org/x/oauth2"
)

// maxAge is how long ago a customer may have authenticated at the provider.
const maxAge = time.Hour

// A Client is the shop as the provider knows it.
type Client struct {
	conf     *oauth2.Config
	provider *oidc.Provider
	verifier *oidc.IDTokenVerifier
	signIn   func(w http.ResponseWriter, r *http.Request, subject string)
}

// Config is what the provider and the shop agreed on.
type Config struct{ Issuer, ID, Secret, Redirect string }

// New asks the provider for its keys and endpoints. Customers who come back
// from it are handed to signIn.
func New(ctx context.Context, c Config, signIn func(w http.ResponseWriter, r *http.Request, subject string)) (*Client, error) {
	provider, err := oidc.NewProvider(ctx, c.Issuer)
	if err != nil {
		return nil, err
	}
	return &Client{
		conf: &oauth2.Config{
			ClientID: c.ID, ClientSecret: c.Secret, RedirectURL: c.Redirect,
			Endpoint: provider.Endpoint(), Scopes: []string{oidc.ScopeOpenID},
		},
		provider: provider,
		verifier: provider.Verifier(&oidc.Config{ClientID: c.ID}),
		signIn:   signIn,
	}, nil
}

// Start sends the browser to the provider. State and nonce are kept in cookies
// of this browser.
func (c *Client) Start(w http.ResponseWriter, r *http.Request) {
	state, nonce := rand.Text(), rand.Text()
	keep(w, "__Host-login-state", state)
	keep(w, "__Host-login-nonce", nonce)
	u := c.conf.AuthCodeURL(state, oidc.Nonce(nonce), oauth2.SetAuthURLParam("max_age", "3600"))
	http.Redirect(w, r, u, http.StatusFound)
}

func keep(w http.ResponseWriter, name, value string) {
	http.SetCookie(w, &http.Cookie{
		Name: name, Value: value, Path: "/", MaxAge: 600, Secure: true, HttpOnly: true, SameSite: http.SameSiteLaxMode,
	})
}

// Callback is where the provider sends the browser back to.
func (c *Client) Callback(w http.ResponseWriter, r *http.Request) {
	if !kept(r, "__Host-login-state", r.URL.Query().Get("state")) {
		http.Error(w, "this login was begun elsewhere", http.StatusForbidden)
		return
	}
	token, err := c.idToken(r.Context(), r.URL.Query().Get("code"))
	if err != nil || !kept(r, "__Host-login-nonce", token.Nonce) || !fresh(token) {
		http.Error(w, "login failed", http.StatusForbidden)
		return
	}
	c.signIn(w, r, token.Subject)
}

func kept(r *http.Request, name, value string) bool {
	cookie, err := r.Cookie(name)
	return err == nil && value != "" && cookie.Value == value
}

func (c *Client) idToken(ctx context.Context, code string) (*oidc.IDToken, error) {
	token, err := c.conf.Exchange(ctx, code)
	if err != nil {
		return nil, err
	}
	raw, ok := token.Extra("id_token").(string)
	if !ok {
		return nil, errors.New("the provider sent no ID token")
	}
	return c.verifier.Verify(ctx, raw)
}

// fresh reports whether the customer authenticated not too long ago.
func fresh(token *oidc.IDToken) bool {
	var claims struct {
		AuthTime int64 `json:"auth_time"`
	}
	return token.Claims(&claims) == nil && time.Since(time.Unix(claims.AuthTime, 0)) <= maxAge+time.Minute
}
