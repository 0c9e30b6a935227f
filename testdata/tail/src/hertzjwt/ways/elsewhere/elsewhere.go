// Package elsewhere has keys and configurations for others.
package elsewhere

import (
	"time"

	jwt "github.com/hertz-contrib/jwt"
)

var key []byte

// Key is the key of the program.
func Key() []byte { return key }

// Strict ends tokens soon.
func Strict() *jwt.HertzJWTMiddleware {
	return &jwt.HertzJWTMiddleware{Realm: "shop", Key: key, Timeout: 15 * time.Minute}
}

// Loose lets them live.
func Loose() *jwt.HertzJWTMiddleware {
	return &jwt.HertzJWTMiddleware{Realm: "shop", Key: key, Timeout: 45 * 24 * time.Hour}
}
