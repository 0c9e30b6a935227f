// Package iris keeps its sessions with the sessions of iris, which renew nothing:
// the old one ends, and a new one starts.
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

func (a *app) login(ctx iris.Context) {
	var id int64
	var hash []byte
	err := a.db.QueryRow(`SELECT id, hash FROM users WHERE name = ?`, ctx.PostValue("name")).Scan(&id, &hash)
	if err != nil || bcrypt.CompareHashAndPassword(hash, []byte(ctx.PostValue("password"))) != nil {
		ctx.StopWithStatus(iris.StatusUnauthorized)
		return // cut: authabort:"return is missing"
	}
	a.sessions.Destroy(ctx) // cut: sessionrotation:"without renewing the session ID"
	a.sessions.Start(ctx).Set("user_id", id)
}

func (a *app) logout(ctx iris.Context) {
	a.sessions.Destroy(ctx) // cut: logoutinvalidation:"alive on the server"
	ctx.RemoveCookie("irissessionid")
}

func (a *app) changePassword(ctx iris.Context) {
	id := a.sessions.Start(ctx).GetInt64Default("user_id", 0)
	if id == 0 {
		ctx.StopWithStatus(iris.StatusUnauthorized)
		return // cut: authabort:"return is missing"
	}
	var hash []byte
	if err := a.db.QueryRow(`SELECT hash FROM users WHERE id = ?`, id).Scan(&hash); err != nil {
		ctx.StopWithStatus(iris.StatusInternalServerError)
		return
	}
	// cut 4: sensitiveaction:"without asking for the current one"
	if bcrypt.CompareHashAndPassword(hash, []byte(ctx.PostValue("old"))) != nil {
		ctx.StopWithStatus(iris.StatusForbidden)
		return // cut: authabort:"return is missing"
	}
	hash, err := bcrypt.GenerateFromPassword([]byte(ctx.PostValue("new")), bcrypt.DefaultCost)
	if err != nil {
		ctx.StopWithStatus(iris.StatusInternalServerError)
		return
	}
	if _, err := a.db.Exec(`UPDATE users SET hash = ? WHERE id = ?`, hash, id); err != nil {
		ctx.StopWithStatus(iris.StatusInternalServerError)
		return
	}
	a.sessions.DestroyAll() // cut: credentialchange:"sessions of the account alive"
}
