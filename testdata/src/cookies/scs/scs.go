// Package scs is a program on scs 2: its cookie is HttpOnly and SameSite=Lax
// by default, not Secure, and sessions last 24 hours.
package scs

import (
	"net/http"
	"os"
	"time"

	"github.com/alexedwards/scs/v2"
)

// Only Secure is missing.
func bare() *scs.SessionManager {
	return scs.New() // want cookiesecure:`^session cookie "session" is sent over plain HTTP \(Secure is false by default in scs\), set it to true`
}

func good() *scs.SessionManager {
	m := scs.New()
	m.Lifetime = 12 * time.Hour
	m.IdleTimeout = 30 * time.Minute
	m.Cookie.Name = "__Host-sid"
	m.Cookie.Secure = true
	return m
}

func wrong() *scs.SessionManager {
	m := scs.New()
	m.Lifetime = 90 * 24 * time.Hour // want sessiontimeout:`^sessions last 90 days, longer than the 30 days that level 1 allows$`
	m.Cookie.Name = "sid"
	m.Cookie.Domain = "example.com"              // want cookiescope:`^session cookie "sid" goes to every sub-domain`
	m.Cookie.Secure = false                      // want cookiesecure:`^session cookie "sid" is sent over plain HTTP \(Secure is false\), set it to true`
	m.Cookie.HttpOnly = false                    // want cookiehttponly:`^session cookie "sid" is readable by scripts \(HttpOnly is false\), set it to true`
	m.Cookie.SameSite = http.SameSiteDefaultMode // want cookiesamesite:`^session cookie "sid" has no SameSite attribute`
	return m
}

func none() *scs.SessionManager {
	m := scs.New()
	m.Cookie.Secure = true
	m.Cookie.SameSite = http.SameSiteNoneMode // want cookiesamesite:`^session cookie "session" goes along with requests from other sites \(SameSite is None\), set it to Lax or Strict`
	return m
}

func prefix() *scs.SessionManager {
	m := scs.New()
	m.Cookie.Name = "__Host-sid"
	m.Cookie.Path = "/app" // want cookieprefix:`^cookie "__Host-sid" is rejected by browsers \(Path is not "/"\)$`
	m.Cookie.Secure = true
	return m
}

// A literal throws the defaults away.
func replaced() *scs.SessionManager {
	m := scs.New()
	m.Cookie = scs.SessionCookie{Name: "sid", Path: "/", Secure: true} // want cookiehttponly:`^session cookie "sid" is readable by scripts \(HttpOnly is never set\), set it to true` cookiesamesite:`^session cookie "sid" has no SameSite attribute \(SameSite is never set\), set it to Lax or Strict`
	return m
}

func replacedWell() *scs.SessionManager {
	m := scs.New()
	m.Cookie = scs.SessionCookie{Name: "sid", Path: "/", Secure: true, HttpOnly: true, SameSite: http.SameSiteLaxMode}
	return m
}

// The cookie ends with the browser, the session does not.
func notPersistent() *scs.SessionManager {
	m := scs.New()
	m.Lifetime = 31 * 24 * time.Hour // want sessiontimeout:`^sessions last 31 days, longer than the 30 days that level 1 allows$`
	m.Cookie.Persist = false
	m.Cookie.Secure = true
	return m
}

func configured(c struct {
	Lifetime time.Duration
	Secure   bool
}) *scs.SessionManager {
	m := scs.New()
	m.Lifetime = c.Lifetime // not known here
	m.Cookie.Secure = c.Secure
	m.Cookie.Domain = os.Getenv("COOKIE_DOMAIN")
	return m
}

// The session of scs deletes its cookie itself; this one was never set.
func logout(m *scs.SessionManager) http.Handler {
	return m.LoadAndSave(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if err := m.Destroy(r.Context()); err != nil {
			http.Error(w, "internal error", http.StatusInternalServerError)
			return
		}
		http.SetCookie(w, &http.Cookie{Name: "__Host-sid", Path: "/", MaxAge: -1, Secure: true})
		http.SetCookie(w, &http.Cookie{Name: "sid", Path: "/app", MaxAge: -1}) // want cookiedelete:`^deletion leaves cookie "sid" alive \(Path is "/app", the setter says "/"\)$`
	}))
}
