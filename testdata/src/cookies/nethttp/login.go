// Package nethttp is a program on net/http alone: a login, a logout and what
// else sets cookies.
package nethttp

import (
	"crypto/rand"
	"net/http"
	"time"
)

// newToken makes a session token.
func newToken() string { return rand.Text() }

// Nothing but the value: three attributes are missing.
func bare(w http.ResponseWriter, r *http.Request) {
	http.SetCookie(w, &http.Cookie{Name: "session", Value: newToken()}) // want cookiesecure:`^session cookie "session" is sent over plain HTTP \(Secure is never set\), set it to true` cookiehttponly:`^session cookie "session" is readable by scripts \(HttpOnly is never set\), set it to true` cookiesamesite:`^session cookie "session" has no SameSite attribute \(SameSite is never set\), set it to Lax or Strict`
}

// All attributes are there, and no Domain.
func full(w http.ResponseWriter, r *http.Request) {
	http.SetCookie(w, &http.Cookie{
		Name:     "session",
		Value:    newToken(),
		Path:     "/",
		MaxAge:   3600,
		Secure:   true,
		HttpOnly: true,
		SameSite: http.SameSiteLaxMode,
	})
}

// Explicitly wrong, each at its own line.
func wrong(w http.ResponseWriter, r *http.Request) {
	http.SetCookie(w, &http.Cookie{
		Name:     "session",
		Value:    newToken(),
		Path:     "/",
		Domain:   "example.com",            // want cookiescope:`^session cookie "session" goes to every sub-domain \(Domain is "example.com"\), leave it out`
		MaxAge:   90 * 24 * 3600,           // want sessiontimeout:`^session cookie "session" is kept for 90 days, longer than the 30 days that level 1 allows$`
		Secure:   false,                    // want cookiesecure:`\(Secure is false\)`
		HttpOnly: false,                    // want cookiehttponly:`\(HttpOnly is false\)`
		SameSite: http.SameSiteDefaultMode, // want cookiesamesite:`\(SameSite is SameSiteDefaultMode\)`
	})
}

// Expires instead of MaxAge.
func expires(w http.ResponseWriter, r *http.Request) {
	http.SetCookie(w, &http.Cookie{
		Name:     "session",
		Value:    newToken(),
		Path:     "/",
		Expires:  time.Now().AddDate(0, 0, 60), // want sessiontimeout:`is kept for 60 days, longer than the 30 days`
		Secure:   true,
		HttpOnly: true,
		SameSite: http.SameSiteStrictMode,
	})
	http.SetCookie(w, &http.Cookie{
		Name:     "session",
		Value:    newToken(),
		Path:     "/",
		Expires:  time.Now().Add(8 * time.Hour), // a working day
		Secure:   true,
		HttpOnly: true,
		SameSite: http.SameSiteStrictMode,
	})
}

// None is sent from everywhere.
func none(w http.ResponseWriter, r *http.Request) {
	http.SetCookie(w, &http.Cookie{
		Name:     "session",
		Value:    newToken(),
		Path:     "/",
		Secure:   true,
		HttpOnly: true,
		SameSite: http.SameSiteNoneMode, // want cookiesamesite:`^session cookie "session" goes along with requests from other sites \(SameSite is None\), set it to Lax or Strict`
	})
}

// Prefixes promise attributes; browsers check.
func prefixes(w http.ResponseWriter, r *http.Request) {
	http.SetCookie(w, &http.Cookie{ // want cookieprefix:`^cookie "__Host-sid" is rejected by browsers \(Path is not "/"\)$`
		Name: "__Host-sid", Value: newToken(), Secure: true, HttpOnly: true, SameSite: http.SameSiteStrictMode,
	})
	http.SetCookie(w, &http.Cookie{ // want cookieprefix:`^cookie "__Host-sid" is rejected by browsers \(Secure is never set\)$` cookiesecure:`never set`
		Name: "__Host-sid", Value: newToken(), Path: "/", HttpOnly: true, SameSite: http.SameSiteStrictMode,
	})
	http.SetCookie(w, &http.Cookie{
		Name: "__Host-sid", Value: newToken(), Path: "/", Secure: true, HttpOnly: true, SameSite: http.SameSiteStrictMode,
		Domain: "example.com", // want cookieprefix:`^cookie "__Host-sid" is rejected by browsers \(Domain is set\)$` cookiescope:`every sub-domain`
	})
	http.SetCookie(w, &http.Cookie{
		Name: "__Secure-sid", Value: newToken(), HttpOnly: true, SameSite: http.SameSiteStrictMode,
		Secure: false, // want cookieprefix:`^cookie "__Secure-sid" is rejected by browsers \(Secure is false\)$` cookiesecure:`Secure is false`
	})
	// Kept promises; __Secure- asks for nothing but Secure.
	http.SetCookie(w, &http.Cookie{
		Name: "__Host-sid", Value: newToken(), Path: "/", Secure: true, HttpOnly: true, SameSite: http.SameSiteStrictMode,
	})
	http.SetCookie(w, &http.Cookie{
		Name: "__Secure-sid", Value: newToken(), Path: "/app", Secure: true, HttpOnly: true, SameSite: http.SameSiteStrictMode,
	})
}

// "session" is set with Path "/" only.
func logout(w http.ResponseWriter, r *http.Request) {
	http.SetCookie(w, &http.Cookie{Name: "sid", MaxAge: -1}) // want cookiedelete:`^deletion leaves cookie "sid" alive \(Path is unset, the setter says "/"\)$` logoutinvalidation:"stays valid"
	http.SetCookie(w, &http.Cookie{Name: "session", Path: "/", Expires: time.Unix(0, 0)})
	http.SetCookie(w, &http.Cookie{Name: "session", Path: "/", Value: "", MaxAge: 0}) // want cookiedelete:`^cookie "session" is not deleted \(MaxAge 0 is left out, a negative one deletes\)$`
	http.SetCookie(w, &http.Cookie{Name: "__Host-sid", Path: "/", MaxAge: -1})        // want cookiedelete:`^deletion leaves cookie "__Host-sid" alive \(Secure is never set, the prefix demands it\)$`
	http.SetCookie(w, &http.Cookie{Name: "__Host-sid", Secure: true, MaxAge: -1})     // want cookiedelete:`^deletion leaves cookie "__Host-sid" alive \(Path is not "/", the prefix demands it\)$`
	http.SetCookie(w, &http.Cookie{Name: "__Host-sid", Path: "/", MaxAge: -1, Secure: true})
}
