// Package limits holds what the rule does not decide.
package limits

import (
	"encoding/base64"
	"net/http"
	"strings"
)

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

// decode is Basic authentication by hand: both halves come from one header.
func decode(h http.Header) (name, pass string) {
	text, err := base64.StdEncoding.DecodeString(strings.TrimPrefix(h.Get("Authorization"), "Basic "))
	if err != nil {
		return "", ""
	}
	name, pass, _ = strings.Cut(string(text), ":")
	return name, pass
}

type metrics struct{ Username, Password string }

// The name is no secret, the password is.
func (m metrics) admits(r *http.Request) bool {
	username, password := decode(r.Header)
	if username != m.Username {
		return false
	}
	return password == m.Password // want tokencompare:"secret \"Password\""
}

// forUs compares for whom a token is.
func forUs(r *http.Request, audiences []string) bool {
	aud := strings.TrimPrefix(r.Header.Get("Authorization"), "For ")
	return aud == audiences[0]
}

// own compares a token that a user sends with the one that he is shown anyway: wrong,
// since nobody is let in by it.
func own(w http.ResponseWriter, r *http.Request, stored metrics) {
	if token := r.URL.Query().Get("token"); token == stored.Password { // want tokencompare:"secret \"Password\""
		w.Write([]byte(stored.Password))
	}
}
