// Package echo reads who is logged in as middleware has kept it.
package echo

import (
	"database/sql"
	"net/http"

	"github.com/labstack/echo-contrib/session"
	"github.com/labstack/echo/v4"
)

type app struct{ db *sql.DB }

// remember keeps who is logged in, and lets everybody through.
func (a *app) remember(next echo.HandlerFunc) echo.HandlerFunc {
	return func(c echo.Context) error {
		if s, err := session.Get("sid", c); err == nil {
			if id, ok := s.Values["uid"].(int64); ok {
				c.Set("user_id", id)
			}
		}
		return next(c)
	}
}

// require rejects strangers, by an error.
func (a *app) require(next echo.HandlerFunc) echo.HandlerFunc {
	return func(c echo.Context) error {
		if c.Get("user_id") == nil {
			return echo.ErrUnauthorized
		}
		return next(c)
	}
}

func (a *app) blind(c echo.Context) error {
	uid, _ := c.Get("user_id").(int64) // want sessioncheck:"value .user_id. of the request is used without a test"
	_, err := a.db.Exec("UPDATE articles SET owner_id = ? WHERE id = ?", uid, c.Param("id"))
	return err
}

func (a *app) guarded(c echo.Context) error {
	uid, _ := c.Get("user_id").(int64)
	_, err := a.db.Exec("UPDATE articles SET owner_id = ? WHERE id = ?", uid, c.Param("id"))
	return err
}

func (a *app) tested(c echo.Context) error {
	uid, ok := c.Get("user_id").(int64)
	if !ok {
		return c.NoContent(http.StatusNotFound)
	}
	_, err := a.db.Exec("UPDATE articles SET owner_id = ? WHERE id = ?", uid, c.Param("id"))
	return err
}

// The handler fails for strangers.
func (a *app) fails(c echo.Context) error {
	if c.Request().Header.Get("Authorization") == "" {
		return echo.NewHTTPError(http.StatusUnauthorized)
	}
	uid, _ := c.Get("user_id").(int64)
	_, err := a.db.Exec("UPDATE articles SET owner_id = ? WHERE id = ?", uid, c.Param("id"))
	return err
}

func (a *app) login(c echo.Context) error { return nil }

func routes(a *app) *echo.Echo {
	e := echo.New()
	e.Use(a.remember)
	e.POST("/login", a.login)
	e.POST("/blind/:id", a.blind)
	e.POST("/tested/:id", a.tested)
	e.POST("/fails/:id", a.fails)
	e.POST("/guarded/:id", a.guarded, a.require)
	return e
}
