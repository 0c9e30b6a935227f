// Package echojwtasked goes on without a token, and its handler asks for it.
package echojwtasked

import (
	"net/http"
	"os"

	echojwt "github.com/labstack/echo-jwt/v4"
	"github.com/labstack/echo/v4"
)

func list(c echo.Context) error {
	if c.Get("user") == nil {
		return c.String(http.StatusOK, "what everybody may see")
	}
	return c.String(http.StatusOK, "secret")
}

func routes(e *echo.Echo) {
	e.Use(echojwt.WithConfig(echojwt.Config{
		SigningKey:             []byte(os.Getenv("KEY")),
		ErrorHandler:           func(c echo.Context, err error) error { return nil },
		ContinueOnIgnoredError: true,
	}))
	e.GET("/list", list)
}
