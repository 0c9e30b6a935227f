//go:build !old

package main

import (
	"net/http"

	"github.com/beego/beego/v2/server/web/context"
	"github.com/beego/beego/v2/server/web/session"
)

func observeBeego() {
	const web = "github.com/beego/beego/v2/server/web"
	const sess = web + "/session"
	config := func(opts ...session.ManagerConfigOpt) *session.ManagerConfig {
		return session.NewManagerConfig(append(opts, session.CfgSetCookie(true), session.CfgCookieName("n"), session.CfgGcLifeTime(3600))...)
	}
	see(sess+".NewManager", "", answer(beegoSession(config())))
	see(sess+".NewManagerConfig", "", answer(beegoSession(config())))
	see(sess+".ManagerConfig", "zero", answer(beegoSession(&session.ManagerConfig{EnableSetCookie: true, CookieName: "n", Gclifetime: 3600})))
	see(sess+".CfgSecure", "true, HTTP", answer(beegoSession(config(session.CfgSecure(true)))))
	see(sess+".CfgSecure", "true, TLS", answerTLS(beegoSession(config(session.CfgSecure(true)))))
	see(sess+".CfgHTTPOnly", "false", answer(beegoSession(config(session.CfgHTTPOnly(false)))))
	see(sess+".CfgSameSite", "Strict", answer(beegoSession(config(session.CfgSameSite(http.SameSiteStrictMode)))))
	see(sess+".CfgCookieLifeTime", "60 s", answer(beegoSession(config(session.CfgCookieLifeTime(60)))))

	ctx := "(*" + web + "/context.Context)."
	see(ctx+"SetCookie", "", onBeego(func(c *context.Context) { c.SetCookie("n", "v") }))
	see(ctx+"SetCookie", "all", onBeego(func(c *context.Context) { c.SetCookie("n", "v", 60, "/x", "example.com", true, true, "Strict") }))
	see(ctx+"SetSecureCookie", "", onBeego(func(c *context.Context) { c.SetSecureCookie("secret", "n", "v") }))
	see("(*"+web+"/context.BeegoOutput).Cookie", "", onBeego(func(c *context.Context) { c.Output.Cookie("n", "v") }))
}

func beegoSession(config *session.ManagerConfig) http.HandlerFunc {
	m := must(session.NewManager("memory", config))
	return func(w http.ResponseWriter, r *http.Request) { must(m.SessionStart(w, r)) }
}

func onBeego(f func(c *context.Context)) map[string]string {
	return answer(func(w http.ResponseWriter, r *http.Request) {
		c := context.NewContext()
		c.Reset(w, r)
		f(c)
	})
}
