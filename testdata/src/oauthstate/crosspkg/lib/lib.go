// Package lib wraps a client for others.
package lib

import (
	"context"
	"errors"
	"net/http"

	"golang.org/x/oauth2"
)

// Provider is a client of a provider.
type Provider struct{ Conf *oauth2.Config }

// LoginURL begins a login; the caller brings the state.
func (p *Provider) LoginURL(state string, opts ...oauth2.AuthCodeOption) string {
	return p.Conf.AuthCodeURL(state, opts...)
}

// Trade trades the code of an answer.
func (p *Provider) Trade(ctx context.Context, code string) (*oauth2.Token, error) {
	return p.Conf.Exchange(ctx, code)
}

// TradeVerified does so with a code verifier.
func (p *Provider) TradeVerified(ctx context.Context, code, verifier string) (*oauth2.Token, error) {
	return p.Conf.Exchange(ctx, code, oauth2.VerifierOption(verifier))
}

// CheckState compares the state of an answer with the one kept in a cookie.
func CheckState(r *http.Request) error {
	c, err := r.Cookie("__Host-login")
	if err != nil || c.Value != r.FormValue("state") {
		return errors.New("wrong state")
	}
	return nil
}

// Greet knows nothing of states.
func Greet(w http.ResponseWriter, r *http.Request) { w.Header().Set("X-Path", r.URL.Path) }
