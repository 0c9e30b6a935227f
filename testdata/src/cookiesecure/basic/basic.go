// Package basic holds cookies with and without Secure, and look-alikes.
package basic

import (
	"crypto/rand"
	"flag"
	"fmt"
	"net/http"
	"os"
)

func bad(w http.ResponseWriter) {
	http.SetCookie(w, &http.Cookie{Name: "session", Value: rand.Text()})                  // want cookiesecure:`^session cookie "session" is sent over plain HTTP \(Secure is never set\), set it to true`
	http.SetCookie(w, &http.Cookie{Name: "sid", Value: rand.Text(), Secure: false})       // want cookiesecure:`^session cookie "sid" is sent over plain HTTP \(Secure is false\), set it to true`
	http.SetCookie(w, &http.Cookie{Name: "myapp_session", Value: rand.Text(), Path: "/"}) // want cookiesecure:`"myapp_session"`
	http.SetCookie(w, &http.Cookie{Name: "access_token", Value: rand.Text()})             // want cookiesecure:`"access_token"`
	http.SetCookie(w, &http.Cookie{Name: "rememberMe", Value: rand.Text()})               // want cookiesecure:`"rememberMe"`
	http.SetCookie(w, &http.Cookie{Name: "connect.sid", Value: rand.Text()})              // want cookiesecure:`"connect.sid"`
	http.SetCookie(w, &http.Cookie{Name: "JSESSIONID", Value: rand.Text()})               // want cookiesecure:`"JSESSIONID"`
}

func changed(w http.ResponseWriter) {
	c := &http.Cookie{Name: "session", Value: rand.Text(), Secure: true}
	c.Secure = false // want cookiesecure:`Secure is false`
	http.SetCookie(w, c)
}

func good(w http.ResponseWriter) {
	http.SetCookie(w, &http.Cookie{Name: "session", Value: rand.Text(), Secure: true})
	c := http.Cookie{Name: "session", Value: rand.Text()}
	c.Secure = true // before it is sent
	http.SetCookie(w, &c)
}

// On one path only is not enough.
func sometimes(w http.ResponseWriter, r *http.Request) {
	c := &http.Cookie{Name: "session", Value: rand.Text()} // want cookiesecure:`Secure is never set`
	if r.FormValue("remember") != "" {
		c.Secure = true
	}
	http.SetCookie(w, c)
}

// No session is in these, by their name.
func others(w http.ResponseWriter, r *http.Request) {
	http.SetCookie(w, &http.Cookie{Name: "csrf_token", Value: rand.Text()})
	http.SetCookie(w, &http.Cookie{Name: "session_hash", Value: rand.Text()})
	http.SetCookie(w, &http.Cookie{Name: "session-type", Value: rand.Text()})
	http.SetCookie(w, &http.Cookie{Name: "push_token", Value: rand.Text()})
	http.SetCookie(w, &http.Cookie{Name: "next", Value: r.URL.Path})
	http.SetCookie(w, &http.Cookie{Name: "author", Value: r.FormValue("author")}) // auth is only a part of a word
	http.SetCookie(w, &http.Cookie{Name: "obsession", Value: "1"})
}

// Its name says session, its value that it is none.
func marks(w http.ResponseWriter) {
	http.SetCookie(w, &http.Cookie{Name: "session", Value: "started"})
}

// The name comes from outside: nobody can tell what it is.
func named(w http.ResponseWriter, name, value string) {
	http.SetCookie(w, &http.Cookie{Name: name, Value: value})
}

// Dropping a cookie needs no Secure.
func deletions(w http.ResponseWriter) {
	http.SetCookie(w, &http.Cookie{Name: "session", Path: "/", MaxAge: -1})
	http.SetCookie(w, &http.Cookie{Name: "session", Value: "", Path: "/", MaxAge: -1})
}

// Where TLS, or the proxy before us, decides.
func follows(w http.ResponseWriter, r *http.Request) {
	http.SetCookie(w, &http.Cookie{Name: "session", Value: rand.Text(), Secure: r.TLS != nil})
	secure := r.TLS != nil || r.Header.Get("X-Forwarded-Proto") == "https"
	http.SetCookie(w, &http.Cookie{Name: "session", Value: rand.Text(), Secure: secure})
}

// Options is what a library offers; whoever uses it decides.
type Options struct {
	Name   string
	Secure bool
}

func (o Options) set(w http.ResponseWriter, token string) {
	http.SetCookie(w, &http.Cookie{Name: "session", Value: token, Secure: o.Secure})
}

// The environment decides: unknown.
func environment(w http.ResponseWriter) {
	Options{Secure: os.Getenv("SECURE_COOKIES") == "1"}.set(w, rand.Text())
	dev := os.Getenv("DEV") != ""
	http.SetCookie(w, &http.Cookie{Name: "session", Value: rand.Text(), Secure: !dev})
}

// A flag shows in the code what holds when nobody says anything.
var (
	secureFlag   = flag.Bool("secure-cookies", false, "set Secure")
	insecureFlag = flag.Bool("insecure-cookies", false, "do not set Secure")
)

func flags(w http.ResponseWriter) {
	http.SetCookie(w, &http.Cookie{Name: "session", Value: rand.Text(), Secure: *secureFlag})    // want cookiesecure:`Secure is false unless -secure-cookies is set`
	http.SetCookie(w, &http.Cookie{Name: "session", Value: rand.Text(), Secure: !*insecureFlag}) // on by default
}

// Neither is sent to a browser.
func clients(req *http.Request) {
	c := &http.Cookie{Name: "session", Value: rand.Text()}
	req.AddCookie(c)
	fmt.Println(&http.Cookie{Name: "session", Value: rand.Text()})
	if c, err := http.ParseSetCookie("session=" + rand.Text()); err == nil {
		req.AddCookie(c)
	}
}
