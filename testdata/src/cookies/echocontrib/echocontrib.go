// Package echocontrib is a program on echo-contrib/session, which puts
// gorilla's sessions on the context of echo.
package echocontrib

import (
	"net/http"
	"os"

	"github.com/gorilla/sessions"
	"github.com/labstack/echo-contrib/session"
	"github.com/labstack/echo/v4"
)

var key = []byte(os.Getenv("SESSION_KEY"))

func bare(e *echo.Echo) {
	e.Use(session.Middleware(sessions.NewCookieStore(key))) // want cookiehttponly:`is readable by scripts \(HttpOnly is false by default in gorilla/sessions\), set it to true` cookiesamesite:`SameSite is None by default in gorilla/sessions`
}

func bareFiles(e *echo.Echo) {
	e.Use(session.MiddlewareWithConfig(session.Config{
		Store: sessions.NewFilesystemStore("", key), // want cookiesecure:`Secure is false by default` cookiehttponly:`HttpOnly is false by default` cookiesamesite:`SameSite is unset by default`
	}))
}

func good(e *echo.Echo) {
	store := sessions.NewCookieStore(key)
	store.Options = &sessions.Options{Path: "/", MaxAge: 3600, Secure: true, HttpOnly: true, SameSite: http.SameSiteLaxMode}
	store.MaxAge(3600)
	e.Use(session.Middleware(store))
}

func tooLong(e *echo.Echo) {
	store := sessions.NewFilesystemStore("", key)
	store.Options.Secure = true
	store.Options.HttpOnly = true
	store.Options.SameSite = http.SameSiteLaxMode
	store.Options.Domain = "example.com" // want cookiescope:`goes to every sub-domain`
	store.MaxAge(45 * 24 * 3600)         // want sessiontimeout:`^sessions last 45 days, longer than the 30 days`
	e.Use(session.MiddlewareWithConfig(session.Config{Store: store}))
}

// The README's login: the options of the session, without Secure.
func login(c echo.Context) error {
	s, err := session.Get("session", c)
	if err != nil {
		return err
	}
	s.Options = &sessions.Options{ // want cookiesecure:`^session cookie .*is sent over plain HTTP \(Secure is never set\), set it to true` cookiesamesite:`has no SameSite attribute \(SameSite is never set\), set it to Lax or Strict`
		Path:     "/",
		MaxAge:   86400 * 7,
		HttpOnly: true,
	}
	s.Values["uid"] = c.FormValue("user")
	if err := s.Save(c.Request(), c.Response()); err != nil {
		return err
	}
	return c.NoContent(http.StatusOK)
}

func loginWell(c echo.Context) error {
	s, err := session.Get("__Host-session", c)
	if err != nil {
		return err
	}
	s.Options = &sessions.Options{Path: "/", MaxAge: 3600, Secure: true, HttpOnly: true, SameSite: http.SameSiteLaxMode}
	s.Values["uid"] = c.FormValue("user")
	return s.Save(c.Request(), c.Response())
}

// The promise of the prefix is broken by the options of the session.
func loginNarrow(c echo.Context) error {
	s, err := session.Get("__Host-session", c)
	if err != nil {
		return err
	}
	s.Options = &sessions.Options{
		Path:     "/app", // want cookieprefix:`^cookie "__Host-session" is rejected by browsers \(Path is not "/"\)$`
		MaxAge:   3600,
		Secure:   true,
		HttpOnly: true,
		SameSite: http.SameSiteLaxMode,
	}
	return s.Save(c.Request(), c.Response())
}

func logout(c echo.Context) error {
	s, err := session.Get("session", c)
	if err != nil {
		return err
	}
	s.Options = &sessions.Options{Path: "/", MaxAge: -1} // a deletion
	return s.Save(c.Request(), c.Response())
}

func logoutWide(c echo.Context) error {
	s, err := session.Get("session", c)
	if err != nil {
		return err
	}
	s.Options = &sessions.Options{Path: "/account", MaxAge: -1} // want cookiedelete:`^deletion leaves session cookie .*alive \(Path is "/account", the setter says "/"\)$`
	return s.Save(c.Request(), c.Response())
}
