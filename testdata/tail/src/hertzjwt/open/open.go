// Package open runs handlers for requests that the middleware has rejected.
package open

import (
	"context"
	"net/http"
	"time"

	"github.com/cloudwego/hertz/pkg/app"
	"github.com/cloudwego/hertz/pkg/app/server"
	"github.com/hertz-contrib/jwt"
)

func list(_ context.Context, c *app.RequestContext) { c.String(http.StatusOK, "secret") }

func routes(key []byte) (*server.Hertz, error) {
	guard, err := jwt.New(&jwt.HertzJWTMiddleware{
		Realm:         "shop",
		Key:           key,
		Timeout:       15 * time.Minute,
		DisabledAbort: true, // want sessioncheck:"jwt.New lets requests without a token through, and nothing rejects them"
	})
	if err != nil {
		return nil, err
	}
	h := server.Default()
	h.POST("/login", guard.LoginHandler)
	h.GET("/secret", guard.MiddlewareFunc(), list)
	return h, nil
}
