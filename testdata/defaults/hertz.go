//go:build !old

package main

import (
	"context"

	"github.com/cloudwego/hertz/pkg/app"
	"github.com/cloudwego/hertz/pkg/app/server"
	"github.com/cloudwego/hertz/pkg/common/hlog"
	"github.com/cloudwego/hertz/pkg/common/ut"
	"github.com/cloudwego/hertz/pkg/protocol"
)

func observeHertz() {
	hlog.SetLevel(hlog.LevelFatal)
	const ctx = "(*github.com/cloudwego/hertz/pkg/app.RequestContext)."
	see(ctx+"SetCookie", "", onHertz(func(c *app.RequestContext) { c.SetCookie("n", "v", 0, "", "", 0, false, false) }))
	see(ctx+"SetPartitionedCookie", "", onHertz(func(c *app.RequestContext) { c.SetPartitionedCookie("n", "v", 0, "", "", 0, false, false) }))
	for _, none := range []struct {
		symbol string
		f      func(c *app.RequestContext)
	}{
		{ctx + "SetCookie", func(c *app.RequestContext) {
			c.SetCookie("n", "v", 0, "", "", protocol.CookieSameSiteNoneMode, false, false)
		}},
		{ctx + "SetPartitionedCookie", func(c *app.RequestContext) {
			c.SetPartitionedCookie("n", "v", 0, "", "", protocol.CookieSameSiteNoneMode, false, false)
		}},
	} {
		see(none.symbol, "force SameSite=None", onHertz(none.f))
	}

	const cookie = "github.com/cloudwego/hertz/pkg/protocol.Cookie"
	made := func(f func(c *protocol.Cookie)) map[string]string {
		return onHertz(func(ctx *app.RequestContext) {
			c := protocol.AcquireCookie()
			c.SetKey("n")
			c.SetValue("v")
			f(c)
			ctx.Response.Header.SetCookie(c)
		})
	}
	see(cookie, "zero", made(func(*protocol.Cookie) {}))
	see("(*"+cookie+").SetPath", "", made(func(c *protocol.Cookie) { c.SetPath("") }))
	see("(*"+cookie+").SetPathBytes", "", made(func(c *protocol.Cookie) { c.SetPathBytes(nil) }))
	see("(*"+cookie+").SetSameSite", "force SameSite=None", made(func(c *protocol.Cookie) { c.SetSameSite(protocol.CookieSameSiteNoneMode) }))
	see("(*"+cookie+").SetPartitioned", "force Partitioned=true", made(func(c *protocol.Cookie) { c.SetPartitioned(true) }))
}

func onHertz(f func(c *app.RequestContext)) map[string]string {
	h := server.New()
	h.GET("/dir/page", func(_ context.Context, c *app.RequestContext) { f(c) })
	w := ut.PerformRequest(h.Engine, "GET", "/dir/page", nil)
	return sent(w.Result().Header.GetAll("Set-Cookie"))
}
