// Package macaron keeps its sessions with macaron/session.
package macaron

import (
	"database/sql"
	"net/http"

	"github.com/go-macaron/session"
	"golang.org/x/crypto/bcrypt"
	"gopkg.in/macaron.v1"
)

type app struct {
	db *sql.DB
}

func routes(m *macaron.Macaron, a *app) {
	m.Use(session.Sessioner()) // want cookiesecure:"plain HTTP"
	m.Post("/login", a.login)
	m.Post("/logout", a.logout)
	m.Post("/password", a.changePassword)
}

func (a *app) login(ctx *macaron.Context, sess session.Store) {
	var id int64
	var hash []byte
	err := a.db.QueryRow(`SELECT id, hash FROM users WHERE name = ?`, ctx.Query("name")).Scan(&id, &hash)
	if err != nil || bcrypt.CompareHashAndPassword(hash, []byte(ctx.Query("password"))) != nil {
		ctx.Status(http.StatusUnauthorized)
		return // cut: authabort:"return is missing"
	}
	var fresh session.RawStore = sess
	// cut 4: sessionrotation:"without renewing the session ID"
	if fresh, err = sess.RegenerateId(ctx); err != nil {
		ctx.Status(http.StatusInternalServerError)
		return
	}
	if err := fresh.Set("uid", id); err != nil {
		ctx.Status(http.StatusInternalServerError)
	}
}

func (a *app) logout(ctx *macaron.Context, sess session.Store) {
	// cut 4: logoutinvalidation:"alive on the server"
	if err := sess.Destory(ctx); err != nil {
		ctx.Status(http.StatusInternalServerError)
		return
	}
	ctx.SetCookie("MacaronSession", "", -1, "/")
}

func (a *app) changePassword(ctx *macaron.Context, sess session.Store) {
	id, ok := sess.Get("uid").(int64)
	if !ok {
		ctx.Status(http.StatusUnauthorized)
		return // cut: authabort:"return is missing"
	}
	var hash []byte
	if err := a.db.QueryRow(`SELECT hash FROM users WHERE id = ?`, id).Scan(&hash); err != nil {
		ctx.Status(http.StatusInternalServerError)
		return
	}
	// cut 4: sensitiveaction:"without asking for the current one"
	if bcrypt.CompareHashAndPassword(hash, []byte(ctx.Query("old"))) != nil {
		ctx.Status(http.StatusForbidden)
		return // cut: authabort:"return is missing"
	}
	hash, err := bcrypt.GenerateFromPassword([]byte(ctx.Query("new")), bcrypt.DefaultCost)
	if err != nil {
		ctx.Status(http.StatusInternalServerError)
		return
	}
	if _, err := a.db.Exec(`UPDATE users SET hash = ? WHERE id = ?`, hash, id); err != nil {
		ctx.Status(http.StatusInternalServerError)
		return
	}
	// cut 3: credentialchange:"sessions of the account alive"
	if _, err := a.db.Exec(`DELETE FROM sessions WHERE user_id = ?`, id); err != nil {
		ctx.Status(http.StatusInternalServerError)
	}
}
