// Package fiberrouter registers routes with fiber and fasthttp.
package fiberrouter

import (
	"github.com/fasthttp/router"
	"github.com/gofiber/fiber/v2"
	fiber3 "github.com/gofiber/fiber/v3"
	"github.com/valyala/fasthttp"
)

func login(c *fiber.Ctx) error { return c.SendString("hello") }

func auth(c *fiber.Ctx) error {
	if c.Get("Authorization") == "" {
		return c.Status(fiber.StatusUnauthorized).JSON(fiber.Map{"error": "no"})
	}
	return c.Next()
}

func routes() {
	app := fiber.New()
	app.Use("/api", auth)
	api := app.Group("/api")
	api.Post("/login", login)
	api.Get("/me", auth, login)
	app.Route("/v2", func(r fiber.Router) { r.Delete("/me", login) })
}

func login3(c fiber3.Ctx) error { return c.Redirect().To("/login") }

func routes3() {
	app := fiber3.New()
	app.Get("/three", login3)
	app.Add([]string{"POST"}, "/four", login3)
}

func fast(ctx *fasthttp.RequestCtx) { ctx.Error("no", fasthttp.StatusForbidden) }

func fastRoutes() {
	r := router.New()
	g := r.Group("/fast")
	g.POST("/go", fast)
}
