// Package door knows who came in.
package door

import "net/http"

// A Person has an account.
type Person struct{ Badge string }

// Opened returns who is inside. How is not in sight.
//
//sessionlint:role guard
func Opened(r *http.Request) *Person { return people[r.RemoteAddr] }

// Nearest returns somebody.
func Nearest(r *http.Request) *Person { return people[r.RemoteAddr] }

var people = map[string]*Person{}
