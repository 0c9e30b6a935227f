// Package gooidc verifies ID tokens with go-oidc, which looks at signature,
// issuer, audience and expiry unless its configuration says no.
package gooidc

import (
	"context"
	"errors"
	"net/http"

	"github.com/coreos/go-oidc/v3/oidc"
	"golang.org/x/oauth2"

	"sessionlint.test/src/bearers/gooidc/elsewhere"
)

//way:inline
func inlineBad(ctx context.Context, provider *oidc.Provider, raw string) (string, error) {
	verifier := provider.Verifier(&oidc.Config{SkipClientIDCheck: true}) // want tokenclaims:"tokens that were issued to other clients are accepted"
	token, err := verifier.Verify(ctx, raw)
	if err != nil {
		return "", err
	}
	return token.Subject, nil
}

//way:inline
func inlineGood(ctx context.Context, provider *oidc.Provider, raw string) (string, error) {
	token, err := provider.Verifier(&oidc.Config{ClientID: "shop"}).Verify(ctx, raw)
	if err != nil {
		return "", err
	}
	return token.Subject, nil
}

//way:key
func keyBad(ctx context.Context, raw string) (string, error) {
	verifier := oidc.NewVerifier("https://id.example", elsewhere.Keys(), &oidc.Config{ClientID: "shop", SkipExpiryCheck: true}) // want tokenclaims:"expired tokens are accepted"
	token, err := verifier.Verify(ctx, raw)
	if err != nil {
		return "", err
	}
	return token.Subject, nil
}

//way:key
func keyGood(ctx context.Context, raw string) (string, error) {
	token, err := oidc.NewVerifier("https://id.example", elsewhere.Keys(), &oidc.Config{ClientID: "shop"}).Verify(ctx, raw)
	if err != nil {
		return "", err
	}
	return token.Subject, nil
}

//way:constructor
func guardBad(provider *oidc.Provider) func(http.Handler) http.Handler {
	verifier := provider.Verifier(&oidc.Config{ClientID: "shop", SkipIssuerCheck: true}) // want tokenclaims:"tokens of every issuer are accepted"
	return func(next http.Handler) http.Handler {
		return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
			if _, err := verifier.Verify(r.Context(), r.Header.Get("Authorization")); err != nil {
				http.Error(w, "login required", http.StatusUnauthorized)
				return
			}
			next.ServeHTTP(w, r)
		})
	}
}

//way:constructor
func guardGood(provider *oidc.Provider) func(http.Handler) http.Handler {
	verifier := provider.Verifier(&oidc.Config{ClientID: "shop"})
	return func(next http.Handler) http.Handler {
		return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
			if _, err := verifier.Verify(r.Context(), r.Header.Get("Authorization")); err != nil {
				http.Error(w, "login required", http.StatusUnauthorized)
				return
			}
			next.ServeHTTP(w, r)
		})
	}
}

//way:options
func optionsBad(ctx context.Context, provider *oidc.Provider, raw string) (string, error) {
	token, err := provider.Verifier(elsewhere.Loose()).Verify(ctx, raw) // want tokenclaims:"expired tokens are accepted"
	if err != nil {
		return "", err
	}
	return token.Subject, nil
}

//way:options
func optionsGood(ctx context.Context, provider *oidc.Provider, raw string) (string, error) {
	token, err := provider.Verifier(elsewhere.Strict()).Verify(ctx, raw)
	if err != nil {
		return "", err
	}
	return token.Subject, nil
}

// From the client, and nobody looks at the signature.
func unsigned(w http.ResponseWriter, r *http.Request, provider *oidc.Provider) {
	verifier := provider.Verifier(&oidc.Config{ClientID: "shop", InsecureSkipSignatureCheck: true})
	token, err := verifier.Verify(r.Context(), r.FormValue("id_token")) // want tokenverify:"claims of a token are used that nothing has verified"
	if err != nil {
		http.Error(w, "login required", http.StatusUnauthorized)
		return
	}
	http.SetCookie(w, session(token.Subject))
}

func session(user string) *http.Cookie { return &http.Cookie{Name: "__Host-session", Value: user} }

// From the provider itself.
func traded(ctx context.Context, conf *oauth2.Config, provider *oidc.Provider, code string) (string, error) {
	tokens, err := conf.Exchange(ctx, code)
	if err != nil {
		return "", err
	}
	raw, ok := tokens.Extra("id_token").(string)
	if !ok {
		return "", errors.New("no ID token")
	}
	token, err := provider.Verifier(&oidc.Config{ClientID: "shop", InsecureSkipSignatureCheck: true}).Verify(ctx, raw)
	if err != nil {
		return "", err
	}
	return token.Subject, nil
}

// A setting decides: unknown.
func configured(ctx context.Context, provider *oidc.Provider, raw, client string) (string, error) {
	token, err := provider.Verifier(&oidc.Config{ClientID: client, SkipClientIDCheck: client == ""}).Verify(ctx, raw)
	if err != nil {
		return "", err
	}
	return token.Subject, nil
}

// An expired token still says whose session ends.
func logout(ctx context.Context, provider *oidc.Provider, raw string) (string, error) {
	token, err := provider.Verifier(&oidc.Config{ClientID: "shop", SkipExpiryCheck: true}).Verify(ctx, raw)
	if err != nil {
		return "", err
	}
	return token.Subject, nil
}

// Other packages may look at the audience.
func Verify(ctx context.Context, provider *oidc.Provider, raw string) (*oidc.IDToken, error) {
	return provider.Verifier(&oidc.Config{SkipClientIDCheck: true}).Verify(ctx, raw)
}
