// Package wrapped sets HttpOnly through helpers; cookiesecure/wrapped has the
// constructs one by one.
package wrapped

import (
	"net/http"
	"os"
)

type options struct{ readable bool }

func set(w http.ResponseWriter, token string, o options) {
	http.SetCookie(w, &http.Cookie{Name: "session", Value: token, HttpOnly: !o.readable})
}

func call(w http.ResponseWriter, token string) {
	set(w, token, options{readable: true}) // want cookiehttponly:"HttpOnly is false"
	set(w, token, options{readable: false})
	set(w, token, options{})
	set(w, token, options{readable: os.Getenv("READABLE") != ""})
}

// TLS has nothing to do with scripts: cookies of plain requests are readable.
func onlyWithTLS(w http.ResponseWriter, r *http.Request, token string) {
	c := &http.Cookie{Name: "session", Value: token, HttpOnly: true}
	if r.URL.Path == "/widget" {
		c.HttpOnly = false // want cookiehttponly:"HttpOnly is false"
	}
	http.SetCookie(w, c)
}

func double(w http.ResponseWriter, token, csrf string) {
	http.SetCookie(w, &http.Cookie{Name: "session", Value: token, HttpOnly: true})
	http.SetCookie(w, &http.Cookie{Name: "csrf_token", Value: csrf}) // scripts must read it
}

type server struct{ cookie *http.Cookie }

func newServer() *server {
	return &server{cookie: &http.Cookie{Name: "session"}} // want cookiehttponly:"HttpOnly is never set"
}

func (s *server) login(w http.ResponseWriter, token string) {
	c := *s.cookie
	c.Value = token
	http.SetCookie(w, &c)
}
