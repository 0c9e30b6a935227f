// Package iris stops the chain of handlers, but not the function that does.
package iris

import (
	"database/sql"

	"github.com/kataras/iris/v12"
	"github.com/kataras/iris/v12/sessions"
	"golang.org/x/crypto/bcrypt"
)

type app struct {
	db       *sql.DB
	sessions *sessions.Sessions
}

func (a *app) who(ctx iris.Context) int64 { return a.sessions.Start(ctx).GetInt64Default("user_id", 0) }

// Next does nothing once the chain has stopped (context/context.go, Next).
func (a *app) stopped(ctx iris.Context) {
	if a.who(ctx) == 0 {
		ctx.StopWithStatus(iris.StatusUnauthorized)
	}
	ctx.Next()
}

func (a *app) stoppedFirst(ctx iris.Context) {
	if a.who(ctx) == 0 {
		ctx.StopExecution()
		ctx.StatusCode(iris.StatusForbidden)
	}
	ctx.Next()
}

// A status alone stops nothing.
func (a *app) status(ctx iris.Context) {
	if a.who(ctx) == 0 {
		ctx.StatusCode(iris.StatusUnauthorized) // want authabort:"StatusCode rejects the request but the next handler still runs"
	}
	ctx.Next()
}

func (a *app) answered(ctx iris.Context) {
	if a.who(ctx) == 0 {
		ctx.StatusCode(iris.StatusUnauthorized) // want authabort:"StatusCode rejects the request but the next handler still runs"
		ctx.JSON(iris.Map{"error": "log in first"})
	}
	ctx.Next()
}

// A handler returns, and nothing behind it runs unless it asks for it.
func (a *app) returns(ctx iris.Context) {
	if a.who(ctx) == 0 {
		ctx.StatusCode(iris.StatusUnauthorized)
		return
	}
	ctx.Next()
}

func (a *app) secret(ctx iris.Context) {
	if a.who(ctx) == 0 {
		ctx.StopWithJSON(iris.StatusUnauthorized, iris.Map{"error": "log in first"}) // want authabort:"StopWithJSON rejects the request but the function goes on"
	}
	ctx.JSON(iris.Map{"secret": 42})
}

// What follows a bare status may be the body of the refusal.
func (a *app) execution(ctx iris.Context) {
	if a.who(ctx) == 0 {
		ctx.StopExecution()
		ctx.StatusCode(iris.StatusForbidden)
	}
	ctx.JSON(iris.Map{"error": "log in first"})
}

func (a *app) matches(ctx iris.Context) (id int64, ok bool) {
	var hash []byte
	err := a.db.QueryRow(`SELECT id, hash FROM users WHERE name = ?`, ctx.PostValue("name")).Scan(&id, &hash)
	return id, err == nil && bcrypt.CompareHashAndPassword(hash, []byte(ctx.PostValue("password"))) == nil
}

func (a *app) login(ctx iris.Context) {
	id, ok := a.matches(ctx)
	if !ok {
		ctx.StopWithStatus(iris.StatusUnauthorized) // want authabort:"StopWithStatus rejects the request but the function goes on"
	}
	a.sessions.Destroy(ctx)
	a.sessions.Start(ctx).Set("user_id", id)
}

func (a *app) loginText(ctx iris.Context) {
	id, ok := a.matches(ctx)
	if !ok {
		ctx.StopWithText(iris.StatusUnauthorized, "login failed") // want authabort:"StopWithText rejects the request but the function goes on"
	}
	session := a.sessions.Start(ctx)
	a.sessions.Destroy(ctx)
	session = a.sessions.Start(ctx)
	session.Set("user_id", id)
}

func (a *app) loginOK(ctx iris.Context) {
	id, ok := a.matches(ctx)
	if !ok {
		ctx.StopWithJSON(iris.StatusUnauthorized, iris.Map{"error": "login failed"})
		return
	}
	a.sessions.Destroy(ctx)
	a.sessions.Start(ctx).Set("user_id", id)
}

func (a *app) changePassword(ctx iris.Context) {
	id := a.who(ctx)
	if id == 0 {
		ctx.StopWithProblem(iris.StatusForbidden, iris.NewProblem().Title("log in first")) // want authabort:"StopWithProblem rejects the request but the function goes on"
	}
	hash, err := bcrypt.GenerateFromPassword([]byte(ctx.PostValue("new")), bcrypt.DefaultCost)
	if err != nil {
		ctx.StopWithError(iris.StatusInternalServerError, err)
		return
	}
	a.db.Exec(`UPDATE users SET hash = ? WHERE id = ?`, hash, id)
}

func register(i *iris.Application, a *app) {
	i.Get("/a", a.stopped, a.secret)
	i.Get("/b", a.stoppedFirst, a.secret)
	i.Get("/c", a.status, a.secret)
	i.Get("/d", a.answered, a.secret)
	i.Get("/e", a.returns, a.execution)
	i.Post("/login", a.login)
	i.Post("/login/text", a.loginText)
	i.Post("/login/ok", a.loginOK)
	i.Post("/password", a.changePassword)
}
