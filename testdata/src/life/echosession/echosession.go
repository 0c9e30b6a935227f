// Package echosession keeps its sessions in Redis with echo-contrib/session.
package echosession

import (
	"net/http"

	"github.com/boj/redistore"
	"github.com/jmoiron/sqlx"
	"github.com/labstack/echo-contrib/session"
	"github.com/labstack/echo/v4"
	"golang.org/x/crypto/bcrypt"
)

// A Member has an account.
type Member struct {
	ID   int64
	Hash string
}

type app struct {
	db *sqlx.DB
}

func routes(e *echo.Echo, a *app, key []byte) error {
	store, err := redistore.NewRediStore(10, "tcp", "localhost:6379", "", "", key)
	if err != nil {
		return err
	}
	e.Use(session.Middleware(store))
	e.POST("/signin", a.signIn)
	e.POST("/signout", a.signOut)
	e.POST("/password", a.changePassword)
	return nil
}

func (a *app) signIn(c echo.Context) error {
	var m Member
	if err := a.db.Get(&m, `SELECT id, hash FROM members WHERE name = ?`, c.FormValue("name")); err != nil {
		return echo.ErrUnauthorized
	}
	if err := bcrypt.CompareHashAndPassword([]byte(m.Hash), []byte(c.FormValue("password"))); err != nil {
		return echo.ErrUnauthorized
	}
	sess, err := session.Get("sid", c)
	if err != nil {
		return err
	}
	sess.ID = "" // cut: sessionrotation:"without renewing the session ID"
	sess.Values["member_id"] = m.ID
	// cut 3: sessionsave:"never saved"
	if err := sess.Save(c.Request(), c.Response()); err != nil {
		return err
	}
	return c.NoContent(http.StatusNoContent)
}

func (a *app) signOut(c echo.Context) error {
	sess, err := session.Get("sid", c)
	if err != nil {
		return err
	}
	sess.Options.MaxAge = -1 // cut: logoutinvalidation:"alive on the server"
	// cut 3: sessionsave:"never saved"
	if err := sess.Save(c.Request(), c.Response()); err != nil {
		return err
	}
	c.SetCookie(&http.Cookie{Name: "sid", Path: "/", MaxAge: -1})
	return c.Redirect(http.StatusSeeOther, "/")
}

func (a *app) changePassword(c echo.Context) error {
	sess, err := session.Get("sid", c)
	if err != nil {
		return err
	}
	id, ok := sess.Values["member_id"].(int64)
	if !ok {
		return echo.ErrUnauthorized
	}
	var m Member
	if err := a.db.Get(&m, `SELECT id, hash FROM members WHERE id = ?`, id); err != nil {
		return err
	}
	// cut 3: sensitiveaction:"without asking for the current one"
	if bcrypt.CompareHashAndPassword([]byte(m.Hash), []byte(c.FormValue("current"))) != nil {
		return echo.ErrForbidden
	}
	hash, err := bcrypt.GenerateFromPassword([]byte(c.FormValue("password")), bcrypt.DefaultCost)
	if err != nil {
		return err
	}
	if _, err := a.db.Exec(`UPDATE members SET hash = ? WHERE id = ?`, string(hash), m.ID); err != nil {
		return err
	}
	// cut 3: credentialchange:"sessions of the account alive"
	if _, err := a.db.Exec(`DELETE FROM sessions WHERE member_id = ?`, m.ID); err != nil {
		return err
	}
	return c.NoContent(http.StatusNoContent)
}
