//go:build !old

package main

import (
	"net/http/httptest"
	"time"

	"github.com/gofiber/fiber/v3"
	"github.com/gofiber/fiber/v3/extractors"
	"github.com/gofiber/fiber/v3/middleware/session"
)

func observeFiber3() {
	const pkg = "github.com/gofiber/fiber/v3"
	cookie := func(c fiber.Cookie) map[string]string {
		return onFiber3(func(ctx fiber.Ctx) error { c.Name, c.Value = "n", "v"; ctx.Cookie(&c); return nil })
	}
	see(pkg+".Cookie", "zero", cookie(fiber.Cookie{}))
	see(pkg+".Cookie", "force SameSite=None", cookie(fiber.Cookie{SameSite: "NONE"}))
	see(pkg+".Cookie", "force Partitioned=true", cookie(fiber.Cookie{Partitioned: true}))
	see(pkg+".Cookie", "word strict", cookie(fiber.Cookie{SameSite: "Strict"}))
	see(pkg+".Cookie", "word disabled", cookie(fiber.Cookie{SameSite: "disabled"}))
	see(pkg+".Cookie", "word other", cookie(fiber.Cookie{SameSite: "default"}))

	const sess = pkg + "/middleware/session"
	handler, store := session.NewWithStore()
	see(sess+".NewWithStore", "", fiber3Session(handler, store))
	see(sess+".New", "", fiber3Session(session.New(), session.NewStore()))
	given := session.NewStore()
	see(sess+".NewStore", "", fiber3Session(session.New(session.Config{Store: given}), given))
	configured := func(c session.Config) map[string]string {
		h, s := session.NewWithStore(c)
		return fiber3Session(h, s)
	}
	see(sess+".Config", "zero", configured(session.Config{}))
	see(sess+".Store", "zero", configured(session.Config{}))
	see(sess+".Config", "force SameSite=None", configured(session.Config{CookieSameSite: "None"}))
	see(sess+".Config", "word disabled", configured(session.Config{CookieSameSite: "disabled"}))
	see(sess+".Config", "Extractor", configured(session.Config{Extractor: extractors.FromCookie("sid")}))
	see(sess+".Config", "IdleTimeout 1 h", configured(session.Config{IdleTimeout: time.Hour}))
	// With a store the rest of the configuration does not count.
	see(sess+".Config", "delegate", configured(session.Config{Store: given, CookieSecure: true, IdleTimeout: time.Hour}))
}

func fiber3Session(h fiber.Handler, store *session.Store) map[string]string {
	app := fiber.New()
	app.Use(h)
	app.Get("/dir/page", func(c fiber.Ctx) error { session.FromContext(c).Set("user", "x"); return nil })
	res := must(app.Test(httptest.NewRequest("GET", "/dir/page", nil)))
	got := sent(setCookies(res.Header))
	got["IdleTimeout"], got["AbsoluteTimeout"] = limit(store.IdleTimeout), limit(store.AbsoluteTimeout)
	return got
}

func onFiber3(f fiber.Handler) map[string]string {
	app := fiber.New()
	app.Get("/dir/page", f)
	res := must(app.Test(httptest.NewRequest("GET", "/dir/page", nil)))
	return sent(setCookies(res.Header))
}
