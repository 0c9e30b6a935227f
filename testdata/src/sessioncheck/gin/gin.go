// Package gin reads who is logged in as middleware has kept it.
package gin

import (
	"database/sql"
	"net/http"

	"github.com/gin-contrib/sessions"
	"github.com/gin-gonic/gin"
)

type app struct{ db *sql.DB }

// remember keeps who is logged in, and lets everybody through.
func (a *app) remember(c *gin.Context) {
	if id, ok := sessions.Default(c).Get("uid").(int); ok {
		c.Set("user_id", id)
	}
	c.Next()
}

// always keeps something for every request.
func (a *app) always(c *gin.Context) {
	id, ok := sessions.Default(c).Get("uid").(int)
	if !ok {
		id = -1
	}
	c.Set("account_id", id)
}

// require rejects strangers.
func (a *app) require(c *gin.Context) {
	if _, ok := c.Get("user_id"); !ok {
		c.AbortWithStatus(http.StatusUnauthorized)
		return
	}
	c.Next()
}

func (a *app) blind(c *gin.Context) {
	a.db.Exec("UPDATE articles SET owner_id = ? WHERE id = ?", c.GetInt("user_id"), c.Param("id")) // want sessioncheck:"value .user_id. of the request is used without a test that it is there"
}

func (a *app) dropped(c *gin.Context) {
	v, _ := c.Get("user_id") // want sessioncheck:"value .user_id. of the request"
	uid, _ := v.(int)
	a.db.Exec("UPDATE articles SET owner_id = ? WHERE id = ?", uid, c.Param("id"))
}

func (a *app) tested(c *gin.Context) {
	uid, ok := c.Get("user_id")
	if !ok {
		c.Status(http.StatusNotFound)
		return
	}
	a.db.Exec("UPDATE articles SET owner_id = ? WHERE id = ?", uid, c.Param("id"))
}

func (a *app) zero(c *gin.Context) {
	uid := c.GetInt("user_id")
	if uid == 0 {
		c.Status(http.StatusNotFound)
		return
	}
	a.db.Exec("UPDATE articles SET owner_id = ? WHERE id = ?", uid, c.Param("id"))
}

// MustGet panics without a value.
func (a *app) must(c *gin.Context) {
	a.db.Exec("UPDATE articles SET owner_id = ? WHERE id = ?", c.MustGet("user_id").(int), c.Param("id"))
}

// Nobody is stored as nothing, which is no zero.
func (a *app) null(c *gin.Context) {
	uid, _ := c.Get("user_id")
	a.db.Exec("UPDATE articles SET owner_id = ? WHERE id = ?", uid, c.Param("id"))
}

// A guard is in front.
func (a *app) guarded(c *gin.Context) {
	a.db.Exec("UPDATE articles SET owner_id = ? WHERE id = ?", c.GetInt("user_id"), c.Param("id"))
}

// The middleware keeps a value for everybody.
func (a *app) filled(c *gin.Context) {
	a.db.Exec("UPDATE articles SET owner_id = ? WHERE id = ?", c.GetInt("account_id"), c.Param("id"))
}

// Nothing in sight keeps the value.
func (a *app) unfilled(c *gin.Context) {
	a.db.Exec("UPDATE articles SET owner_id = ? WHERE id = ?", c.GetInt("member_id"), c.Param("id"))
}

// Comments need no name.
func (a *app) theme(c *gin.Context) {
	a.db.Exec("INSERT INTO comments (theme) VALUES (?)", c.GetString("theme"))
}

func (a *app) login(c *gin.Context) {}

func routes(a *app) *gin.Engine {
	e := gin.New()
	e.Use(a.remember, a.always)
	e.POST("/login", a.login)
	e.POST("/blind/:id", a.blind)
	e.POST("/dropped/:id", a.dropped)
	e.POST("/tested/:id", a.tested)
	e.POST("/zero/:id", a.zero)
	e.POST("/must/:id", a.must)
	e.POST("/null/:id", a.null)
	e.POST("/guarded/:id", a.require, a.guarded)
	e.POST("/filled/:id", a.filled)
	e.POST("/unfilled/:id", a.unfilled)
	e.POST("/theme", a.theme)
	return e
}
