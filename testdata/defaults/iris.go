//go:build !old

package main

import (
	"net/http"
	"time"

	"github.com/kataras/iris/v12"
	"github.com/kataras/iris/v12/sessions"
)

func observeIris() {
	const root = "github.com/kataras/iris/v12"
	kv := func(opts ...iris.CookieOption) http.HandlerFunc {
		return onIris(func(c iris.Context) { c.SetCookieKV("n", "v", opts...) })
	}
	see("(*"+root+"/context.Context).SetCookieKV", "", answer(kv()))
	see("(*"+root+"/context.Context).SetCookie", "", answer(onIris(func(c iris.Context) { c.SetCookie(&http.Cookie{Name: "n", Value: "v"}) })))
	options := root + "/context.Cookie"
	see(options+"Secure", "HTTP", answer(kv(iris.CookieSecure)))
	see(options+"Secure", "TLS", answerTLS(kv(iris.CookieSecure)))
	see(options+"CleanPath", "", answer(kv(iris.CookieCleanPath)))
	see(options+"HTTPOnly", "false", answer(kv(iris.CookieHTTPOnly(false))))
	see(options+"Expires", "60 s", answer(kv(iris.CookieExpires(time.Minute))))
	see(options+"SameSite", "Strict", answer(kv(iris.CookieSameSite(http.SameSiteStrictMode))))

	sess := func(c sessions.Config) http.HandlerFunc {
		s := sessions.New(c)
		return onIris(func(c iris.Context) { s.Start(c).Set("user", "x") })
	}
	see(root+"/sessions.New", "", answer(sess(sessions.Config{})))
	see(root+"/sessions.Config", "zero", answer(sess(sessions.Config{})))
	see(root+"/sessions.Config", "CookieSecureTLS, HTTP", answer(sess(sessions.Config{CookieSecureTLS: true})))
	see(root+"/sessions.Config", "CookieSecureTLS, TLS", answerTLS(sess(sessions.Config{CookieSecureTLS: true})))
	see(root+"/sessions.Config", "Expires 1 h", answer(sess(sessions.Config{Expires: time.Hour})))
}

func onIris(f func(c iris.Context)) http.HandlerFunc {
	app := iris.New()
	app.Logger().SetLevel("disable")
	app.Get("/dir/page", f)
	if err := app.Build(); err != nil {
		panic(err)
	}
	return app.ServeHTTP
}
