// Package elsewhere has clients and options for others.
package elsewhere

import "golang.org/x/oauth2"

// Client makes a client.
func Client() *oauth2.Config { return &oauth2.Config{ClientID: "shop"} }

// Offline asks for a refresh token.
func Offline() oauth2.AuthCodeOption { return oauth2.AccessTypeOffline }

// LoginURL begins a login with the state of the caller.
func LoginURL(conf *oauth2.Config, state string) string { return conf.AuthCodeURL(state) }
