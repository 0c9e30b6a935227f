// Package wrapped sends session cookies through helpers, closures, structs and
// type parameters. Only the Secure attribute is judged.
package wrapped

import (
	"net/http"
	"os"
)

// A cookie that a helper returns.

func badCookie(token string) *http.Cookie {
	return &http.Cookie{Name: "session", Value: token} // want cookiesecure:"Secure is never set"
}

func goodCookie(token string) *http.Cookie {
	return &http.Cookie{Name: "session", Value: token, Secure: true}
}

func returned(w http.ResponseWriter, token string) {
	http.SetCookie(w, badCookie(token))
	http.SetCookie(w, goodCookie(token))
}

func returnedThenChanged(w http.ResponseWriter, token string) {
	c := badValue(token)
	c.Secure = true
	http.SetCookie(w, c)

	d := goodCookie(token)
	d.Secure = false // want cookiesecure:"Secure is false"
	http.SetCookie(w, d)
}

func badValue(token string) *http.Cookie { // nobody sends it as it is
	return &http.Cookie{Name: "session", Value: token}
}

// A struct that a helper returns by value.

func byValue(token string) http.Cookie {
	return http.Cookie{Name: "session", Value: token} // want cookiesecure:"Secure is never set"
}

func sendByValue(w http.ResponseWriter, token string) {
	c := byValue(token)
	http.SetCookie(w, &c)

	d := byValue(token)
	d.Secure = true
	http.SetCookie(w, &d)
}

// A cookie beside an error.

func withError(token string) (*http.Cookie, error) {
	if token == "" {
		return nil, os.ErrInvalid
	}
	return &http.Cookie{Name: "session", Value: token}, nil // want cookiesecure:"Secure is never set"
}

func sendWithError(w http.ResponseWriter, token string) {
	c, err := withError(token)
	if err != nil {
		return
	}
	http.SetCookie(w, c)
}

// A helper that takes the cookie and sets attributes.

func harden(c *http.Cookie) {
	c.HttpOnly = true
	c.Secure = true
}

func onlyHTTPOnly(c *http.Cookie) { c.HttpOnly = true }

func weaken(c *http.Cookie) {
	c.Secure = false // want cookiesecure:"Secure is false"
}

func hardened(w http.ResponseWriter, token string) {
	good := &http.Cookie{Name: "session", Value: token}
	harden(good)
	http.SetCookie(w, good)

	bad := &http.Cookie{Name: "session", Value: token} // want cookiesecure:"Secure is never set"
	onlyHTTPOnly(bad)
	http.SetCookie(w, bad)

	worse := &http.Cookie{Name: "session", Value: token, Secure: true}
	weaken(worse)
	http.SetCookie(w, worse)
}

// A helper that takes the cookie and gives it back.

func hardenAndReturn(c *http.Cookie) *http.Cookie {
	c.Secure = true
	return c
}

func same(c *http.Cookie) *http.Cookie { return c }

func passedThrough(w http.ResponseWriter, token string) {
	http.SetCookie(w, hardenAndReturn(&http.Cookie{Name: "session", Value: token}))
	http.SetCookie(w, same(&http.Cookie{Name: "session", Value: token})) // want cookiesecure:"Secure is never set"
}

// A helper that sends what it is handed.

func send(w http.ResponseWriter, c *http.Cookie) { http.SetCookie(w, c) }

func handedOver(w http.ResponseWriter, token string) {
	send(w, &http.Cookie{Name: "session", Value: token}) // want cookiesecure:"Secure is never set"
	send(w, &http.Cookie{Name: "session", Value: token, Secure: true})
}

func sendHardened(w http.ResponseWriter, c *http.Cookie) {
	c.Secure = true
	send(w, c)
}

func handedOverHardened(w http.ResponseWriter, token string) {
	sendHardened(w, &http.Cookie{Name: "session", Value: token})
}
