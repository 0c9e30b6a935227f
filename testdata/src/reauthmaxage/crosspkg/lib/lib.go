// Package lib is the client of an OpenID provider for others.
package lib

import (
	"context"

	"github.com/coreos/go-oidc/v3/oidc"
	"golang.org/x/oauth2"
)

// Client makes a client.
func Client(provider *oidc.Provider) *oauth2.Config {
	return &oauth2.Config{Endpoint: provider.Endpoint(), Scopes: []string{"openid"}}
}

// Login wraps a client.
type Login struct{ conf *oauth2.Config }

// New makes a Login.
func New(provider *oidc.Provider) *Login { return &Login{Client(provider)} }

// URL begins a login; the caller adds parameters.
func (l *Login) URL(state string, opts ...oauth2.AuthCodeOption) string {
	return l.conf.AuthCodeURL(state, opts...)
}

// PlainURL begins a login without any.
func (l *Login) PlainURL(state string) string {
	return l.conf.AuthCodeURL(state) // want reauthmaxage:"sets no limit"
}

// Verify returns the token: what its callers check is not known here.
func Verify(ctx context.Context, conf *oauth2.Config, verifier *oidc.IDTokenVerifier, code string) (*oidc.IDToken, error) {
	token, err := conf.Exchange(ctx, code)
	if err != nil {
		return nil, err
	}
	raw, _ := token.Extra("id_token").(string)
	return verifier.Verify(ctx, raw)
}
