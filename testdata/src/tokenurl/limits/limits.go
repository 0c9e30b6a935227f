// Package limits holds what the rule does not decide.
package limits

import "net/http"

// A name that may mean anything, in a function that says nothing.
func show(r *http.Request) string { return r.URL.Query().Get("token") }

// The name of the parameter is a variable.
func read(r *http.Request, name string) string { return r.URL.Query().Get(name) }

// How long a token lives is no token.
func lifetime(r *http.Request) string { return r.FormValue("refresh_token_lifetime") }
