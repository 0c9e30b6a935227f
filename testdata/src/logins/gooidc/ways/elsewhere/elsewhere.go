// Package elsewhere has clients and options for others.
package elsewhere

import (
	"github.com/coreos/go-oidc/v3/oidc"
	"golang.org/x/oauth2"
)

// Client makes a client.
func Client(provider *oidc.Provider) *oauth2.Config {
	return &oauth2.Config{ClientID: "shop", Endpoint: provider.Endpoint(), Scopes: []string{oidc.ScopeOpenID}}
}

// Offline asks for a refresh token.
func Offline() oauth2.AuthCodeOption { return oauth2.AccessTypeOffline }

// MaxAge limits the age of the authentication.
func MaxAge() oauth2.AuthCodeOption { return oauth2.SetAuthURLParam("max_age", "3600") }

// LoginURL begins a login; the caller adds parameters.
func LoginURL(conf *oauth2.Config, state string, opts ...oauth2.AuthCodeOption) string {
	return conf.AuthCodeURL(state, opts...)
}
