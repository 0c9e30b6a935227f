//go:build !old

package main

import (
	"net/http/httptest"
	"time"

	"github.com/gofiber/fiber/v2"
	"github.com/gofiber/fiber/v2/middleware/session"
)

func observeFiber2() {
	const pkg = "github.com/gofiber/fiber/v2"
	cookie := func(c fiber.Cookie) map[string]string {
		return onFiber2(func(ctx *fiber.Ctx) error { c.Name, c.Value = "n", "v"; ctx.Cookie(&c); return nil })
	}
	see(pkg+".Cookie", "zero", cookie(fiber.Cookie{}))
	see(pkg+".Cookie", "force SameSite=None", cookie(fiber.Cookie{SameSite: "NONE"}))
	see(pkg+".Cookie", "word strict", cookie(fiber.Cookie{SameSite: "Strict"}))
	see(pkg+".Cookie", "word disabled", cookie(fiber.Cookie{SameSite: "disabled"}))
	see(pkg+".Cookie", "word other", cookie(fiber.Cookie{SameSite: "default"}))
	see(pkg+".Cookie", "SessionOnly", cookie(fiber.Cookie{SessionOnly: true, MaxAge: 60}))

	const sess = pkg + "/middleware/session"
	see(sess+".New", "", fiber2Session(session.New()))
	see(sess+".Config", "zero", fiber2Session(session.New(session.Config{})))
	see(sess+".Store", "zero", fiber2Session(session.New(session.Config{})))
	see(sess+".Config", "force SameSite=None", fiber2Session(session.New(session.Config{CookieSameSite: "None"})))
	see(sess+".Config", "word disabled", fiber2Session(session.New(session.Config{CookieSameSite: "disabled"})))
	see(sess+".Config", "KeyLookup", fiber2Session(session.New(session.Config{KeyLookup: "cookie:sid"})))
	see(sess+".Config", "CookieName", fiber2Session(session.New(session.Config{KeyLookup: "cookie:sid", CookieName: "other"})))
	see(sess+".Config", "Expiration 1 h", fiber2Session(session.New(session.Config{Expiration: time.Hour})))
}

func fiber2Session(store *session.Store) map[string]string {
	got := onFiber2(func(c *fiber.Ctx) error {
		s := must(store.Get(c))
		s.Set("user", "x")
		return s.Save()
	})
	return with(got, "IdleTimeout", limit(store.Expiration))
}

func onFiber2(f fiber.Handler) map[string]string {
	app := fiber.New()
	app.Get("/dir/page", f)
	res := must(app.Test(httptest.NewRequest("GET", "/dir/page", nil)))
	return sent(setCookies(res.Header))
}
