// Package iris is a program on iris 12: its session cookie is HttpOnly by
// default, Secure only on TLS requests if it is told to, and sessions last for
// ever unless they are given an end.
package iris

import (
	"crypto/rand"
	"net/http"
	"time"

	"github.com/kataras/iris/v12"
	"github.com/kataras/iris/v12/context"
	"github.com/kataras/iris/v12/sessions"
)

func bare() *sessions.Sessions {
	return sessions.New(sessions.Config{}) // want cookiesecure:`^session cookie "irissessionid" is sent over plain HTTP` sessiontimeout:`^sessions never end on the server \(neither an absolute nor an idle limit is set\)` sessionadopt:"IDs that the client chose"
}

func good() *sessions.Sessions {
	return sessions.New(sessions.Config{ // want sessionadopt:"IDs that the client chose"
		Cookie:          "session_id",
		Expires:         12 * time.Hour,
		CookieSecureTLS: true, // on TLS requests
	})
}

func wrong() *sessions.Sessions {
	return sessions.New(sessions.Config{ // want sessionadopt:"IDs that the client chose"
		Cookie:          "session_id",
		Expires:         60 * 24 * time.Hour, // want sessiontimeout:`^sessions last 60 days, longer than the 30 days that level 1 allows$`
		CookieSecureTLS: false,               // want cookiesecure:`\(Secure is false\)`
	})
}

func configured(lifetime time.Duration, secure bool) *sessions.Sessions {
	return sessions.New(sessions.Config{Cookie: "session_id", Expires: lifetime, CookieSecureTLS: secure}) // not known here // want sessionadopt:"IDs that the client chose"
}

func login(ctx iris.Context) {
	ctx.SetCookie(&http.Cookie{Name: "session", Value: rand.Text(), Path: "/", SameSite: http.SameSiteLaxMode}) // want cookiesecure:`^session cookie "session" is sent over plain HTTP \(Secure is never set\), set it to true` cookiehttponly:`\(HttpOnly is never set\)`
	ctx.SetCookie(&http.Cookie{Name: "session", Value: rand.Text(), Path: "/", Secure: true, HttpOnly: true, SameSite: http.SameSiteLaxMode})
	ctx.SetCookie(&http.Cookie{Name: "session", Value: rand.Text(), Path: "/"}, iris.CookieSecure, iris.CookieHTTPOnly(true), iris.CookieSameSite(iris.SameSiteLaxMode))
	ctx.SetCookie(&http.Cookie{
		Name: "session", Value: rand.Text(), Path: "/", Secure: true, HttpOnly: true,
		SameSite: http.SameSiteNoneMode, // want cookiesamesite:`goes along with requests from other sites`
	})
	ctx.SetCookie(&http.Cookie{
		Name: "session", Value: rand.Text(), Path: "/", Secure: true, HttpOnly: true, SameSite: http.SameSiteLaxMode,
		Domain: "example.com",  // want cookiescope:`goes to every sub-domain`
		MaxAge: 40 * 24 * 3600, // want sessiontimeout:`is kept for 40 days`
	})
	ctx.UpsertCookie(&http.Cookie{Name: "__Host-sid", Value: rand.Text(), Secure: true, HttpOnly: true, SameSite: http.SameSiteLaxMode}) // want cookieprefix:`^cookie "__Host-sid" is rejected by browsers \(Path is not "/"\)$`
	ctx.UpsertCookie(&http.Cookie{Name: "__Host-sid", Value: rand.Text(), Path: "/", Secure: true, HttpOnly: true, SameSite: http.SameSiteLaxMode})
}

// SetCookieKV: HttpOnly and Path "/", a year, neither Secure nor SameSite.
func pairs(ctx iris.Context) {
	ctx.SetCookieKV("sid", rand.Text())                                                                                                                                // want cookiesecure:`^session cookie "sid" is sent over plain HTTP \(Secure is false by default in iris\), set it to true` cookiesamesite:`SameSite is unset by default in iris` sessiontimeout:`is kept for 365 days`
	ctx.SetCookieKV("sid", rand.Text(), iris.CookieSecure, iris.CookieSameSite(iris.SameSiteStrictMode), iris.CookieExpires(time.Hour))                                // on TLS requests
	ctx.SetCookieKV("sid", rand.Text(), iris.CookieSecure, iris.CookieSameSite(iris.SameSiteStrictMode), iris.CookieExpires(time.Hour), context.CookieHTTPOnly(false)) // want cookiehttponly:`^session cookie "sid" is readable by scripts \(HttpOnly is false\), set it to true`
	ctx.SetCookieKV("lang", ctx.URLParam("lang"))
	ctx.SetCookieKV("flash", "saved")
	ctx.Header("Set-Cookie", "session="+rand.Text()+"; Secure; SameSite=Lax") // want cookiehttponly:`is readable by scripts`
}

func ofTLS(ctx iris.Context) {
	ctx.SetCookie(&http.Cookie{
		Name: "session", Value: rand.Text(), Path: "/", HttpOnly: true, SameSite: http.SameSiteLaxMode,
		Secure: ctx.Request().TLS != nil,
	})
	ctx.SetCookie(&http.Cookie{
		Name: "session", Value: rand.Text(), Path: "/", HttpOnly: true, SameSite: http.SameSiteLaxMode,
		Secure: ctx.GetHeader("X-Forwarded-Proto") == "https",
	})
}

func logout(ctx iris.Context) {
	// The Path is "/" by default.
	ctx.RemoveCookie("sid")                       // want logoutinvalidation:"alive on the server"
	ctx.RemoveCookie("sid", iris.CookieCleanPath) // want cookiedelete:`^deletion leaves cookie "sid" alive \(Path is unset, the setter says "/"\)$`
	ctx.RemoveCookie("__Host-sid")                // want cookiedelete:`^deletion leaves cookie "__Host-sid" alive`
	ctx.SetCookie(&http.Cookie{Name: "__Host-sid", Path: "/", MaxAge: -1, Secure: true})
}
