package fiber2

import (
	"os"
	"time"

	"github.com/gofiber/fiber/v2/middleware/session"
)

// Everything by default: one sliding limit of 24 hours, which level 1 allows.
var bareStore = session.New() // want cookiesecure:`^session cookie "session_id" is sent over plain HTTP \(Secure is false by default in fiber\), set it to true` cookiehttponly:`^session cookie "session_id" is readable by scripts \(HttpOnly is false by default in fiber\), set it to true`

var goodStore = session.New(session.Config{
	KeyLookup:      "cookie:__Host-sid",
	Expiration:     30 * time.Minute,
	CookieSecure:   true,
	CookieHTTPOnly: true, // Lax and Path "/" by default
})

var badStore = session.New(session.Config{
	KeyLookup:      "cookie:sess",
	Expiration:     60 * 24 * time.Hour, // want sessiontimeout:`^unused sessions stay open for 60 days, longer than the 30 days that level 1 allows$`
	CookieDomain:   "example.com",       // want cookiescope:`^session cookie "sess" goes to every sub-domain`
	CookieSecure:   false,               // want cookiesecure:`\(Secure is false\)`
	CookieHTTPOnly: false,               // want cookiehttponly:`\(HttpOnly is false\)`
})

// The word "disabled" is Lax for sessions.
var disabledStore = session.New(session.Config{CookieSecure: true, CookieHTTPOnly: true, CookieSameSite: "disabled"})

// fasthttp makes it Secure.
var noneStore = session.New(session.Config{
	CookieHTTPOnly: true,
	CookieSameSite: "None", // want cookiesamesite:`^session cookie "session_id" goes along with requests from other sites`
})

var prefixStore = session.New(session.Config{
	KeyLookup:      "cookie:__Host-sid",
	CookiePath:     "/app", // want cookieprefix:`^cookie "__Host-sid" is rejected by browsers \(Path is not "/"\)$`
	CookieSecure:   true,
	CookieHTTPOnly: true,
})

func configuredStore() *session.Store {
	return session.New(session.Config{ // not known here
		CookieSecure:   os.Getenv("INSECURE") == "",
		CookieDomain:   os.Getenv("COOKIE_DOMAIN"),
		CookieHTTPOnly: true,
	})
}

// The ID travels in a header: there is no cookie to protect.
var headerStore = session.New(session.Config{KeyLookup: "header:X-Session"})

// Whoever reads the ID from the query still gets a cookie.
var queryStore = session.New(session.Config{KeyLookup: "query:query_sid", CookieSecure: true}) // want tokenurl:"acceptable in the URL" cookiehttponly:`is readable by scripts`
