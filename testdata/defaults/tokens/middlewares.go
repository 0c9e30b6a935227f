package main

import (
	"net/http"
	"net/http/httptest"

	contrib "github.com/gofiber/contrib/jwt"
	"github.com/gofiber/fiber/v2"
	"github.com/golang-jwt/jwt/v5"
	echojwt "github.com/labstack/echo-jwt/v4"
	"github.com/labstack/echo/v4"
)

// middlewares tries tokens on handlers behind each of them.
func middlewares() {
	expired := signed(jwt.SigningMethodHS256, key, jwt.MapClaims{"exp": past.Unix()})
	without := signed(jwt.SigningMethodHS256, key, jwt.MapClaims{"sub": "a"})
	other := signed(jwt.SigningMethodHS512, key, jwt.MapClaims{"sub": "a"})

	onEcho := func(mw echo.MiddlewareFunc, raw string) bool {
		e := echo.New()
		e.GET("/", func(c echo.Context) error { return c.NoContent(http.StatusOK) }, mw)
		r := httptest.NewRequest(http.MethodGet, "/", nil)
		r.Header.Set("Authorization", "Bearer "+raw)
		w := httptest.NewRecorder()
		e.ServeHTTP(w, r)
		return w.Code == http.StatusOK
	}
	const echoPkg = "github.com/labstack/echo-jwt/v4."
	expiry(echoPkg+"JWT", onEcho(echojwt.JWT(key), expired), onEcho(echojwt.JWT(key), without))
	algorithms(echoPkg+"JWT", onEcho(echojwt.JWT(key), other))
	custom := echojwt.WithConfig(echojwt.Config{KeyFunc: find})
	note(echoPkg+"Config.KeyFunc", "accepts other algorithms", onEcho(custom, other))
	open := echojwt.WithConfig(echojwt.Config{
		SigningKey: key, ContinueOnIgnoredError: true, ErrorHandler: func(echo.Context, error) error { return nil },
	})
	note(echoPkg+"Config.ContinueOnIgnoredError", "calls next with a bad token", onEcho(open, "bad"))

	onFiber := func(mw fiber.Handler, raw string) bool {
		app := fiber.New()
		app.Get("/", mw, func(c *fiber.Ctx) error { return c.SendStatus(http.StatusOK) })
		r := httptest.NewRequest(http.MethodGet, "/", nil)
		r.Header.Set("Authorization", "Bearer "+raw)
		return must(app.Test(r)).StatusCode == http.StatusOK
	}
	const fiberPkg = "github.com/gofiber/contrib/jwt."
	mw := contrib.New(contrib.Config{SigningKey: contrib.SigningKey{Key: key}})
	expiry(fiberPkg+"New", onFiber(mw, expired), onFiber(mw, without))
	algorithms(fiberPkg+"New", onFiber(mw, other))
	named := contrib.New(contrib.Config{SigningKey: contrib.SigningKey{Key: key, JWTAlg: "HS256"}})
	note(fiberPkg+"SigningKey.JWTAlg", "refuses others", !onFiber(named, other))
}
