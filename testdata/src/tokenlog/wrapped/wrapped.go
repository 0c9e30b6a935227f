// Package wrapped logs behind helpers.
package wrapped

import (
	"fmt"
	"log"
	"log/slog"
	"net/http"
	"os"
)

func bearer(r *http.Request) string { return r.Header.Get("Authorization") }

func helper(r *http.Request) {
	log.Print(bearer(r)) // want tokenlog:"header Authorization"
}

// wrapper around a logger: judged where it is called
func logf(format string, args ...any) { log.Printf(format, args...) }

func caller(r *http.Request) {
	logf("token %s", bearer(r)) // want tokenlog:"header Authorization"
	logf("path %s", r.URL.Path)
}

// a function that does more: judged where it logs
func authenticate(token string) bool {
	if token == "" {
		return false
	}
	slog.Debug("authenticate", "token", token) // want tokenlog:"header Authorization"
	return true
}

func guard(r *http.Request) bool { return authenticate(bearer(r)) }

// an error of the standard library that repeats a file name
func load(token string) error {
	_, err := os.ReadFile("/sessions/" + token)
	if err != nil {
		slog.Error("no session", "error", err) // want tokenlog:"cookie session"
	}
	return err
}

func find(r *http.Request) error {
	c, err := r.Cookie("session")
	if err != nil {
		return err
	}
	return load(c.Value)
}

// closure
func closure(r *http.Request) func() {
	token := bearer(r)
	return func() { log.Print(token) } // want tokenlog:"header Authorization"
}

// field
type session struct {
	token string
	user  string
}

func open(r *http.Request) *session {
	return &session{token: bearer(r), user: r.FormValue("user")}
}

func (s *session) close() {
	log.Print("closed ", s.token) // want tokenlog:"header Authorization"
	log.Print("closed ", s.user)
}

// generic
func text[T any](v T) string { return fmt.Sprint(v) }

func generic(r *http.Request) {
	log.Print(text(bearer(r))) // want tokenlog:"header Authorization"
}

// method value
func (s *session) name() string { return s.user }

func methodValue(s *session) {
	f := s.name
	log.Print(f())
}

// interface of our own: what it does is not in sight
type logger interface{ Info(string, ...any) }

func dynamic(l logger, r *http.Request) { l.Info("token", "value", bearer(r)) }
