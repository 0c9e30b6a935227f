// Package branches sends session cookies whose Secure attribute depends on the
// path that is taken.
package branches

import (
	"net/http"
	"os"
	"strings"
)

// Values that follow the TLS state are what the requirement asks for.

func tls(w http.ResponseWriter, r *http.Request, token string) {
	http.SetCookie(w, &http.Cookie{Name: "session", Value: token, Secure: r.TLS != nil})

	c := &http.Cookie{Name: "session", Value: token}
	if r.TLS != nil {
		c.Secure = true
	}
	http.SetCookie(w, c)

	secure := false
	if r.TLS != nil || r.Header.Get("X-Forwarded-Proto") == "https" {
		secure = true
	}
	http.SetCookie(w, &http.Cookie{Name: "session", Value: token, Secure: secure})
	http.SetCookie(w, &http.Cookie{Name: "session", Value: token, Secure: r.URL.Scheme == "https"})
}

func tlsNegated(w http.ResponseWriter, r *http.Request, token string) {
	c := &http.Cookie{Name: "session", Value: token, Secure: true}
	if r.TLS == nil {
		c.Secure = false // plain HTTP requests only
	}
	http.SetCookie(w, c)
}

func isHTTPS(r *http.Request) bool {
	if r.TLS != nil {
		return true
	}
	return strings.EqualFold(r.Header.Get("X-Forwarded-Proto"), "https")
}

func tlsHelper(w http.ResponseWriter, r *http.Request, token string) {
	http.SetCookie(w, &http.Cookie{Name: "session", Value: token, Secure: isHTTPS(r)})
	c := &http.Cookie{Name: "session", Value: token}
	if isHTTPS(r) {
		c.Secure = true
	}
	http.SetCookie(w, c)
}

func baseURL(w http.ResponseWriter, token string) {
	base := os.Getenv("BASE_URL")
	http.SetCookie(w, &http.Cookie{Name: "session", Value: token, Secure: strings.HasPrefix(base, "https://")})
}

// Insecure whatever the connection: asking for TLS does not help if nothing
// comes of it.
func tlsIgnored(w http.ResponseWriter, r *http.Request, token string) {
	c := &http.Cookie{Name: "session", Value: token} // want cookiesecure:"Secure is never set"
	if r.TLS != nil {
		c.HttpOnly = true
	}
	http.SetCookie(w, c)
}
