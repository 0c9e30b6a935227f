package session

import "net/http"

// Guest is the cookie of a visitor who is not logged in. Whoever sends it
// gets every attribute.
func Guest(id string) *http.Cookie {
	return &http.Cookie{
		Name:     "__Host-guest_session",
		Value:    id,
		Path:     "/",
		Secure:   true,
		HttpOnly: true,
		SameSite: http.SameSiteLaxMode,
	}
}

// Plain builds a cookie with a name of the caller's choice and no attributes.
// The finding is where a session cookie comes out of it: web/newsletter.go.
func Plain(name, value string) *http.Cookie {
	return &http.Cookie{Name: name, Value: value, Path: "/"}
}
