// Package checked asks for an age and checks the answer.
package checked

import (
	"context"
	"errors"
	"net/http"
	"time"

	"github.com/coreos/go-oidc/v3/oidc"
	"golang.org/x/oauth2"
)

const maxAge = time.Hour

type site struct {
	conf     *oauth2.Config
	verifier *oidc.IDTokenVerifier
}

func newSite(ctx context.Context) (*site, error) {
	provider, err := oidc.NewProvider(ctx, "https://id.example")
	if err != nil {
		return nil, err
	}
	s := &site{conf: &oauth2.Config{ClientID: "shop"}, verifier: provider.Verifier(&oidc.Config{ClientID: "shop"})}
	s.conf.Endpoint = provider.Endpoint()
	s.conf.Scopes = append([]string{"openid"}, "profile")
	return s, nil
}

func (s *site) start(w http.ResponseWriter, r *http.Request, state string) {
	http.Redirect(w, r, s.conf.AuthCodeURL(state, oauth2.SetAuthURLParam("max_age", "3600")), http.StatusFound)
}

// auth_time is checked, so that a provider that does not send it fails
func (s *site) startWithout(w http.ResponseWriter, r *http.Request, state string) {
	http.Redirect(w, r, s.conf.AuthCodeURL(state), http.StatusFound)
}

func (s *site) callback(ctx context.Context, code string) (*oidc.IDToken, error) {
	token, err := s.conf.Exchange(ctx, code)
	if err != nil {
		return nil, err
	}
	raw, _ := token.Extra("id_token").(string)
	idToken, err := s.verifier.Verify(ctx, raw)
	if err != nil {
		return nil, err
	}
	var claims struct {
		AuthTime int64 `json:"auth_time"`
	}
	if err := idToken.Claims(&claims); err != nil {
		return nil, err
	}
	if time.Since(time.Unix(claims.AuthTime, 0)) > maxAge+time.Minute {
		return nil, errors.New("log in again")
	}
	return idToken, nil
}
