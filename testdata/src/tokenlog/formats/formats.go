// Package formats configures access logs by text.
package formats

import (
	"github.com/gofiber/fiber/v2"
	"github.com/gofiber/fiber/v2/middleware/logger"
	"github.com/labstack/echo/v4"
	"github.com/labstack/echo/v4/middleware"
)

func echoLog(e *echo.Echo) {
	e.Use(middleware.LoggerWithConfig(middleware.LoggerConfig{
		Format: "${method} ${uri} ${header:Authorization}\n", // want tokenlog:"header Authorization is written to the access log in clear"
	}))
	e.Use(middleware.LoggerWithConfig(middleware.LoggerConfig{
		Format: "${method} ${uri} ${header:User-Agent} ${cookie:theme}\n",
	}))
}

func fiberLog(app *fiber.App) {
	app.Use(logger.New(logger.Config{
		Format: "${path} ${cookie:session}\n", // want tokenlog:"cookie session is written to the access log"
	}))
	app.Use(logger.New(logger.Config{
		Format: "${path} ${reqHeaders}\n", // want tokenlog:"every request header is written to the access log"
	}))
	app.Use(logger.New(logger.Config{Format: "${path} ${status} ${reqHeader:X-Request-Id}\n"}))
}
