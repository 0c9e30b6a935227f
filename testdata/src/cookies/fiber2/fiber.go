// Package fiber2 is a program on fiber v2: its cookies are SameSite=Lax unless
// told otherwise, its session cookie neither Secure nor HttpOnly.
package fiber2

import (
	"crypto/rand"
	"time"

	"github.com/gofiber/fiber/v2"
)

func routes(cfg config) *fiber.App {
	app := fiber.New()
	app.Post("/login", login)
	app.Post("/login/good", good)
	app.Post("/login/configured", cfg.login)
	app.Post("/logout", logout)
	return app
}

func login(c *fiber.Ctx) error {
	c.Cookie(&fiber.Cookie{Name: "session", Value: rand.Text()}) // want cookiesecure:`^session cookie "session" is sent over plain HTTP \(Secure is never set\), set it to true` cookiehttponly:`\(HttpOnly is never set\)`
	c.Cookie(&fiber.Cookie{
		Name:     "sid",
		Value:    rand.Text(),
		Domain:   "example.com",                       // want cookiescope:`^session cookie "sid" goes to every sub-domain`
		Expires:  time.Now().Add(90 * 24 * time.Hour), // want sessiontimeout:`is kept for 90 days`
		Secure:   false,                               // want cookiesecure:`\(Secure is false\)`
		HTTPOnly: false,                               // want cookiehttponly:`\(HttpOnly is false\)`
		SameSite: "disabled",                          // want cookiesamesite:`^session cookie "sid" has no SameSite attribute`
	})
	c.Cookie(&fiber.Cookie{Name: "__Host-id", Value: rand.Text(), HTTPOnly: true, Secure: true, Path: "/login"}) // want cookieprefix:`^cookie "__Host-id" is rejected by browsers \(Path is not "/"\)$`
	return nil
}

func good(c *fiber.Ctx) error {
	c.Cookie(&fiber.Cookie{
		Name: "__Host-session", Value: rand.Text(), MaxAge: 3600, Secure: true, HTTPOnly: true, // Path "/" and Lax by default
	})
	c.Cookie(&fiber.Cookie{
		Name: "session", Value: rand.Text(), Secure: true, HTTPOnly: true, SessionOnly: true,
		Expires:  time.Now().AddDate(1, 0, 0), // not sent: SessionOnly
		SameSite: fiber.CookieSameSiteStrictMode,
	})
	c.Cookie(&fiber.Cookie{Name: "session", Value: rand.Text(), HTTPOnly: true, Secure: c.Secure()})
	c.Cookie(&fiber.Cookie{Name: "session", Value: rand.Text(), HTTPOnly: true, Secure: c.Protocol() == "https"})
	return nil
}

// fiber switches Secure on for None.
func none(c *fiber.Ctx) error {
	c.Cookie(&fiber.Cookie{
		Name: "session", Value: rand.Text(), HTTPOnly: true,
		SameSite: "None", // want cookiesamesite:`^session cookie "session" goes along with requests from other sites \(SameSite is None\), set it to Lax or Strict`
	})
	return nil
}

type config struct {
	Domain, SameSite string
	Secure           bool
}

func (cfg *config) login(c *fiber.Ctx) error {
	c.Cookie(&fiber.Cookie{ // not known here
		Name: "session", Value: rand.Text(), HTTPOnly: true, Domain: cfg.Domain, Secure: cfg.Secure, SameSite: cfg.SameSite,
	})
	return nil
}

func preferences(c *fiber.Ctx) error {
	c.Cookie(&fiber.Cookie{Name: "csrf_", Value: rand.Text()})
	c.Cookie(&fiber.Cookie{Name: "lang", Value: c.Query("lang")})
	c.Cookie(&fiber.Cookie{Name: "flash", Value: "saved"})
	c.Set("Set-Cookie", "session="+rand.Text()+"; Path=/; Secure; SameSite=Lax")            // want cookiehttponly:`is readable by scripts`
	c.Set(fiber.HeaderSetCookie, "session="+rand.Text()+"; Path=/; HttpOnly; SameSite=Lax") // want cookiesecure:`is sent over plain HTTP`
	return nil
}

func logout(c *fiber.Ctx) error {
	c.ClearCookie("sid")                                                                             // want cookiedelete:`^deletion leaves cookie "sid" alive` logoutinvalidation:"alive on the server"
	c.ClearCookie("__Host-session")                                                                  // want cookiedelete:`^deletion leaves cookie "__Host-session" alive`
	c.Cookie(&fiber.Cookie{Name: "sid", MaxAge: -1})                                                 // want cookiedelete:`^deletion leaves cookie "sid" alive \(Domain is unset, the setter says "example.com"\)$`
	c.Cookie(&fiber.Cookie{Name: "sid", Domain: "example.com", Expires: time.Now().Add(-time.Hour)}) // Path "/" by default
	c.Cookie(&fiber.Cookie{Name: "__Host-session", Expires: time.Unix(0, 0), Secure: true})
	return c.Redirect("/")
}
