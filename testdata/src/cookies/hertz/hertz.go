// Package hertz is a program on hertz, which has gin's calls, with SameSite as
// an argument, on a copy of fasthttp's cookie.
package hertz

import (
	"context"
	"crypto/rand"

	"github.com/cloudwego/hertz/pkg/app"
	"github.com/cloudwego/hertz/pkg/protocol"
)

// SetCookie(name, value, maxAge, path, domain, sameSite, secure, httpOnly).
func login(_ context.Context, c *app.RequestContext) {
	c.SetCookie("session", rand.Text(), 3600, "/", "", protocol.CookieSameSiteLaxMode, true, true)
	c.SetCookie("session", rand.Text(), 3600, "/", "", protocol.CookieSameSiteLaxMode, false, true)            // want cookiesecure:`^session cookie "session" is sent over plain HTTP \(Secure is false\), set it to true`
	c.SetCookie("session", rand.Text(), 3600, "/", "", protocol.CookieSameSiteLaxMode, true, false)            // want cookiehttponly:`\(HttpOnly is false\)`
	c.SetCookie("session", rand.Text(), 3600, "/", "", protocol.CookieSameSiteDisabled, true, true)            // want cookiesamesite:`^session cookie "session" has no SameSite attribute`
	c.SetCookie("session", rand.Text(), 3600, "/", "example.com", protocol.CookieSameSiteLaxMode, true, true)  // want cookiescope:`goes to every sub-domain`
	c.SetCookie("session", rand.Text(), 90*24*3600, "/", "", protocol.CookieSameSiteLaxMode, true, true)       // want sessiontimeout:`is kept for 90 days`
	c.SetCookie("session", rand.Text(), 3600, "/", "", protocol.CookieSameSiteNoneMode, false, true)           // want cookiesamesite:`^session cookie "session" goes along with requests from other sites`
	c.SetCookie("__Host-sid", rand.Text(), 3600, "/app", "", protocol.CookieSameSiteLaxMode, true, true)       // want cookieprefix:`^cookie "__Host-sid" is rejected by browsers \(Path is not "/"\)$`
	c.SetCookie("__Host-sid", rand.Text(), 3600, "", "", protocol.CookieSameSiteLaxMode, true, true)           // "" is "/"
	c.SetPartitionedCookie("session", rand.Text(), 3600, "/", "", protocol.CookieSameSiteLaxMode, false, true) // Secure: partitioned
	c.SetCookie("theme", string(c.FormValue("theme")), 0, "", "", protocol.CookieSameSiteDisabled, false, false)
}

type config struct {
	domain string
	secure bool
}

func (cfg *config) login(_ context.Context, c *app.RequestContext) {
	c.SetCookie("session", rand.Text(), 3600, "/", cfg.domain, protocol.CookieSameSiteLaxMode, cfg.secure, true) // not known here
	c.SetCookie("session", rand.Text(), 3600, "/", "", protocol.CookieSameSiteLaxMode, string(c.GetHeader("X-Forwarded-Proto")) == "https", true)
	c.SetCookie("session", rand.Text(), 3600, "/", "", protocol.CookieSameSiteLaxMode, string(c.URI().Scheme()) == "https", true)
}

// Setters on a pooled cookie.
func setters(c *app.RequestContext) {
	cookie := protocol.AcquireCookie()
	defer protocol.ReleaseCookie(cookie)
	cookie.SetKey("sid")
	cookie.SetValue(rand.Text())
	cookie.SetPath("/")
	cookie.SetSecure(false) // want cookiesecure:`\(Secure is false\)`
	cookie.SetHTTPOnly(true)
	cookie.SetSameSite(protocol.CookieSameSiteLaxMode)
	c.Response.Header.SetCookie(cookie)
}

func settersWell(c *app.RequestContext) {
	cookie := protocol.AcquireCookie()
	cookie.SetKey("sid")
	cookie.SetValue(rand.Text())
	cookie.SetPath("")
	cookie.SetHTTPOnly(true)
	cookie.SetSecure(true)
	cookie.SetSameSite(protocol.CookieSameSiteStrictMode)
	c.Response.Header.SetCookie(cookie)
}

func header(c *app.RequestContext) {
	c.Header("Set-Cookie", "session="+rand.Text()+"; Secure; SameSite=Lax") // want cookiehttponly:`is readable by scripts`
}

func logout(_ context.Context, c *app.RequestContext) {
	c.Response.Header.DelClientCookie("sid")                                                // want cookiedelete:`^deletion leaves cookie "sid" alive \(Path is unset, the setter says "/"\)$` logoutinvalidation:"alive on the server"
	c.SetCookie("sid", "", -1, "", "", protocol.CookieSameSiteLaxMode, false, true)         // "" is "/"
	c.SetCookie("__Host-sid", "", -1, "/", "", protocol.CookieSameSiteLaxMode, false, true) // want cookiedelete:`Secure is false, the prefix demands it`
}
