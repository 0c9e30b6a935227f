// Package asked goes on without a token, and its handler asks for one.
package asked

import (
	"net/http"
	"time"

	jwt "github.com/appleboy/gin-jwt/v2"
	"github.com/gin-gonic/gin"
)

func list(c *gin.Context) {
	if len(jwt.ExtractClaims(c)) == 0 {
		c.String(http.StatusOK, "what everybody may see")
		return
	}
	c.String(http.StatusOK, "secret")
}

func routes(key []byte) (*gin.Engine, error) {
	guard, err := jwt.New(&jwt.GinJWTMiddleware{
		Realm:         "shop",
		Key:           key,
		Timeout:       15 * time.Minute,
		Unauthorized:  func(c *gin.Context, code int, message string) {},
		DisabledAbort: true,
	})
	if err != nil {
		return nil, err
	}
	e := gin.New()
	e.POST("/login", guard.LoginHandler)
	e.GET("/list", guard.MiddlewareFunc(), list)
	return e, nil
}
