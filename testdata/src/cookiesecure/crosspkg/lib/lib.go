// Package lib is what other packages of the module build their cookies with.
package lib

import (
	"net/http"
	"os"
)

// Bad returns a session cookie without Secure.
func Bad(token string) *http.Cookie { return &http.Cookie{Name: "session", Value: token} }

// Good returns a session cookie with Secure.
func Good(token string) *http.Cookie {
	return &http.Cookie{Name: "session", Value: token, Secure: true}
}

// WithError returns a cookie without Secure, or an error.
func WithError(token string) (*http.Cookie, error) {
	if token == "" {
		return nil, os.ErrInvalid
	}
	return &http.Cookie{Name: "session", Value: token}, nil
}

// Harden sets what a session cookie needs.
func Harden(c *http.Cookie) {
	c.Secure = true
	c.HttpOnly = true
}

// HTTPOnly sets one attribute only.
func HTTPOnly(c *http.Cookie) { c.HttpOnly = true }

// Weaken switches Secure off.
func Weaken(c *http.Cookie) { c.Secure = false }

// Set sends a session cookie; the caller decides Secure.
func Set(w http.ResponseWriter, token string, secure bool) {
	http.SetCookie(w, &http.Cookie{Name: "session", Value: token, Secure: secure})
}

// SetInsecure sends a session cookie; the caller decides the opposite of Secure.
func SetInsecure(w http.ResponseWriter, token string, insecure bool) {
	http.SetCookie(w, &http.Cookie{Name: "session", Value: token, Secure: !insecure})
}

// SetNamed sends a cookie; the caller decides what it is.
func SetNamed(w http.ResponseWriter, name, value string) {
	http.SetCookie(w, &http.Cookie{Name: name, Value: value})
}

// Send sends what it is handed.
func Send(w http.ResponseWriter, c *http.Cookie) { http.SetCookie(w, c) }

// Plain sends a session cookie itself.
func Plain(w http.ResponseWriter, token string) {
	http.SetCookie(w, &http.Cookie{Name: "session", Value: token}) // want cookiesecure:"Secure is never set"
}

// Attributes are the options of With.
type Attributes struct {
	Name   string
	Secure bool
}

// Default returns attributes with Secure.
func Default() Attributes { return Attributes{Name: "session", Secure: true} }

// With sends a cookie with attributes.
func With(w http.ResponseWriter, token string, a Attributes) {
	http.SetCookie(w, &http.Cookie{Name: a.Name, Value: token, Secure: a.Secure})
}

// Constants and variables of the package.
const (
	SecureOn  = true
	SecureOff = false
	Name      = "session"
)

var (
	CookieSecure   = true
	CookieInsecure = false
	// Conf has defaults that a file may override.
	Conf = struct{ CookieSecure bool }{CookieSecure: false}
	// Loaded is read at start.
	Loaded = os.Getenv("SECURE") != ""
)

// UseSecureCookies decides for the whole module.
func UseSecureCookies() bool { return true }

// UseInsecureCookies decides for the whole module as well.
func UseInsecureCookies() bool { return false }

// SecureFromEnv leaves it to the deployment.
func SecureFromEnv() bool { return os.Getenv("SECURE") != "" }

// IsSecure reports whether the request came over TLS.
func IsSecure(r *http.Request) bool {
	return r.TLS != nil || r.Header.Get("X-Forwarded-Proto") == "https"
}

// Jar is a sender with a setting of its own.
type Jar struct{ secure bool }

// NewJar returns a jar whose cookies have Secure.
func NewJar() *Jar { return &Jar{secure: true} }

// Put sends a session cookie.
func (j *Jar) Put(w http.ResponseWriter, token string) {
	http.SetCookie(w, &http.Cookie{Name: "session", Value: token, Secure: j.secure})
}

// PutNamed sends a cookie without Secure.
func (j *Jar) PutNamed(w http.ResponseWriter, name, value string) {
	http.SetCookie(w, &http.Cookie{Name: name, Value: value})
}

// Any sends any value.
func Any[T ~string](w http.ResponseWriter, value T, secure bool) {
	http.SetCookie(w, &http.Cookie{Name: "session", Value: string(value), Secure: secure})
}
