// Package others has guards of smaller libraries.
package others

import (
	"net/http"

	"github.com/beego/beego/v2/server/web"
	beego "github.com/beego/beego/v2/server/web/context"
	restful "github.com/emicklei/go-restful/v3"
	"github.com/kataras/iris/v12"
	"github.com/urfave/negroni"
	"gopkg.in/macaron.v1"
)

func irisGuard(ctx iris.Context) {
	if ctx.GetHeader("Authorization") == "" {
		ctx.StatusCode(iris.StatusUnauthorized) // want authabort:"StatusCode rejects the request but the next handler"
		ctx.JSON("no")
	}
	ctx.Next()
}

// Without Next, nothing behind it runs.
func irisGuardOK(ctx iris.Context) {
	if ctx.GetHeader("Authorization") == "" {
		ctx.StatusCode(iris.StatusUnauthorized)
		ctx.JSON("no")
		return
	}
	ctx.Next()
}

// A stopped chain does not go on.
func irisStops(ctx iris.Context) {
	if ctx.GetHeader("Authorization") == "" {
		ctx.StopWithStatus(iris.StatusUnauthorized)
	}
	ctx.Next()
}

// beego does not go on when a filter has answered.
func beegoFilter(ctx *beego.Context) {
	if ctx.Input.Session("uid") == nil {
		ctx.Redirect(302, "/login")
	}
}

type account struct{ web.Controller }

// Get shows the account: Abort panics into beego.
func (c *account) Get() {
	if c.GetSession("uid") == nil {
		c.Abort("401")
	}
	c.ServeJSON()
}

// Post redirects and goes on.
func (c *account) Post() {
	if c.GetSession("uid") == nil {
		c.Redirect("/login", 302) // want authabort:"Redirect rejects the request but the function goes on"
	}
	c.ServeJSON()
}

func negroniGuard(w http.ResponseWriter, r *http.Request, next http.HandlerFunc) {
	if r.Header.Get("Authorization") == "" {
		http.Error(w, "no", http.StatusUnauthorized) // want authabort:"http.Error rejects the request but the next handler"
	}
	next(w, r)
}

var _ = negroni.HandlerFunc(negroniGuard)

func restfulFilter(req *restful.Request, resp *restful.Response, chain *restful.FilterChain) {
	if req.HeaderParameter("Authorization") == "" {
		resp.WriteErrorString(http.StatusUnauthorized, "no") // want authabort:"WriteErrorString rejects the request but the next handler"
	}
	chain.ProcessFilter(req, resp)
}

func macaronHandler(ctx *macaron.Context) {
	if ctx.Req.Header.Get("Authorization") == "" {
		ctx.Redirect("/login") // want authabort:"Redirect rejects the request but the function goes on"
	}
	ctx.HTML(200, "secret")
}
