// Package elsewhere has keys and configurations for others.
package elsewhere

import "github.com/coreos/go-oidc/v3/oidc"

var keys oidc.KeySet

// Keys are those of the provider.
func Keys() oidc.KeySet { return keys }

// Strict checks everything.
func Strict() *oidc.Config { return &oidc.Config{ClientID: "shop"} }

// Loose accepts expired tokens.
func Loose() *oidc.Config { return &oidc.Config{ClientID: "shop", SkipExpiryCheck: true} }
