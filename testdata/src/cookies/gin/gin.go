// Package gin is a program on gin, whose setter takes every attribute as an
// argument except SameSite.
package gin

import (
	"crypto/rand"
	"net/http"

	"github.com/gin-gonic/gin"
)

func routes(cfg *config) *gin.Engine {
	r := gin.New()
	r.POST("/login", login)
	r.POST("/login/good", good)
	r.POST("/logout", logout)
	r.POST("/configured", cfg.login)
	return r
}

func login(c *gin.Context) {
	c.SetSameSite(http.SameSiteLaxMode)
	c.SetCookie("session", rand.Text(), 3600, "/", "", false, true)                 // want cookiesecure:`^session cookie "session" is sent over plain HTTP \(Secure is false\), set it to true`
	c.SetCookie("session", rand.Text(), 3600, "/", "", true, false)                 // want cookiehttponly:`^session cookie "session" is readable by scripts \(HttpOnly is false\), set it to true`
	c.SetCookie("session", rand.Text(), 3600, "/", "example.com", true, true)       // want cookiescope:`^session cookie "session" goes to every sub-domain \(Domain is "example.com"\), leave it out`
	c.SetCookie("session", rand.Text(), 90*24*3600, "/", "", true, true)            // want sessiontimeout:`^session cookie "session" is kept for 90 days`
	c.SetCookie("__Host-sid", rand.Text(), 3600, "/app", "", true, true)            // want cookieprefix:`^cookie "__Host-sid" is rejected by browsers \(Path is not "/"\)$`
	c.SetCookie("__Secure-sid", rand.Text(), 3600, "/app", "", false, true)         // want cookieprefix:`^cookie "__Secure-sid" is rejected by browsers \(Secure is false\)$` cookiesecure:`Secure is false`
	c.SetCookie("csrf_token", rand.Text(), 3600, "/", "", false, false)             // for scripts
	c.SetCookie("locale", c.PostForm("locale"), 365*24*3600, "/", "", false, false) // no credential
}

// gin writes no SameSite unless it was told to, on this context and before.
func silent(c *gin.Context) {
	c.SetCookie("session", rand.Text(), 3600, "/", "", true, true) // want cookiesamesite:`^session cookie "session" has no SameSite attribute \(SameSite is never set\), set it to Lax or Strict`
	c.SetSameSite(http.SameSiteLaxMode)                            // too late
}

func good(c *gin.Context) {
	c.SetSameSite(http.SameSiteStrictMode)
	c.SetCookie("session", rand.Text(), 3600, "/", "", true, true)
	c.SetCookie("__Host-sid", rand.Text(), 3600, "", "", true, true) // gin turns "" into "/"
}

func none(c *gin.Context) {
	c.SetSameSite(http.SameSiteNoneMode) // want cookiesamesite:`^session cookie "session" goes along with requests from other sites \(SameSite is None\), set it to Lax or Strict`
	c.SetCookie("session", rand.Text(), 3600, "/", "", true, true)
}

func ofTLS(c *gin.Context) {
	c.SetSameSite(http.SameSiteLaxMode)
	c.SetCookie("session", rand.Text(), 3600, "/", "", c.Request.TLS != nil, true)
	c.SetCookie("session", rand.Text(), 3600, "/", "", c.GetHeader("X-Forwarded-Proto") == "https", true)
}

type config struct {
	domain string
	secure bool
	maxAge int
}

func (cfg *config) login(c *gin.Context) {
	c.SetSameSite(http.SameSiteLaxMode)
	c.SetCookie("session", rand.Text(), cfg.maxAge, "/", cfg.domain, cfg.secure, true) // not known here
}

// SetCookieData takes a cookie of net/http and the SameSite of the context.
func data(c *gin.Context) {
	c.SetCookieData(&http.Cookie{Name: "sid", Value: rand.Text(), Secure: true, SameSite: http.SameSiteLaxMode})                        // want cookiehttponly:`^session cookie "sid" is readable by scripts \(HttpOnly is never set\), set it to true`
	c.SetCookieData(&http.Cookie{Name: "sid", Value: rand.Text(), HttpOnly: true, SameSite: http.SameSiteLaxMode})                      // want cookiesecure:`^session cookie "sid" is sent over plain HTTP \(Secure is never set\), set it to true`
	c.SetCookieData(&http.Cookie{Name: "__Host-sid", Value: rand.Text(), Secure: true, HttpOnly: true, SameSite: http.SameSiteLaxMode}) // Path "/" by gin
}

func header(c *gin.Context) {
	c.Header("Set-Cookie", "session="+rand.Text()+"; Path=/; Secure; SameSite=Lax") // want cookiehttponly:`is readable by scripts`
	c.Header("Set-Cookie", "session="+rand.Text()+"; Path=/; Secure; HttpOnly; SameSite=Lax")
	http.SetCookie(c.Writer, &http.Cookie{Name: "session", Value: rand.Text(), HttpOnly: true, SameSite: http.SameSiteLaxMode}) // want cookiesecure:`is sent over plain HTTP`
}

func logout(c *gin.Context) {
	c.SetCookie("sid", "", -1, "/app", "", true, true)      // want cookiedelete:`^deletion leaves cookie "sid" alive \(Path is "/app", the setter says "/"\)$` logoutinvalidation:"alive on the server"
	c.SetCookie("sid", "", -1, "", "", false, true)         // "" is "/", as for the setter
	c.SetCookie("sid", "", 0, "/", "", false, true)         // want cookiedelete:`^cookie "sid" is not deleted`
	c.SetCookie("__Host-sid", "", -1, "/", "", false, true) // want cookiedelete:`^deletion leaves cookie "__Host-sid" alive \(Secure is false, the prefix demands it\)$`
	c.SetCookie("__Host-sid", "", -1, "/", "", true, true)
}
