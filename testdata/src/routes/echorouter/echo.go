// Package echorouter registers routes with echo.
package echorouter

import (
	"net/http"

	"github.com/labstack/echo/v4"
	echo5 "github.com/labstack/echo/v5"
)

func login(c echo.Context) error { return c.JSON(http.StatusOK, nil) }

func auth(next echo.HandlerFunc) echo.HandlerFunc {
	return func(c echo.Context) error {
		if c.Request().Header.Get("Authorization") == "" {
			return echo.NewHTTPError(http.StatusUnauthorized)
		}
		return next(c)
	}
}

func routes() {
	e := echo.New()
	e.Pre(auth)
	e.POST("/login", login)
	g := e.Group("/admin", auth)
	g.GET("/users", login, auth)
	g.Add("PUT", "/users", login)
}

func login5(c *echo5.Context) error { return c.NoContent(204) }

func routes5() {
	e := echo5.New()
	e.GET("/five", login5)
}
