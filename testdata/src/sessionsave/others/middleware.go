// Package others saves in a middleware, behind the handlers.
package others

import (
	"github.com/gin-contrib/sessions"
	"github.com/gin-gonic/gin"
)

func saver(c *gin.Context) {
	c.Next()
	_ = sessions.Default(c).Save()
}

func login(c *gin.Context) {
	sessions.Default(c).Set("lang", "de")
}
