// Package echo has handlers that return errors.
package echo

import (
	"net/http"

	"github.com/labstack/echo/v4"
)

func requireAdmin(next echo.HandlerFunc) echo.HandlerFunc {
	return func(c echo.Context) error {
		cookie, err := c.Cookie("isAdmin") // want plaincookie:`cookie "isAdmin" decides access`
		if err != nil || cookie.Value != "1" {
			return echo.NewHTTPError(http.StatusForbidden)
		}
		return next(c)
	}
}
