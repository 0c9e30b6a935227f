// Package middleware is a program on gin whose SameSite is set by a
// middleware, once for all handlers.
package middleware

import (
	"crypto/rand"
	"net/http"

	"github.com/gin-gonic/gin"
)

func routes() *gin.Engine {
	r := gin.New()
	r.Use(lax)
	r.POST("/login", login)
	return r
}

func lax(c *gin.Context) {
	c.SetSameSite(http.SameSiteLaxMode)
	c.Next()
}

// Whether the middleware runs before is decided by the routes: not known here.
func login(c *gin.Context) {
	c.SetCookie("session", rand.Text(), 3600, "/", "", true, true)
}

// A helper that both handlers call on their context.
func send(c *gin.Context, token string) {
	c.SetSameSite(http.SameSiteStrictMode)
	c.SetCookie("session", token, 3600, "/", "", true, true)
}

func renew(c *gin.Context) { send(c, rand.Text()) }

func second(c *gin.Context) { send(c, rand.Text()) }
