// Package frameworks reads keys in middleware of web frameworks.
package frameworks

import (
	"net/http"
	"os"

	"github.com/gin-gonic/gin"
	"github.com/gofiber/fiber/v2"
	"github.com/labstack/echo/v4"
)

func ginAuth() gin.HandlerFunc {
	key := os.Getenv("ADMIN_KEY")
	return func(c *gin.Context) {
		if c.GetHeader("X-API-Key") != key { // want staticapikey:"one secret of environment variable ADMIN_KEY"
			c.AbortWithStatus(http.StatusForbidden)
			return
		}
		c.Next()
	}
}

func echoAuth(next echo.HandlerFunc) echo.HandlerFunc {
	return func(c echo.Context) error {
		if c.Request().Header.Get("X-API-Key") != os.Getenv("ADMIN_KEY") { // want staticapikey:"one secret of environment variable ADMIN_KEY"
			return echo.NewHTTPError(http.StatusForbidden)
		}
		return next(c)
	}
}

func fiberAuth(c *fiber.Ctx) error {
	if c.Get("X-API-Key") != os.Getenv("ADMIN_KEY") { // want staticapikey:"one secret of environment variable ADMIN_KEY"
		return fiber.ErrForbidden
	}
	return c.Next()
}
