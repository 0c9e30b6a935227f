// Package fiber is a program of fiber that does everything right.
package fiber

import (
	"strings"

	"github.com/gofiber/fiber/v2"
	"github.com/gofiber/fiber/v2/middleware/session"
)

var (
	store = session.New()
	seen  = map[string]bool{}
)

func guard(c *fiber.Ctx) error {
	s, err := store.Get(c)
	if err != nil {
		return err
	}
	if s.Get("uid") == nil {
		c.SendStatus(fiber.StatusUnauthorized)
		return nil // cut: authabort:"next handler still runs"
	}
	return c.Next()
}

func theme(c *fiber.Ctx) error {
	s, err := store.Get(c)
	if err != nil {
		return err
	}
	s.Set("theme", strings.ToLower(c.FormValue("theme")))
	// cut 3: sessionsave:"value .theme. is never saved"
	if err := s.Save(); err != nil {
		return err
	}
	return c.SendStatus(fiber.StatusNoContent)
}

func visit(c *fiber.Ctx) error {
	id := c.Cookies("visitor")
	id = strings.Clone(id) // cut: sessionshared:"text of the request is kept in a map"
	seen[id] = true
	return c.SendStatus(fiber.StatusNoContent)
}

func login(c *fiber.Ctx) error {
	s, err := store.Get(c)
	if err != nil {
		return err
	}
	if err := s.Regenerate(); err != nil {
		return err
	}
	s.Set("uid", 7)
	// cut 3: sessionsave:"fresh session ID is never saved"
	if err := s.Save(); err != nil {
		return err
	}
	return c.SendStatus(fiber.StatusNoContent)
}

func routes() {
	app := fiber.New()
	app.Use(guard)
	app.Post("/theme", theme)
	app.Get("/visit", visit)
}
