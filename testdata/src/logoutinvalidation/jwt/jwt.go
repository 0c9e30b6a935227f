// Package jwt has tokens that nobody keeps.
package jwt

import (
	"net/http"
	"time"

	"github.com/gin-gonic/gin"
)

func logout(c *gin.Context) {
	c.SetCookie("access_token", "", -1, "/", "", true, true) // want logoutinvalidation:"alive on the server"
	c.Status(http.StatusNoContent)
}

type cache interface {
	Set(key string, value any, ttl time.Duration) error
}

// logoutDenied puts the token on a list of refused ones.
func logoutDenied(c *gin.Context, kv cache) {
	kv.Set("revoked:"+c.GetString("jti"), true, time.Hour)
	c.SetCookie("access_token", "", -1, "/", "", true, true)
}
