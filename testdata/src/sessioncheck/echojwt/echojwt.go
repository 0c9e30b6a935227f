// Package echojwt goes on without a token, and no handler asks for one.
package echojwt

import (
	"net/http"
	"os"

	echojwt "github.com/labstack/echo-jwt/v4"
	"github.com/labstack/echo/v4"
)

func list(c echo.Context) error { return c.String(http.StatusOK, "secret") }

func routes(e *echo.Echo) {
	e.Use(echojwt.WithConfig(echojwt.Config{
		SigningKey:             []byte(os.Getenv("KEY")),
		ErrorHandler:           func(c echo.Context, err error) error { return nil },
		ContinueOnIgnoredError: true, // want sessioncheck:"echojwt.WithConfig lets requests without a token through, and nothing rejects them"
	}))
	e.GET("/secret", list)
}
