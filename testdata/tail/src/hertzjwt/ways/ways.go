// Package ways makes middlewares in each way that programs are written.
package ways

import (
	"time"

	jwt "github.com/hertz-contrib/jwt"

	"sessionlint.test/tail/src/hertzjwt/ways/elsewhere"
)

//way:inline
func inlineBad() (*jwt.HertzJWTMiddleware, error) {
	return jwt.New(&jwt.HertzJWTMiddleware{Realm: "shop", Key: elsewhere.Key(), Timeout: 45 * 24 * time.Hour}) // want tokenlifetime:"token lives 45 days"
}

//way:inline
func inlineGood() (*jwt.HertzJWTMiddleware, error) {
	return jwt.New(&jwt.HertzJWTMiddleware{Realm: "shop", Key: elsewhere.Key(), Timeout: 15 * time.Minute})
}

func guardBad(life time.Duration) (*jwt.HertzJWTMiddleware, error) {
	return jwt.New(&jwt.HertzJWTMiddleware{Realm: "shop", Key: elsewhere.Key(), Timeout: life})
}

//way:constructor
func guardGood(life time.Duration) (*jwt.HertzJWTMiddleware, error) {
	return jwt.New(&jwt.HertzJWTMiddleware{Realm: "shop", Key: elsewhere.Key(), Timeout: life})
}

//way:constructor
func bad() (*jwt.HertzJWTMiddleware, error) {
	return guardBad(45 * 24 * time.Hour) // want tokenlifetime:"token lives 45 days"
}

func good() (*jwt.HertzJWTMiddleware, error) { return guardGood(time.Hour) }

//way:options
func optionsBad() (*jwt.HertzJWTMiddleware, error) {
	return jwt.New(elsewhere.Loose()) // want tokenlifetime:"token lives 45 days"
}

//way:options
func optionsGood() (*jwt.HertzJWTMiddleware, error) {
	return jwt.New(elsewhere.Strict())
}
