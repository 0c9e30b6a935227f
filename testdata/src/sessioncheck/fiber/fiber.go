// Package fiber reads who is logged in as middleware has kept it.
package fiber

import (
	"database/sql"

	"github.com/gofiber/fiber/v2"
	"github.com/gofiber/fiber/v2/middleware/session"
)

type app struct {
	db    *sql.DB
	store *session.Store
}

// remember keeps who is logged in, and lets everybody through.
func (a *app) remember(c *fiber.Ctx) error {
	s, err := a.store.Get(c)
	if err == nil && s.Get("uid") != nil {
		c.Locals("user_id", s.Get("uid"))
	}
	return c.Next()
}

func (a *app) require(c *fiber.Ctx) error {
	if c.Locals("user_id") == nil {
		return c.SendStatus(fiber.StatusUnauthorized)
	}
	return c.Next()
}

func (a *app) blind(c *fiber.Ctx) error {
	uid, _ := c.Locals("user_id").(int64) // want sessioncheck:"value .user_id. of the request is used without a test"
	_, err := a.db.Exec("UPDATE articles SET owner_id = ? WHERE id = ?", uid, c.Params("id"))
	return err
}

func (a *app) guarded(c *fiber.Ctx) error {
	uid, _ := c.Locals("user_id").(int64)
	_, err := a.db.Exec("UPDATE articles SET owner_id = ? WHERE id = ?", uid, c.Params("id"))
	return err
}

func (a *app) login(c *fiber.Ctx) error { return nil }

func routes(a *app) *fiber.App {
	f := fiber.New()
	f.Use(a.remember)
	f.Post("/login", a.login)
	f.Post("/blind/:id", a.blind)
	f.Post("/guarded/:id", a.require, a.guarded)
	return f
}
