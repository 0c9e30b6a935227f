// Package fiber has guards of fiber and fasthttp, where the answer is sent in the end.
package fiber

import (
	"github.com/gofiber/fiber/v2"
	fiber3 "github.com/gofiber/fiber/v3"
	"github.com/valyala/fasthttp"
)

func known(c *fiber.Ctx) bool { return c.Get("Authorization") != "" }

func guard(c *fiber.Ctx) error {
	if !known(c) {
		c.Status(fiber.StatusUnauthorized).JSON(fiber.Map{"error": "log in first"}) // want authabort:"JSON rejects the request but the next handler still runs"
	}
	return c.Next()
}

func guardOK(c *fiber.Ctx) error {
	if !known(c) {
		return c.Status(fiber.StatusUnauthorized).JSON(fiber.Map{"error": "log in first"})
	}
	return c.Next()
}

func statusOnly(c *fiber.Ctx) error {
	if !known(c) {
		c.SendStatus(fiber.StatusForbidden) // want authabort:"SendStatus rejects the request but the function goes on"
	}
	return c.JSON("secret")
}

func redirects(c *fiber.Ctx) error {
	if !known(c) {
		c.Redirect("/login") // want authabort:"Redirect rejects the request but the function goes on"
	}
	return c.SendString("secret")
}

func three(c fiber3.Ctx) error {
	if c.Get("Authorization") == "" {
		c.Status(401).SendString("no") // want authabort:"SendString rejects the request but the next handler"
	}
	return c.Next()
}

func fast(next fasthttp.RequestHandler) fasthttp.RequestHandler {
	return func(ctx *fasthttp.RequestCtx) {
		if len(ctx.Request.Header.Peek("Authorization")) == 0 {
			ctx.Error("no", fasthttp.StatusUnauthorized) // want authabort:"Error rejects the request but the next handler"
		}
		next(ctx)
	}
}
