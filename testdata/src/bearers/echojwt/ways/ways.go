// Package ways makes middlewares in each way that programs are written.
package ways

import (
	"github.com/golang-jwt/jwt/v5"
	echojwt "github.com/labstack/echo-jwt/v4"
	"github.com/labstack/echo/v4"

	"sessionlint.test/src/bearers/echojwt/ways/elsewhere"
)

var (
	key  []byte
	keys map[string]any
)

//way:inline
func inlineBad() echo.MiddlewareFunc {
	return echojwt.WithConfig(echojwt.Config{KeyFunc: func(t *jwt.Token) (any, error) { return keys["one"], nil }}) // want tokenverify:"token chooses its algorithm"
}

//way:inline
func inlineGood() echo.MiddlewareFunc {
	return echojwt.WithConfig(echojwt.Config{SigningKey: key, SigningMethod: "HS512"})
}

//way:key
func keyBad() echo.MiddlewareFunc {
	return echojwt.WithConfig(echojwt.Config{KeyFunc: elsewhere.Any}) // want tokenverify:"token chooses its algorithm"
}

//way:key
func keyGood() echo.MiddlewareFunc {
	return echojwt.WithConfig(echojwt.Config{KeyFunc: elsewhere.Pinned})
}

//way:constructor
func guardBad(find jwt.Keyfunc) echo.MiddlewareFunc {
	return echojwt.WithConfig(echojwt.Config{KeyFunc: find}) // want tokenverify:"token chooses its algorithm"
}

//way:constructor
func guardGood(find jwt.Keyfunc) echo.MiddlewareFunc {
	return echojwt.WithConfig(echojwt.Config{KeyFunc: find})
}

func routes(e *echo.Echo) {
	e.Group("/bad", guardBad(elsewhere.Any))
	e.Group("/good", guardGood(elsewhere.Pinned))
}

//way:options
func optionsBad() echo.MiddlewareFunc {
	return echojwt.WithConfig(elsewhere.Loose()) // want tokenverify:"token chooses its algorithm"
}

//way:options
func optionsGood() echo.MiddlewareFunc {
	return echojwt.WithConfig(elsewhere.Strict())
}
