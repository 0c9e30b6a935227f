// Package flamego keeps its sessions with flamego/session.
package flamego

import (
	"database/sql"
	"net/http"

	"github.com/flamego/flamego"
	"github.com/flamego/session"
	"golang.org/x/crypto/bcrypt"
)

type app struct {
	db *sql.DB
}

func routes(m *flamego.Flame, a *app) {
	m.Use(session.Sessioner()) // want cookiesecure:"plain HTTP" sessionadopt:"IDs that the client chose"
	m.Post("/login", a.login)
	m.Post("/logout", a.logout)
	m.Post("/password", a.changePassword)
}

func (a *app) login(ctx flamego.Context, sess session.Session) {
	var id int64
	var hash []byte
	err := a.db.QueryRow(`SELECT id, hash FROM users WHERE name = ?`, ctx.Request().PostFormValue("name")).Scan(&id, &hash)
	if err != nil || bcrypt.CompareHashAndPassword(hash, []byte(ctx.Request().PostFormValue("password"))) != nil {
		ctx.ResponseWriter().WriteHeader(http.StatusUnauthorized)
		return // cut: authabort:"return is missing"
	}
	// cut 4: sessionrotation:"without renewing the session ID"
	if err := sess.RegenerateID(ctx.ResponseWriter(), ctx.Request().Request); err != nil {
		ctx.ResponseWriter().WriteHeader(http.StatusInternalServerError)
		return
	}
	sess.Set("uid", id)
}

func (a *app) logout(ctx flamego.Context, sess session.Session) {
	sess.Flush() // cut: logoutinvalidation:"alive on the server"
	ctx.SetCookie(http.Cookie{Name: "flamego_session", Path: "/", MaxAge: -1})
}

func (a *app) changePassword(ctx flamego.Context, sess session.Session) {
	id, ok := sess.Get("uid").(int64)
	if !ok {
		ctx.ResponseWriter().WriteHeader(http.StatusUnauthorized)
		return // cut: authabort:"return is missing"
	}
	var hash []byte
	if err := a.db.QueryRow(`SELECT hash FROM users WHERE id = ?`, id).Scan(&hash); err != nil {
		ctx.ResponseWriter().WriteHeader(http.StatusInternalServerError)
		return
	}
	// cut 4: sensitiveaction:"without asking for the current one"
	if bcrypt.CompareHashAndPassword(hash, []byte(ctx.Request().PostFormValue("old"))) != nil {
		ctx.ResponseWriter().WriteHeader(http.StatusForbidden)
		return // cut: authabort:"return is missing"
	}
	hash, err := bcrypt.GenerateFromPassword([]byte(ctx.Request().PostFormValue("new")), bcrypt.DefaultCost)
	if err != nil {
		ctx.ResponseWriter().WriteHeader(http.StatusInternalServerError)
		return
	}
	if _, err := a.db.Exec(`UPDATE users SET hash = ? WHERE id = ?`, hash, id); err != nil {
		ctx.ResponseWriter().WriteHeader(http.StatusInternalServerError)
		return
	}
	// cut 3: credentialchange:"sessions of the account alive"
	if _, err := a.db.Exec(`DELETE FROM sessions WHERE user_id = ?`, id); err != nil {
		ctx.ResponseWriter().WriteHeader(http.StatusInternalServerError)
	}
}
