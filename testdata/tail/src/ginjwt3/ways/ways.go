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

//way:constructor
func guardBad(life time.Duration) (*jwt.GinJWTMiddleware, error) {
	return jwt.New(&jwt.GinJWTMiddleware{Realm: "shop", Key: elsewhere.Key(), Timeout: life})
}

//way:constructor
func guardGood(life time.Duration) (*jwt.GinJWTMiddleware, error) {
	return jwt.New(&jwt.GinJWTMiddleware{Realm: "shop", Key: elsewhere.Key(), Timeout: life})
}

func both() error {
	if _, err := guardBad(45 * 24 * time.Hour); err != nil { // want tokenlifetime:"token lives 45 days"
		return err
	}
	_, err := guardGood(time.Hour)
	return err
}

//way:options
func optionsBad() (*jwt.GinJWTMiddleware, error) {
	return jwt.New(elsewhere.Loose())
}

//way:options
func optionsGood() (*jwt.GinJWTMiddleware, error) {
	return jwt.New(elsewhere.Strict())
}
