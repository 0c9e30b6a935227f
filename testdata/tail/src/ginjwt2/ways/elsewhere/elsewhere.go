// Package elsewhere has keys and configurations for others.
package elsewhere

import (
	"time"

	jwt "github.com/appleboy/gin-jwt/v2"
)

var key []byte

// Key is the key of the program.
func Key() []byte { return key }

// Strict ends tokens soon.
func Strict() *jwt.GinJWTMiddleware {
	return &jwt.GinJWTMiddleware{Realm: "shop", Key: key, Timeout: 15 * time.Minute}
}

// Loose lets them live.
func Loose() *jwt.GinJWTMiddleware {
	return &jwt.GinJWTMiddleware{Realm: "shop", Key: key, Timeout: 45 * 24 * time.Hour}
}
