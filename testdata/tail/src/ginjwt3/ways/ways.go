// Package ways makes middlewares in each way that programs are written.
package ways

import (
	"time"

	jwt "github.com/appleboy/gin-jwt/v3"

	"sessionlint.test/tail/src/ginjwt3/ways/elsewhere"
)

//way:inline
func inlineBad() (*jwt.GinJWTMiddleware, error) {
	return jwt.New(&jwt.GinJWTMiddleware{Realm: "shop", Key: elsewhere.Key(), Timeout: 45 * 24 * time.Hour}) // want tokenlifetime:"token lives 45 days"
}

//way:inline
func inlineGood() (*jwt.GinJWTMiddleware, error) {
	return jwt.New(&jwt.GinJWTMiddleware{Realm: "shop", Key: elsewhere.Key(), Timeout: 15 * time.Minute})
}

func guardBad(life time.Duration) (*jwt.GinJWTMiddleware, error) {
	return jwt.New(&jwt.GinJWTMiddleware{Realm: "shop", Key: elsewhere.Key(), Timeout: life})
}

//way:constructor
func guardGood(life time.Duration) (*jwt.GinJWTMiddleware, error) {
	return jwt.New(&jwt.GinJWTMiddleware{Realm: "shop", Key: elsewhere.Key(), Timeout: life})
}

//way:constructor
func bad() (*jwt.GinJWTMiddleware, error) {
	return guardBad(45 * 24 * time.Hour) // want tokenlifetime:"token lives 45 days"
}

func good() (*jwt.GinJWTMiddleware, error) { return guardGood(time.Hour) }

//way:options
func optionsBad() (*jwt.GinJWTMiddleware, error) {
	return jwt.New(elsewhere.Loose()) // want tokenlifetime:"token lives 45 days"
}

//way:options
func optionsGood() (*jwt.GinJWTMiddleware, error) {
	return jwt.New(elsewhere.Strict())
}
