// Package asvs50 is judged by level 2 of ASVS 5.0, which asks for a prefix.
package asvs50

import (
	"crypto/rand"
	"net/http"
)

func set(w http.ResponseWriter) {
	http.SetCookie(w, &http.Cookie{Name: "session", Value: rand.Text(), Secure: true, Path: "/"}) // want cookieprefix:`^session cookie "session" could be named "__Host-session" to bind it to this host$`
	http.SetCookie(w, &http.Cookie{Name: "__Host-session", Value: rand.Text(), Secure: true, Path: "/"})
	http.SetCookie(w, &http.Cookie{Name: "theme", Value: "dark", Secure: true, Path: "/"})
}
