// Package gin reads cookies as texts.
package gin

import (
	"net/http"

	"github.com/gin-gonic/gin"
)

func adminOnly() gin.HandlerFunc {
	return func(c *gin.Context) {
		role, err := c.Cookie("user_role") // want plaincookie:`cookie "user_role" decides access`
		if err != nil || role != "admin" {
			c.AbortWithStatus(http.StatusForbidden)
			return
		}
		c.Next()
	}
}

type users interface {
	FindUser(id string) (string, error)
}

func me(db users) gin.HandlerFunc {
	return func(c *gin.Context) {
		id, err := c.Cookie("uid") // want plaincookie:`cookie "uid" looks a user up`
		if err != nil {
			c.AbortWithStatus(http.StatusUnauthorized)
			return
		}
		name, err := db.FindUser(id)
		if err != nil {
			c.AbortWithStatus(http.StatusUnauthorized)
			return
		}
		c.String(http.StatusOK, name)
	}
}

type sessions interface {
	FindUserBySession(id string) (string, error)
}

// a session ID under the name of a user
func bySession(db sessions) gin.HandlerFunc {
	return func(c *gin.Context) {
		id, err := c.Cookie("user")
		if err != nil {
			return
		}
		if name, err := db.FindUserBySession(id); err == nil {
			c.String(http.StatusOK, name)
		}
	}
}
