// Package echo has guards of echo: the answer is a result to return.
package echo

import (
	"net/http"

	"github.com/labstack/echo/v4"
)

func known(c echo.Context) bool { return c.Request().Header.Get("Authorization") != "" }

func guard(next echo.HandlerFunc) echo.HandlerFunc {
	return func(c echo.Context) error {
		if !known(c) {
			c.JSON(http.StatusUnauthorized, "log in first") // want authabort:"JSON rejects the request but the next handler still runs"
		}
		return next(c)
	}
}

func guardOK(next echo.HandlerFunc) echo.HandlerFunc {
	return func(c echo.Context) error {
		if !known(c) {
			return c.JSON(http.StatusUnauthorized, "log in first")
		}
		return next(c)
	}
}

func guardError(next echo.HandlerFunc) echo.HandlerFunc {
	return func(c echo.Context) error {
		if !known(c) {
			return echo.NewHTTPError(http.StatusUnauthorized, "log in first")
		}
		return next(c)
	}
}

func redirects(c echo.Context) error {
	if !known(c) {
		_ = c.Redirect(http.StatusFound, "/login") // want authabort:"Redirect rejects the request but the function goes on"
	}
	return c.JSON(http.StatusOK, "secret")
}

func chosen(next echo.HandlerFunc) echo.HandlerFunc {
	return func(c echo.Context) (err error) {
		if known(c) {
			err = next(c)
		} else {
			err = c.NoContent(http.StatusForbidden)
		}
		return err
	}
}
