// Package app registers at the program's own router.
package app

import (
	"sessionlint.test/src/routes/ownrouter/guard"
	"sessionlint.test/src/routes/ownrouter/web"
)

func routes(r *web.Engine) {
	r.Get("/health", page())
	r.Use(guard.Load())
	r.Get("/login", page())

	ui := r.Group("/ui")
	ui.Get("/front", page()) // before the guard
	ui.Use(guard.Require())
	ui.Get("/settings", page())
	ui.Use(guard.Roles("root"))
	ui.Get("/admin", func(c *web.Context) error { return c.JSON(200, nil) })

	r.Use(guard.Require()) // no longer for the group
	r.Submit("/account", page())
}

func page() web.HandlerFunc {
	return func(c *web.Context) error { return c.JSON(200, "page") }
}
