// Package gorilla is a program on gorilla/sessions 1.4. NewCookieStore sets
// Secure and SameSite=None since 1.3, never HttpOnly; NewFilesystemStore sets
// nothing but Path "/" and 30 days.
package gorilla

import (
	"net/http"
	"os"

	"github.com/gorilla/sessions"
)

var key = []byte(os.Getenv("SESSION_KEY"))

// None beside Secure, readable by scripts, 30 days: the defaults.
func bareCookies() sessions.Store {
	return sessions.NewCookieStore(key) // want cookiehttponly:`^session cookie is readable by scripts \(HttpOnly is false by default in gorilla/sessions\), set it to true` cookiesamesite:`^session cookie goes along with requests from other sites \(SameSite is None by default in gorilla/sessions\), set it to Lax or Strict`
}

func bareFiles() sessions.Store {
	return sessions.NewFilesystemStore("", key) // want cookiesecure:`^session cookie is sent over plain HTTP \(Secure is false by default in gorilla/sessions\), set it to true` cookiehttponly:`\(HttpOnly is false by default in gorilla/sessions\)` cookiesamesite:`^session cookie has no SameSite attribute \(SameSite is unset by default in gorilla/sessions\), set it to Lax or Strict`
}

// What the defaults lack is added field by field.
func goodCookies() *sessions.CookieStore {
	store := sessions.NewCookieStore(key)
	store.Options.HttpOnly = true
	store.Options.SameSite = http.SameSiteLaxMode
	store.MaxAge(12 * 3600) // cookie and codec
	return store
}

func goodFiles() *sessions.FilesystemStore {
	store := sessions.NewFilesystemStore("", key)
	store.Options.Secure = true
	store.Options.HttpOnly = true
	store.Options.SameSite = http.SameSiteStrictMode
	return store
}

// New options replace all of the old ones: Secure is off again.
func replaced() *sessions.CookieStore {
	store := sessions.NewCookieStore(key)
	store.Options = &sessions.Options{ // want cookiesecure:`^session cookie is sent over plain HTTP \(Secure is never set\), set it to true`
		Path:     "/",
		HttpOnly: true,
		SameSite: http.SameSiteLaxMode,
	}
	return store
}

func replacedWell() *sessions.CookieStore {
	store := sessions.NewCookieStore(key)
	store.Options = &sessions.Options{
		Path:     "/",
		MaxAge:   3600, // the codec goes on for 30 days, which level 1 allows
		Secure:   true,
		HttpOnly: true,
		SameSite: http.SameSiteLaxMode,
	}
	return store
}

func wrong() *sessions.FilesystemStore {
	store := sessions.NewFilesystemStore("", key)
	store.Options = &sessions.Options{
		Path:     "/",
		Domain:   "example.com",            // want cookiescope:`^session cookie goes to every sub-domain \(Domain is "example.com"\), leave it out`
		Secure:   false,                    // want cookiesecure:`\(Secure is false\)`
		HttpOnly: false,                    // want cookiehttponly:`\(HttpOnly is false\)`
		SameSite: http.SameSiteDefaultMode, // want cookiesamesite:`\(SameSite is SameSiteDefaultMode\)`
	}
	return store
}

// MaxAge of the store is what the server enforces.
func tooLong() *sessions.CookieStore {
	store := sessions.NewCookieStore(key)
	store.Options.HttpOnly = true
	store.Options.SameSite = http.SameSiteLaxMode
	store.MaxAge(90 * 24 * 3600) // want sessiontimeout:`^sessions last 90 days, longer than the 30 days that level 1 allows$`
	return store
}

// A longer MaxAge of the options does not lengthen what the codec accepts.
func longCookie() *sessions.CookieStore {
	store := sessions.NewCookieStore(key)
	store.Options.MaxAge = 90 * 24 * 3600
	store.Options.HttpOnly = true
	store.Options.SameSite = http.SameSiteLaxMode
	return store
}

// A store in a literal has the defaults of nobody.
func literal() *sessions.CookieStore {
	return &sessions.CookieStore{
		Options: &sessions.Options{Path: "/", MaxAge: 3600, Secure: true, HttpOnly: true, SameSite: http.SameSiteLaxMode},
	}
}

func configured(domain string, secure bool) *sessions.CookieStore {
	store := sessions.NewCookieStore(key)
	store.Options = &sessions.Options{Path: "/", Domain: domain, Secure: secure, HttpOnly: true, SameSite: http.SameSiteLaxMode}
	return store
}
