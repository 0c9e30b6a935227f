// Package lib saves sessions for package app.
package lib

import (
	"net/http"

	"github.com/gin-contrib/sessions"
	"github.com/gin-gonic/gin"
)

// Save saves the session of a request.
func Save(c *gin.Context) bool {
	if err := sessions.Default(c).Save(); err != nil {
		c.AbortWithStatus(http.StatusInternalServerError)
		return false
	}
	return true
}

// Render shows a page.
func Render(c *gin.Context, name string) { c.HTML(http.StatusOK, name, nil) }
