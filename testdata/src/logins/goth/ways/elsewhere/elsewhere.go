// Package elsewhere begins logins for others.
package elsewhere

import "github.com/markbates/goth"

// Begin takes the state of the caller.
func Begin(p goth.Provider, state string) (goth.Session, error) { return p.BeginAuth(state) }
