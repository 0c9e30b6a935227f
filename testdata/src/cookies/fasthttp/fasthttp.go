// Package fasthttp is a program on fasthttp, where cookies are built with
// setters on a pooled object.
package fasthttp

import (
	"crypto/rand"
	"time"

	"github.com/valyala/fasthttp"
)

func handle(ctx *fasthttp.RequestCtx) {
	switch string(ctx.Path()) {
	case "/login":
		bad(ctx)
		good(ctx)
	case "/logout":
		logout(ctx)
	}
}

func bare(ctx *fasthttp.RequestCtx) {
	c := fasthttp.AcquireCookie()
	defer fasthttp.ReleaseCookie(c)
	c.SetKey("session")
	c.SetValue(rand.Text())
	ctx.Response.Header.SetCookie(c) // want cookiesecure:`^session cookie "session" is sent over plain HTTP \(Secure is never set\), set it to true` cookiehttponly:`\(HttpOnly is never set\)` cookiesamesite:`\(SameSite is never set\)`
}

func bad(ctx *fasthttp.RequestCtx) {
	var c fasthttp.Cookie
	c.SetKey("sid")
	c.SetValue(rand.Text())
	c.SetPath("/")
	c.SetDomain("example.com")                        // want cookiescope:`^session cookie "sid" goes to every sub-domain`
	c.SetMaxAge(90 * 24 * 3600)                       // want sessiontimeout:`is kept for 90 days`
	c.SetSecure(false)                                // want cookiesecure:`\(Secure is false\)`
	c.SetHTTPOnly(false)                              // want cookiehttponly:`\(HttpOnly is false\)`
	c.SetSameSite(fasthttp.CookieSameSiteDefaultMode) // want cookiesamesite:`\(SameSite is SameSiteDefaultMode\)`
	ctx.Response.Header.SetCookie(&c)
}

func good(ctx *fasthttp.RequestCtx) {
	c := fasthttp.AcquireCookie()
	c.SetKey("__Host-session")
	c.SetValueBytes([]byte(rand.Text()))
	c.SetPath("") // becomes "/"
	c.SetExpire(time.Now().Add(8 * time.Hour))
	c.SetSecure(true)
	c.SetHTTPOnly(true)
	c.SetSameSite(fasthttp.CookieSameSiteStrictMode)
	ctx.Response.Header.SetCookie(c)
}

// fasthttp switches Secure on for None.
func none(ctx *fasthttp.RequestCtx) {
	c := fasthttp.AcquireCookie()
	c.SetKey("session")
	c.SetValue(rand.Text())
	c.SetHTTPOnly(true)
	c.SetSameSite(fasthttp.CookieSameSiteNoneMode) // want cookiesamesite:`^session cookie "session" goes along with requests from other sites`
	ctx.Response.Header.SetCookie(c)
}

func prefix(ctx *fasthttp.RequestCtx) {
	c := fasthttp.AcquireCookie()
	c.SetKey("__Host-id")
	c.SetValue(rand.Text())
	c.SetPath("/app") // want cookieprefix:`^cookie "__Host-id" is rejected by browsers \(Path is not "/"\)$`
	c.SetSecure(true)
	ctx.Response.Header.SetCookie(c)
}

func ofTLS(ctx *fasthttp.RequestCtx) {
	c := fasthttp.AcquireCookie()
	c.SetKey("session")
	c.SetValue(rand.Text())
	c.SetHTTPOnly(true)
	c.SetSameSite(fasthttp.CookieSameSiteLaxMode)
	c.SetSecure(ctx.IsTLS())
	ctx.Response.Header.SetCookie(c)
}

type config struct {
	secure bool
	domain string
}

func (cfg *config) set(ctx *fasthttp.RequestCtx) {
	c := fasthttp.AcquireCookie()
	c.SetKey("session")
	c.SetValue(rand.Text())
	c.SetDomain(cfg.domain) // not known here
	c.SetSecure(cfg.secure)
	c.SetHTTPOnly(true)
	c.SetSameSite(fasthttp.CookieSameSiteLaxMode)
	ctx.Response.Header.SetCookie(c)
}

func preferences(ctx *fasthttp.RequestCtx) {
	c := fasthttp.AcquireCookie()
	c.SetKey("theme")
	c.SetValueBytes(ctx.FormValue("theme"))
	ctx.Response.Header.SetCookie(c)
	ctx.Response.Header.Set("Set-Cookie", "session="+rand.Text()+"; Secure; SameSite=Lax") // want cookiehttponly:`is readable by scripts`
}

// The cookie of a request of a client.
func client(token string) error {
	req := fasthttp.AcquireRequest()
	req.Header.SetCookie("session", token)
	return fasthttp.Do(req, nil)
}

func logout(ctx *fasthttp.RequestCtx) {
	ctx.Response.Header.DelClientCookie("sid")            // want cookiedelete:`^deletion leaves cookie "sid" alive \(Path is unset, the setter says "/"\)$` logoutinvalidation:"alive on the server"
	ctx.Response.Header.DelClientCookie("__Host-session") // want cookiedelete:`^deletion leaves cookie "__Host-session" alive`
	c := fasthttp.AcquireCookie()
	c.SetKey("__Host-session")
	c.SetPath("/")
	c.SetSecure(true)
	c.SetExpire(fasthttp.CookieExpireDelete)
	ctx.Response.Header.SetCookie(c)
}
