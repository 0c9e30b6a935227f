// Package echo5 is a program on echo v5, which hands cookies to net/http as
// they are.
package echo5

import (
	"crypto/rand"
	"net/http"
	"time"

	"github.com/labstack/echo/v5"
)

func routes(cfg *config) *echo.Echo {
	e := echo.New()
	e.POST("/login", login)
	e.POST("/login/good", good)
	e.POST("/login/configured", cfg.login)
	e.POST("/preferences", preferences)
	e.POST("/logout", logout)
	return e
}

func login(c *echo.Context) error {
	c.SetCookie(&http.Cookie{Name: "session", Value: rand.Text(), Path: "/"}) // want cookiesecure:`^session cookie "session" is sent over plain HTTP \(Secure is never set\), set it to true` cookiehttponly:`\(HttpOnly is never set\)` cookiesamesite:`\(SameSite is never set\)`
	cookie := new(http.Cookie)
	cookie.Name = "sid"
	cookie.Value = rand.Text()
	cookie.Path = "/"
	cookie.Domain = ".example.com"                                                                                              // want cookiescope:`^session cookie "sid" goes to every sub-domain`
	cookie.Expires = time.Now().Add(60 * 24 * time.Hour)                                                                        // want sessiontimeout:`is kept for 60 days`
	cookie.Secure = false                                                                                                       // want cookiesecure:`\(Secure is false\)`
	cookie.SameSite = http.SameSiteDefaultMode                                                                                  // want cookiesamesite:`\(SameSite is SameSiteDefaultMode\)`
	c.SetCookie(cookie)                                                                                                         // want cookiehttponly:`^session cookie "sid" is readable by scripts \(HttpOnly is never set\), set it to true`
	c.SetCookie(&http.Cookie{Name: "__Host-id", Value: rand.Text(), Path: "/", HttpOnly: true, SameSite: http.SameSiteLaxMode}) // want cookieprefix:`^cookie "__Host-id" is rejected by browsers \(Secure is never set\)$`
	return c.NoContent(http.StatusNoContent)
}

func good(c *echo.Context) error {
	cookie := new(http.Cookie)
	cookie.Name = "__Host-sid"
	cookie.Value = rand.Text()
	cookie.Path = "/"
	cookie.Expires = time.Now().Add(8 * time.Hour)
	cookie.Secure = true
	cookie.HttpOnly = true
	cookie.SameSite = http.SameSiteStrictMode
	c.SetCookie(cookie)
	return c.NoContent(http.StatusNoContent)
}

// Secure follows the scheme, which echo takes from the connection and from
// X-Forwarded-Proto.
func ofScheme(c *echo.Context) error {
	c.SetCookie(&http.Cookie{Name: "session", Value: rand.Text(), Path: "/", HttpOnly: true, SameSite: http.SameSiteLaxMode, Secure: c.Scheme() == "https"})
	c.SetCookie(&http.Cookie{Name: "session", Value: rand.Text(), Path: "/", HttpOnly: true, SameSite: http.SameSiteLaxMode, Secure: c.IsTLS()})
	c.SetCookie(&http.Cookie{Name: "session", Value: rand.Text(), Path: "/", HttpOnly: true, SameSite: http.SameSiteLaxMode, Secure: c.Request().TLS != nil})
	return nil
}

type config struct {
	Domain   string
	Secure   bool
	SameSite http.SameSite
	MaxAge   int
}

func (cfg *config) login(c *echo.Context) error {
	c.SetCookie(&http.Cookie{ // not known here
		Name: "session", Value: rand.Text(), Path: "/", HttpOnly: true,
		Domain: cfg.Domain, Secure: cfg.Secure, SameSite: cfg.SameSite, MaxAge: cfg.MaxAge,
	})
	return nil
}

func preferences(c *echo.Context) error {
	c.SetCookie(&http.Cookie{Name: "theme", Value: c.FormValue("theme")})
	c.SetCookie(&http.Cookie{Name: "_csrf", Value: rand.Text()})
	c.SetCookie(&http.Cookie{Name: "flash", Value: "saved"})
	return nil
}

func header(c *echo.Context) error {
	c.Response().Header().Set("Set-Cookie", "session="+rand.Text()+"; Secure; SameSite=Lax")           // want cookiehttponly:`is readable by scripts`
	c.Response().Header().Set(echo.HeaderSetCookie, "session="+rand.Text()+"; HttpOnly; SameSite=Lax") // want cookiesecure:`is sent over plain HTTP`
	return nil
}

func logout(c *echo.Context) error {
	c.SetCookie(&http.Cookie{Name: "sid", MaxAge: -1})                                   // want cookiedelete:`^deletion leaves cookie "sid" alive \(Path is unset, the setter says "/"\)$` logoutinvalidation:"alive on the server"
	c.SetCookie(&http.Cookie{Name: "sid", Path: "/", MaxAge: -1})                        // want cookiedelete:`^deletion leaves cookie "sid" alive \(Domain is unset, the setter says "example.com"\)$`
	c.SetCookie(&http.Cookie{Name: "sid", Path: "/", Domain: "example.com", MaxAge: -1}) // the leading dot says nothing
	c.SetCookie(&http.Cookie{Name: "__Host-sid", Path: "/", Expires: time.Unix(0, 0)})   // want cookiedelete:`Secure is never set, the prefix demands it`
	if old, err := c.Cookie("__Host-sid"); err == nil {
		old.MaxAge, old.Path, old.Secure = -1, "/", true
		c.SetCookie(old)
	}
	return c.Redirect(http.StatusSeeOther, "/")
}
