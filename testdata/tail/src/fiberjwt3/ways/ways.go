// Package ways makes middlewares in each way that programs are written.
package ways

import (
	jwtware "github.com/gofiber/contrib/v3/jwt"
	"github.com/gofiber/fiber/v3"
	"github.com/golang-jwt/jwt/v5"

	"sessionlint.test/tail/src/fiberjwt3/ways/elsewhere"
)

var (
	key  []byte
	keys map[string]any
)

//way:inline
func inlineBad() fiber.Handler {
	return jwtware.New(jwtware.Config{KeyFunc: func(t *jwt.Token) (any, error) { return keys["one"], nil }}) // want tokenverify:"token chooses its algorithm"
}

//way:inline
func inlineGood() fiber.Handler {
	return jwtware.New(jwtware.Config{SigningKey: jwtware.SigningKey{JWTAlg: jwtware.HS256, Key: key}})
}

//way:key
func keyBad() fiber.Handler {
	return jwtware.New(jwtware.Config{KeyFunc: elsewhere.Any}) // want tokenverify:"token chooses its algorithm"
}

//way:key
func keyGood() fiber.Handler {
	return jwtware.New(jwtware.Config{KeyFunc: elsewhere.Pinned})
}

//way:constructor
func guardBad(find jwt.Keyfunc) fiber.Handler {
	return jwtware.New(jwtware.Config{KeyFunc: find}) // want tokenverify:"token chooses its algorithm"
}

//way:constructor
func guardGood(find jwt.Keyfunc) fiber.Handler {
	return jwtware.New(jwtware.Config{KeyFunc: find})
}

func routes(app *fiber.App) {
	app.Use("/bad", guardBad(elsewhere.Any))
	app.Use("/good", guardGood(elsewhere.Pinned))
}

//way:options
func optionsBad() fiber.Handler {
	return jwtware.New(elsewhere.Loose()) // want tokenverify:"token chooses its algorithm"
}

//way:options
func optionsGood() fiber.Handler {
	return jwtware.New(elsewhere.Strict())
}
