//go:build !old

package main

import "github.com/valyala/fasthttp"

func observeFasthttp() {
	const pkg = "github.com/valyala/fasthttp"
	made := func(f func(c *fasthttp.Cookie)) map[string]string {
		c := fasthttp.AcquireCookie()
		c.SetKey("n")
		c.SetValue("v")
		f(c)
		var h fasthttp.ResponseHeader
		h.SetCookie(c)
		return sent([]string{string(h.PeekCookie("n"))})
	}
	see(pkg+".Cookie", "zero", made(func(*fasthttp.Cookie) {}))
	see("(*"+pkg+".Cookie).SetPath", "", made(func(c *fasthttp.Cookie) { c.SetPath("") }))
	see("(*"+pkg+".Cookie).SetPathBytes", "", made(func(c *fasthttp.Cookie) { c.SetPathBytes(nil) }))
	see("(*"+pkg+".Cookie).SetSameSite", "force SameSite=None", made(func(c *fasthttp.Cookie) { c.SetSameSite(fasthttp.CookieSameSiteNoneMode) }))
	see("(*"+pkg+".Cookie).SetPartitioned", "force Partitioned=true", made(func(c *fasthttp.Cookie) { c.SetPartitioned(true) }))
}
