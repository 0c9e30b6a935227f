// Package hertz reads who is logged in as middleware has kept it.
package hertz

import (
	"context"
	"database/sql"
	"net/http"

	"github.com/cloudwego/hertz/pkg/app"
	"github.com/cloudwego/hertz/pkg/app/server"
	"github.com/hertz-contrib/sessions"
)

type shop struct{ db *sql.DB }

// remember keeps who is logged in, and lets everybody through.
func (s *shop) remember(ctx context.Context, c *app.RequestContext) {
	if id, ok := sessions.Default(c).Get("uid").(int); ok {
		c.Set("user_id", id)
	}
	c.Next(ctx)
}

// require rejects strangers.
func (s *shop) require(ctx context.Context, c *app.RequestContext) {
	if _, ok := c.Get("user_id"); !ok {
		c.AbortWithStatus(http.StatusUnauthorized)
		return
	}
	c.Next(ctx)
}

func (s *shop) blind(_ context.Context, c *app.RequestContext) {
	s.db.Exec("UPDATE articles SET owner_id = ? WHERE id = ?", c.GetInt("user_id"), c.Param("id")) // want sessioncheck:"value .user_id. of the request is used without a test that it is there"
}

func (s *shop) dropped(_ context.Context, c *app.RequestContext) {
	v, _ := c.Get("user_id") // want sessioncheck:"value .user_id. of the request"
	uid, _ := v.(int)
	s.db.Exec("UPDATE articles SET owner_id = ? WHERE id = ?", uid, c.Param("id"))
}

// The value of the session is read, and zero if there is none.
func (s *shop) session(_ context.Context, c *app.RequestContext) {
	uid, _ := sessions.Default(c).Get("uid").(int) // want sessioncheck:"value .uid. of the session is used without a test that it is there"
	s.db.Exec("UPDATE articles SET owner_id = ? WHERE id = ?", uid, c.Param("id"))
}

func (s *shop) tested(_ context.Context, c *app.RequestContext) {
	uid, ok := c.Get("user_id")
	if !ok {
		c.Status(http.StatusNotFound)
		return
	}
	s.db.Exec("UPDATE articles SET owner_id = ? WHERE id = ?", uid, c.Param("id"))
}

// MustGet panics without a value.
func (s *shop) must(_ context.Context, c *app.RequestContext) {
	s.db.Exec("UPDATE articles SET owner_id = ? WHERE id = ?", c.MustGet("user_id").(int), c.Param("id"))
}

// A guard is in front.
func (s *shop) guarded(_ context.Context, c *app.RequestContext) {
	s.db.Exec("UPDATE articles SET owner_id = ? WHERE id = ?", c.GetInt("user_id"), c.Param("id"))
}

func (s *shop) login(_ context.Context, c *app.RequestContext) {}

func routes(s *shop) *server.Hertz {
	h := server.Default()
	h.Use(s.remember)
	h.POST("/login", s.login)
	h.POST("/blind/:id", s.blind)
	h.POST("/dropped/:id", s.dropped)
	h.POST("/session/:id", s.session)
	h.POST("/tested/:id", s.tested)
	h.POST("/must/:id", s.must)
	h.POST("/guarded/:id", s.require, s.guarded)
	return h
}
