// Package auth makes the cookies of the application.
package auth

import "net/http"

// Cookie returns the cookie of a session. It lacks Secure, which is a finding
// where the cookie is sent: in another package.
func Cookie(token string) *http.Cookie {
	return &http.Cookie{Name: "session", Value: token, HttpOnly: true, SameSite: http.SameSiteLaxMode}
}
