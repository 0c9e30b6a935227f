package fiber3

import (
	"os"
	"time"

	"github.com/gofiber/fiber/v3"
	"github.com/gofiber/fiber/v3/extractors"
	"github.com/gofiber/fiber/v3/middleware/session"
)

func middleware(app *fiber.App) {
	// Everything by default: 30 minutes of idleness, which level 1 allows.
	app.Use(session.New()) // want cookiesecure:`^session cookie "session_id" is sent over plain HTTP \(Secure is false by default in fiber\), set it to true` cookiehttponly:`^session cookie "session_id" is readable by scripts \(HttpOnly is false by default in fiber\), set it to true`

	app.Use(session.New(session.Config{
		Extractor:       extractors.FromCookie("__Host-sid"),
		IdleTimeout:     15 * time.Minute,
		AbsoluteTimeout: 12 * time.Hour,
		CookieSecure:    true,
		CookieHTTPOnly:  true, // Lax and Path "/" by default
	}))

	app.Use(session.New(session.Config{
		Extractor:       extractors.FromCookie("sess"),
		AbsoluteTimeout: 90 * 24 * time.Hour, // want sessiontimeout:`^sessions last 90 days, longer than the 30 days that level 1 allows$`
		CookieDomain:    "example.com",       // want cookiescope:`^session cookie "sess" goes to every sub-domain`
		CookieSecure:    false,               // want cookiesecure:`\(Secure is false\)`
		CookieHTTPOnly:  false,               // want cookiehttponly:`\(HttpOnly is false\)`
	}))
}

// The only limit there is must hold at level 1.
var sliding = session.NewStore(session.Config{
	IdleTimeout:    60 * 24 * time.Hour, // want sessiontimeout:`^unused sessions stay open for 60 days, longer than the 30 days that level 1 allows$`
	CookieSecure:   true,
	CookieHTTPOnly: true,
})

// fasthttp makes it Secure.
var noneStore = session.NewStore(session.Config{
	CookieHTTPOnly: true,
	CookieSameSite: fiber.CookieSameSiteNoneMode, // want cookiesamesite:`^session cookie "session_id" goes along with requests from other sites`
})

func prefix() fiber.Handler {
	handler, _ := session.NewWithStore(session.Config{
		Extractor:      extractors.FromCookie("__Host-sid"),
		CookiePath:     "/app", // want cookieprefix:`^cookie "__Host-sid" is rejected by browsers \(Path is not "/"\)$`
		CookieSecure:   true,
		CookieHTTPOnly: true,
	})
	return handler
}

func configuredStore() *session.Store {
	return session.NewStore(session.Config{ // not known here
		CookieSecure:   os.Getenv("INSECURE") == "",
		CookieDomain:   os.Getenv("COOKIE_DOMAIN"),
		CookieHTTPOnly: true,
	})
}

// A store decides everything; the other fields of the configuration are not
// looked at.
func delegated(app *fiber.App) {
	store := session.NewStore(session.Config{CookieSecure: true, CookieHTTPOnly: true})
	app.Use(session.New(session.Config{Store: store}))
}

// Partitioned cookies are Secure, whatever else is said.
func embedded(c fiber.Ctx) error {
	c.Cookie(&fiber.Cookie{Name: "session", Value: "x" + c.Params("id"), HTTPOnly: true, Partitioned: true})
	c.Res().Cookie(&fiber.Cookie{Name: "session", Value: "x" + c.Params("id"), Secure: true}) // want cookiehttponly:`is readable by scripts`
	return nil
}

// The ID travels in a header: there is no cookie to protect.
var headerStore = session.NewStore(session.Config{Extractor: extractors.FromHeader("X-Session")})
