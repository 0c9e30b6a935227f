// Package controllers has beego's controllers, and iris.
package controllers

import (
	"github.com/beego/beego/v2/server/web"
	"github.com/beego/beego/v2/server/web/context"
	"github.com/kataras/iris/v12"

	elsewhere "sessionlint.test/src/logoutinvalidation/mappedpkg/door"
)

type base struct{ web.Controller }

type account struct{ base }

// Login is called for its name.
func (c *account) Login() {
	c.Data["json"] = "hello"
	c.ServeJSON()
}

func filter(ctx *context.Context) {
	if ctx.Input.Session("uid") == nil {
		ctx.Redirect(302, "/login")
	}
}

func routes() {
	web.InsertFilter("/*", web.BeforeRouter, filter)
	web.Get("/health", func(ctx *context.Context) { ctx.WriteString("ok") })
}

func hello(ctx iris.Context) { ctx.Text("hello") }

func guard(ctx iris.Context) {
	if ctx.GetHeader("Authorization") == "" {
		ctx.StopWithStatus(iris.StatusUnauthorized)
		return
	}
	ctx.Next()
}

func irisRoutes() {
	app := iris.New()
	api := app.Party("/api", guard)
	api.Get("/hello", hello)
}

// A room is a controller that asks first.
type room struct{ web.Controller }

func (c *room) Prepare() {
	if c.GetSession("uid") == nil {
		c.Abort("401")
	}
}

func (c *room) Enter() { c.ServeJSON() }

func (c *room) Get() { c.ServeJSON() }

func mapped() {
	web.Router("/rooms", &room{}, "post,put:Enter;*:Get")
	web.Router("/door", &room{})
	web.Router("/out", &elsewhere.Door{}, "post:Leave;get:Missing")
	web.NewNamespace("/v1", web.NSRouter("/rooms", &room{}, "get:Enter"))
}
