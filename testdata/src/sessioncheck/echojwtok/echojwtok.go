// Package echojwtok rejects requests without a token.
package echojwtok

import (
	"net/http"
	"os"

	echojwt "github.com/labstack/echo-jwt/v4"
	"github.com/labstack/echo/v4"
)

func list(c echo.Context) error { return c.String(http.StatusOK, "secret") }

// The error handler returns every error: nothing is ignored.
func routes(e *echo.Echo) {
	g := e.Group("/a", echojwt.WithConfig(echojwt.Config{
		SigningKey:             []byte(os.Getenv("KEY")),
		ErrorHandler:           func(c echo.Context, err error) error { return err },
		ContinueOnIgnoredError: true,
	}))
	g.GET("/secret", list)
}

// Without an error handler, none is ignored either.
func without(e *echo.Echo) {
	g := e.Group("/b", echojwt.WithConfig(echojwt.Config{SigningKey: []byte(os.Getenv("KEY")), ContinueOnIgnoredError: true}))
	g.GET("/secret", list)
}

// An ignored error ends the request.
func ends(e *echo.Echo) {
	g := e.Group("/c", echojwt.WithConfig(echojwt.Config{
		SigningKey:   []byte(os.Getenv("KEY")),
		ErrorHandler: func(c echo.Context, err error) error { return nil },
	}))
	g.GET("/secret", list)
}
