// Package limits holds what the rule does not decide.
package limits

import "net/http"

// A name that may mean anything, in a function that says nothing.
func show(r *http.Request) string { return r.URL.Query().Get("token") }

// The name of the parameter is a variable.
func read(r *http.Request, name string) string { return r.URL.Query().Get(name) }
