// Package fiber keeps texts that fiber lends.
package fiber

import (
	"strings"

	"github.com/gofiber/fiber/v2"
	"github.com/gofiber/fiber/v2/utils"
)

var (
	seen   = map[string]bool{}
	tokens = make(chan string)
	last   string
)

func app() *fiber.App {
	app := fiber.New()
	app.Get("/", handler)
	return app
}

func handler(c *fiber.Ctx) error {
	sid := c.Cookies("sid")
	seen[sid] = true                   // want sessionshared:"text of the request is kept in a map but overwritten by the next"
	tokens <- sid                      // want sessionshared:"kept in a channel"
	go audit(c.Get("Authorization"))   // want sessionshared:"kept in a goroutine"
	go func() { audit(sid) }()         // want sessionshared:"kept in a goroutine"
	last = c.Query("q")                // want sessionshared:"kept in a package variable"
	seen[utils.CopyString(sid)] = true // a copy
	seen[strings.Clone(sid)] = true    // a copy
	seen["sid:"+sid] = true            // a new text
	go audit(string([]byte(sid)))      // a copy
	if seen[sid] {                     // looked up, not kept
		audit(sid) // runs before the handler returns
	}
	return c.SendString(sid)
}

func audit(string) {}
