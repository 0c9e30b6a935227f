// Package fiberjwtok answers requests without a token.
package fiberjwtok

import (
	"os"

	jwtware "github.com/gofiber/contrib/jwt"
	"github.com/gofiber/fiber/v2"
)

func list(c *fiber.Ctx) error { return c.SendString("secret") }

func routes(app *fiber.App) {
	app.Use(jwtware.New(jwtware.Config{
		SigningKey:   jwtware.SigningKey{JWTAlg: jwtware.HS256, Key: []byte(os.Getenv("KEY"))},
		ErrorHandler: func(c *fiber.Ctx, err error) error { return c.Status(fiber.StatusTeapot).SendString("no") },
	}))
	app.Get("/secret", list)
}
