// Package immutable asks fiber for copies.
package immutable

import "github.com/gofiber/fiber/v2"

var seen = map[string]bool{}

func app() *fiber.App {
	app := fiber.New(fiber.Config{Immutable: true})
	app.Get("/", func(c *fiber.Ctx) error {
		seen[c.Cookies("sid")] = true
		return nil
	})
	return app
}
