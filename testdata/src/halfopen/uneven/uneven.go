// Package uneven has two guards of which one forgets the mark.
package uneven

import (
	"net/http"

	"github.com/gin-contrib/sessions"
	"github.com/gin-gonic/gin"
)

func pages(c *gin.Context) {
	s := sessions.Default(c)
	if s.Get("user_id") == nil || s.Get("mfa_pending") != nil {
		c.Redirect(http.StatusSeeOther, "/login")
		c.Abort()
		return
	}
	c.Next()
}

func api(c *gin.Context) {
	s := sessions.Default(c)
	if s.Get("user_id") == nil { // want halfopen:"guard api lets sessions through that pages refuses as unfinished .*mfa_pending"
		c.AbortWithStatus(http.StatusUnauthorized)
		return
	}
	c.Next()
}

// The step itself is for sessions that are not finished.
func step(c *gin.Context) {
	s := sessions.Default(c)
	if s.Get("user_id") == nil {
		c.AbortWithStatus(http.StatusUnauthorized)
		return
	}
	c.Next()
}

func show(c *gin.Context) { c.String(http.StatusOK, "hello") }

func routes() {
	e := gin.New()
	e.GET("/", pages, show)
	e.GET("/api/me", api, show)
	e.POST("/mfa/verify", step, show)
}
