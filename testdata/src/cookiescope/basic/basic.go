// Package basic holds cookies with and without a Domain, and look-alikes.
package basic

import (
	"crypto/rand"
	"net/http"
	"os"

	"github.com/alexedwards/scs/v2"
)

func shared(w http.ResponseWriter) {
	http.SetCookie(w, &http.Cookie{Name: "session", Value: rand.Text(), Domain: "example.com"})     // want cookiescope:`^session cookie "session" goes to every sub-domain \(Domain is "example.com"\), leave it out`
	http.SetCookie(w, &http.Cookie{Name: "session", Value: rand.Text(), Domain: ".example.com"})    // want cookiescope:`goes to every sub-domain`
	http.SetCookie(w, &http.Cookie{Name: "session", Value: rand.Text(), Domain: "app.example.com"}) // want cookiescope:`goes to every sub-domain`
	http.SetCookie(w, &http.Cookie{Name: "session", Value: rand.Text(), Domain: "co.uk"})           // want cookiescope:`goes to every sub-domain`
}

func manager() *scs.SessionManager {
	m := scs.New()
	m.Cookie.Domain = "example.com" // want cookiescope:`goes to every sub-domain`
	return m
}

// Only the host that set them gets these.
func hostOnly(w http.ResponseWriter) {
	http.SetCookie(w, &http.Cookie{Name: "session", Value: rand.Text()})
	http.SetCookie(w, &http.Cookie{Name: "session", Value: rand.Text(), Domain: ""})
	http.SetCookie(w, &http.Cookie{Name: "session", Value: rand.Text(), Domain: "localhost"})
	http.SetCookie(w, &http.Cookie{Name: "session", Value: rand.Text(), Domain: "127.0.0.1"})
	http.SetCookie(w, &http.Cookie{Name: "session", Value: rand.Text(), Domain: "[::1]"})
}

// The path does not matter unless the host is shared.
func paths(w http.ResponseWriter) {
	http.SetCookie(w, &http.Cookie{Name: "session", Value: rand.Text(), Path: "/"})
	http.SetCookie(w, &http.Cookie{Name: "session", Value: rand.Text(), Path: "/app"})
}

func configured(w http.ResponseWriter, r *http.Request) {
	http.SetCookie(w, &http.Cookie{Name: "session", Value: rand.Text(), Domain: os.Getenv("COOKIE_DOMAIN")})
}

// No session.
func others(w http.ResponseWriter) {
	http.SetCookie(w, &http.Cookie{Name: "lang", Value: "en", Domain: "example.com"})
	http.SetCookie(w, &http.Cookie{Name: "session", Domain: "example.com", MaxAge: -1}) // a deletion
}
