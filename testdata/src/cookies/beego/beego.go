// Package beego is a program on beego 2: its session cookie is HttpOnly by
// default, Secure only on TLS requests if it is told to, and has no SameSite.
package beego

import (
	"crypto/rand"
	"net/http"
	"os"

	"github.com/beego/beego/v2/server/web"
	"github.com/beego/beego/v2/server/web/context"
	"github.com/beego/beego/v2/server/web/session"
)

func bare() (*session.Manager, error) {
	return session.NewManager("memory", &session.ManagerConfig{CookieName: "gosessionid", Gclifetime: 3600}) // want cookiesecure:`^session cookie "gosessionid" is sent over plain HTTP` cookiesamesite:`^session cookie "gosessionid" has no SameSite attribute`
}

func good() (*session.Manager, error) {
	return session.NewManager("memory", &session.ManagerConfig{
		CookieName:     "gosessionid",
		Gclifetime:     1800,
		Maxlifetime:    1800,
		Secure:         true, // on TLS requests
		CookieSameSite: http.SameSiteLaxMode,
	})
}

func wrong() (*session.Manager, error) {
	return session.NewManager("memory", &session.ManagerConfig{
		CookieName:      "sid",
		Domain:          "example.com",            // want cookiescope:`^session cookie "sid" goes to every sub-domain`
		Maxlifetime:     60 * 24 * 3600,           // want sessiontimeout:`^unused sessions stay open for 60 days, longer than the 30 days that level 1 allows$`
		Secure:          false,                    // want cookiesecure:`\(Secure is false\)`
		DisableHTTPOnly: true,                     // want cookiehttponly:`^session cookie "sid" is readable by scripts`
		CookieSameSite:  http.SameSiteDefaultMode, // want cookiesamesite:`\(SameSite is SameSiteDefaultMode\)`
	})
}

// The same by options.
func options() (*session.Manager, error) {
	return session.NewManager("memory", session.NewManagerConfig(
		session.CfgCookieName("sid"),
		session.CfgGcLifeTime(3600),
		session.CfgSecure(true),
		session.CfgHTTPOnly(false), // want cookiehttponly:`is readable by scripts`
		session.CfgSameSite(http.SameSiteLaxMode),
	))
}

func configured(secure bool) (*session.Manager, error) {
	return session.NewManager("memory", &session.ManagerConfig{ // not known here
		CookieName: "sid", Gclifetime: 3600, Secure: secure, CookieSameSite: http.SameSiteLaxMode, Domain: os.Getenv("DOMAIN"),
	})
}

type loginController struct{ web.Controller }

// SetCookie(name, value, maxAge, path, domain, secure, httpOnly, sameSite).
func (c *loginController) Post() {
	c.Ctx.SetCookie("session", rand.Text()) // want cookiesecure:`^session cookie "session" is sent over plain HTTP` cookiehttponly:`is readable by scripts` cookiesamesite:`has no SameSite attribute`
	c.Ctx.SetCookie("session", rand.Text(), 3600, "/", "", true, true, "Lax")
	c.Ctx.SetCookie("session", rand.Text(), 3600, "/", "", false, true, "Lax")           // want cookiesecure:`\(Secure is false\)`
	c.Ctx.SetCookie("session", rand.Text(), 3600, "/", "", true, false, "Lax")           // want cookiehttponly:`\(HttpOnly is false\)`
	c.Ctx.SetCookie("session", rand.Text(), 3600, "/", "", true, true)                   // want cookiesamesite:`^session cookie "session" has no SameSite attribute`
	c.Ctx.SetCookie("session", rand.Text(), 3600, "/", "", true, true, "None")           // want cookiesamesite:`goes along with requests from other sites`
	c.Ctx.SetCookie("session", rand.Text(), 3600, "/", "example.com", true, true, "Lax") // want cookiescope:`goes to every sub-domain`
	c.Ctx.SetCookie("session", rand.Text(), 90*24*3600, "/", "", true, true, "Lax")      // want sessiontimeout:`is kept for 90 days`
	c.Ctx.SetCookie("__Host-sid", rand.Text(), 3600, "/app", "", true, true, "Lax")      // want cookieprefix:`^cookie "__Host-sid" is rejected by browsers \(Path is not "/"\)$`
	c.Ctx.SetCookie("__Host-sid", rand.Text(), 3600, "/", "", true, true, "Strict")
	c.SetSecureCookie("key", "who", c.GetString("user"), 3600, "/", "", true, true, "Lax") // want tokenkey:"written in the code"
	c.Ctx.SetCookie("lang", c.GetString("lang"))
	c.Ctx.SetCookie("flash", "saved")
}

func ofTLS(ctx *context.Context) {
	ctx.SetCookie("session", rand.Text(), 3600, "/", "", ctx.Input.IsSecure(), true, "Lax")
	ctx.Output.Cookie("session", rand.Text(), 3600, "/", "", ctx.Input.Scheme() == "https", true, "Lax")
	ctx.Output.Header("Set-Cookie", "session="+rand.Text()+"; Secure; SameSite=Lax") // want cookiehttponly:`is readable by scripts`
}

func logout(ctx *context.Context) {
	ctx.SetCookie("__Host-sid", "", -1, "/", "", true) // want logoutinvalidation:"alive on the server"
	ctx.SetCookie("__Host-sid", "", -1)                // want cookiedelete:`^deletion leaves cookie "__Host-sid" alive \(Secure is .*, the prefix demands it\)$`
	ctx.SetCookie("id_token", "", -1, "/app")          // want cookiedelete:`^deletion leaves cookie "id_token" alive \(Path is "/app", the setter says "/"\)$`
	ctx.SetCookie("id_token", "", -1)                  // Path "/" by default
}

func second(ctx *context.Context) {
	ctx.SetCookie("id_token", rand.Text(), 3600, "/", "", true, true, "Lax")
}
