// Package open runs handlers for requests that the middleware has rejected.
package open

import (
	"net/http"
	"time"

	jwt "github.com/appleboy/gin-jwt/v2"
	"github.com/gin-gonic/gin"
)

func list(c *gin.Context) { c.String(http.StatusOK, "secret") }

func routes(key []byte) (*gin.Engine, error) {
	guard, err := jwt.New(&jwt.GinJWTMiddleware{
		Realm:         "shop",
		Key:           key,
		Timeout:       15 * time.Minute,
		DisabledAbort: true, // want sessioncheck:"jwt.New lets requests without a token through, and nothing rejects them"
	})
	if err != nil {
		return nil, err
	}
	e := gin.New()
	e.POST("/login", guard.LoginHandler)
	e.GET("/secret", guard.MiddlewareFunc(), list)
	return e, nil
}
