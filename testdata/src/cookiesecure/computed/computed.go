// Package computed keeps in exported fields whether cookies are Secure: once
// computed for each request, once configured.
package computed

import (
	"encoding/json"
	"net/http"
	"os"
)

// A Request is what handlers see of a request.
type Request struct {
	Secure bool
	Host   string
}

func wrap(r *http.Request) Request {
	scheme := "http"
	if r.TLS != nil || r.Header.Get("X-Forwarded-Proto") == "https" {
		scheme = "https"
	}
	return Request{Secure: scheme == "https", Host: r.Host}
}

// A Context is what handlers get.
type Context struct {
	Request Request
	w       http.ResponseWriter
}

func (c *Context) remember(id string) {
	http.SetCookie(c.w, &http.Cookie{Name: "session", Value: id, HttpOnly: true, SameSite: http.SameSiteLaxMode, Secure: c.Request.Secure})
}

func handle(w http.ResponseWriter, r *http.Request) {
	c := &Context{Request: wrap(r), w: w}
	c.remember(r.Header.Get("X-ID"))
}

// Config is read from a file; where there is none, cookies follow the request.
type Config struct{ Secure bool }

type server struct{ conf Config }

func load(r *http.Request) (*server, error) {
	s := &server{conf: Config{Secure: r.TLS != nil}}
	data, err := os.ReadFile("config.json")
	if err != nil {
		return s, nil
	}
	return s, json.Unmarshal(data, &s.conf)
}

func (s *server) remember(w http.ResponseWriter, id string) {
	http.SetCookie(w, &http.Cookie{Name: "session", Value: id, HttpOnly: true, SameSite: http.SameSiteLaxMode, Secure: s.conf.Secure})
}

// Modes are told by the one who starts the program.
type Modes struct{ Secure bool }

// Development is what is left out.
var development = &Modes{Secure: false}

func (m *Modes) remember(w http.ResponseWriter, id string) {
	http.SetCookie(w, &http.Cookie{Name: "session", Value: id, HttpOnly: true, SameSite: http.SameSiteLaxMode, Secure: m.Secure})
}
