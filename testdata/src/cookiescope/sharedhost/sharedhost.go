// Package sharedhost says in its configuration that other applications live on
// the same host: the path matters.
package sharedhost

import (
	"crypto/rand"
	"net/http"
	"os"
)

func set(w http.ResponseWriter) {
	http.SetCookie(w, &http.Cookie{Name: "session", Value: rand.Text(), Path: "/"}) // want cookiescope:`^session cookie "session" goes to every application on the host \(Path is /\), set the path of this one`
	http.SetCookie(w, &http.Cookie{Name: "session", Value: rand.Text()})            // want cookiescope:`^session cookie "session" goes to every application on the host \(Path is never set\), set the path of this one`
	http.SetCookie(w, &http.Cookie{Name: "session", Value: rand.Text(), Path: "/app"})
	http.SetCookie(w, &http.Cookie{Name: "session", Value: rand.Text(), Path: os.Getenv("BASE")})
	http.SetCookie(w, &http.Cookie{Name: "__Host-sid", Value: rand.Text(), Path: "/", Secure: true}) // the prefix demands it
	http.SetCookie(w, &http.Cookie{Name: "theme", Value: "dark", Path: "/"})                         // no session
}
