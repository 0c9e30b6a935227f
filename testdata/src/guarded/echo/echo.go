// Package echo is a program of echo that does everything right.
package echo

import (
	"net/http"

	"github.com/labstack/echo-contrib/session"
	"github.com/labstack/echo/v4"
)

func guard(next echo.HandlerFunc) echo.HandlerFunc {
	return func(c echo.Context) error {
		s, err := session.Get("shop", c)
		if err != nil {
			return err
		}
		if _, ok := s.Values["uid"].(int64); !ok {
			if err := c.JSON(http.StatusUnauthorized, "log in first"); err != nil {
				return err
			}
			return nil // cut: authabort:"next handler still runs"
		}
		return next(c)
	}
}

func theme(c echo.Context) error {
	s, err := session.Get("shop", c)
	if err != nil {
		return err
	}
	s.Values["theme"] = c.FormValue("theme")
	// cut 3: sessionsave:"value .theme. is never saved"
	if err := s.Save(c.Request(), c.Response()); err != nil {
		return err
	}
	return c.NoContent(http.StatusNoContent)
}

func logout(c echo.Context) error {
	s, err := session.Get("shop", c)
	if err != nil {
		return err
	}
	s.Options.MaxAge = -1
	// cut 3: sessionsave:"change of the options is never saved"
	if err := s.Save(c.Request(), c.Response()); err != nil {
		return err
	}
	return c.Redirect(http.StatusSeeOther, "/")
}

func routes() {
	e := echo.New()
	g := e.Group("", guard)
	g.POST("/theme", theme)
}
