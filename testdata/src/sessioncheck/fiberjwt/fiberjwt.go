// Package fiberjwt goes on without a token, and no handler asks for one.
package fiberjwt

import (
	"os"

	jwtware "github.com/gofiber/contrib/jwt"
	"github.com/gofiber/fiber/v2"
)

func list(c *fiber.Ctx) error { return c.SendString("secret") }

func routes(app *fiber.App) {
	app.Use(jwtware.New(jwtware.Config{
		SigningKey:   jwtware.SigningKey{JWTAlg: jwtware.HS256, Key: []byte(os.Getenv("KEY"))},
		ErrorHandler: func(c *fiber.Ctx, err error) error { return c.Next() }, // want sessioncheck:"jwtware.New lets requests without a token through, and nothing rejects them"
	}))
	app.Get("/secret", list)
}
