// Package ginrouter registers routes with gin and hertz.
package ginrouter

import (
	"context"
	"net/http"

	"github.com/cloudwego/hertz/pkg/app"
	"github.com/cloudwego/hertz/pkg/app/server"
	"github.com/gin-gonic/gin"
)

type api struct{}

func (api) login(c *gin.Context)  { c.JSON(http.StatusOK, gin.H{}) }
func (api) logout(c *gin.Context) { c.Status(http.StatusNoContent) }

func auth() gin.HandlerFunc {
	return func(c *gin.Context) {
		if c.GetHeader("Authorization") == "" {
			unauthorized(c, "who are you")
			return
		}
		c.Next()
	}
}

func unauthorized(c *gin.Context, text string) {
	c.AbortWithStatusJSON(http.StatusUnauthorized, gin.H{"error": text})
}

func routes(a api) *gin.Engine {
	e := gin.Default()
	e.Use(gin.Recovery())
	v1 := e.Group("/v1")
	v1.POST("/login", a.login)
	private := v1.Group("/private", auth())
	{
		private.POST("/logout", auth(), a.logout)
		private.Handle("DELETE", "/account", func(c *gin.Context) { c.Abort() })
	}
	more(private.Group("/more"))
	return e
}

func more(r gin.IRouter) { r.GET("/list", api{}.login) }

func hello(ctx context.Context, c *app.RequestContext) { c.String(200, "hello") }

func hertzRoutes() {
	h := server.Default()
	h.Use(func(ctx context.Context, c *app.RequestContext) { c.Next(ctx) })
	h.GET("/hello", hello)
}
