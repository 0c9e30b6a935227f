// Package basic holds cookies with and without HttpOnly, and look-alikes.
package basic

import (
	"crypto/rand"
	"net/http"
	"os"

	"github.com/alexedwards/scs/v2"
	"github.com/gofiber/fiber/v2/middleware/session"
)

func bad(w http.ResponseWriter) {
	http.SetCookie(w, &http.Cookie{Name: "session", Value: rand.Text(), Secure: true})                  // want cookiehttponly:`^session cookie "session" is readable by scripts \(HttpOnly is never set\), set it to true`
	http.SetCookie(w, &http.Cookie{Name: "session", Value: rand.Text(), Secure: true, HttpOnly: false}) // want cookiehttponly:`^session cookie "session" is readable by scripts \(HttpOnly is false\), set it to true`
}

func good(w http.ResponseWriter) {
	http.SetCookie(w, &http.Cookie{Name: "session", Value: rand.Text(), HttpOnly: true})
}

// Scripts are meant to read these.
func forScripts(w http.ResponseWriter, r *http.Request) {
	http.SetCookie(w, &http.Cookie{Name: "XSRF-TOKEN", Value: rand.Text()}) // double submit
	http.SetCookie(w, &http.Cookie{Name: "csrftoken", Value: rand.Text()})
	http.SetCookie(w, &http.Cookie{Name: "session_expires", Value: "1700000000"}) // a countdown
	http.SetCookie(w, &http.Cookie{Name: "username", Value: r.FormValue("user")}) // user info without the token
	http.SetCookie(w, &http.Cookie{Name: "theme", Value: "dark"})
}

func deletion(w http.ResponseWriter) {
	http.SetCookie(w, &http.Cookie{Name: "session", MaxAge: -1})
}

func configured(w http.ResponseWriter) {
	http.SetCookie(w, &http.Cookie{Name: "session", Value: rand.Text(), HttpOnly: os.Getenv("HTTP_ONLY") != "no"})
}

// The default of the library decides: bad in fiber, good in scs.
var (
	fiberStore     = session.New() // want cookiehttponly:`^session cookie "session_id" is readable by scripts \(HttpOnly is false by default in fiber\), set it to true`
	fiberStoreWell = session.New(session.Config{CookieHTTPOnly: true})
	scsManager     = scs.New()
)

func headers(w http.ResponseWriter, token string) {
	w.Header().Add("Set-Cookie", "session="+token+"; Secure")           // want cookiehttponly:`HttpOnly is never set`
	w.Header().Add("Set-Cookie", "session="+token+"; Secure; httponly") // in any letter case
}
