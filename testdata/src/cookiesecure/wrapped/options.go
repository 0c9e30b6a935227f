package wrapped

import "net/http"

// Functional options of the program itself: each option is a closure.

type option func(*http.Cookie)

func withSecure() option { return func(c *http.Cookie) { c.Secure = true } }

func withHTTPOnly() option { return func(c *http.Cookie) { c.HttpOnly = true } }

func newCookie(token string, options ...option) *http.Cookie {
	c := &http.Cookie{Name: "session", Value: token}
	for _, apply := range options {
		apply(c)
	}
	return c
}

func sendNew(w http.ResponseWriter, token string) {
	http.SetCookie(w, newCookie(token, withSecure(), withHTTPOnly())) // unknown: which options run is not followed
	http.SetCookie(w, newCookie(token, withHTTPOnly()))               // unknown as well
}

// The same, but the cookie is complete, or incomplete, whatever the options do.

func newSecureCookie(token string, options ...option) *http.Cookie {
	c := &http.Cookie{Name: "session", Value: token}
	for _, apply := range options {
		apply(c)
	}
	c.Secure = true
	return c
}

func newInsecureCookie(token string, options ...option) *http.Cookie {
	c := &http.Cookie{Name: "session", Value: token}
	for _, apply := range options {
		apply(c)
	}
	c.Secure = false // want cookiesecure:"Secure is false"
	return c
}

func sendComplete(w http.ResponseWriter, token string) {
	http.SetCookie(w, newSecureCookie(token, withHTTPOnly()))
	http.SetCookie(w, newInsecureCookie(token, withSecure()))
}
