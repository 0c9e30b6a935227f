// Package limits holds what the rule does not decide.
package limits

import "net/http"

// Neither name says that it is a secret.
func plain(r *http.Request, value string) bool { return r.Header.Get("X-Value") == value }

// A comparison in a switch is not looked at.
func choice(r *http.Request, adminToken, userToken string) int {
	switch r.Header.Get("X-Token") {
	case adminToken:
		return 2
	case userToken:
		return 1
	}
	return 0
}

// Numbers are compared as well: what is compared differs from call to call.
func equal[T comparable](token, secret T) bool { return token == secret }

func generic(r *http.Request, adminToken string, n int) bool {
	return equal(r.Header.Get("Authorization"), adminToken) && equal(n, 3)
}
