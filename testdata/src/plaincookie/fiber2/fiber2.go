// Package fiber2 reads cookies as texts without errors.
package fiber2

import "github.com/gofiber/fiber/v2"

func requireLogin(c *fiber.Ctx) error {
	if c.Cookies("authenticated") != "true" { // want plaincookie:`cookie "authenticated" decides access`
		return c.Redirect("/login")
	}
	return c.Next()
}

func show(c *fiber.Ctx) error { return c.SendString(c.Cookies("username")) }
