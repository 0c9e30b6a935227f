// Package elsewhere has options for others.
package elsewhere

import "github.com/hashicorp/cap/oidc"

// MaxAge limits the age of the authentication.
func MaxAge() oidc.Option { return oidc.WithMaxAge(3600) }

// Scopes says what is asked for.
func Scopes() oidc.Option { return oidc.WithScopes("email") }
