// Package echo changes sessions of echo-contrib.
package echo

import (
	"net/http"

	"github.com/labstack/echo-contrib/session"
	"github.com/labstack/echo/v4"
)

func login(c echo.Context) error {
	s, err := session.Get("shop", c)
	if err != nil {
		return err
	}
	s.Values["uid"] = 7
	if err := s.Save(c.Request(), c.Response()); err != nil {
		return err
	}
	return c.NoContent(http.StatusNoContent)
}

func loginForgets(c echo.Context) error {
	s, err := session.Get("shop", c)
	if err != nil {
		return err
	}
	s.Values["uid"] = 7 // want sessionsave:"value .uid. is never saved"
	return c.NoContent(http.StatusNoContent)
}

func cookieLate(c echo.Context) error {
	err := c.JSON(http.StatusOK, "hello")
	c.SetCookie(&http.Cookie{Name: "theme", Value: "dark"}) // want sessionsave:"SetCookie comes after the answer has started"
	return err
}

func saveReturned(c echo.Context) error {
	s, _ := session.Get("shop", c)
	s.Options.MaxAge = -1
	return s.Save(c.Request(), c.Response())
}
