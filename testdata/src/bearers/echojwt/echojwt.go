// Package echojwt uses the JWT middleware of echo, which insists on HS256
// unless it is given a key function.
package echojwt

import (
	"errors"

	"github.com/golang-jwt/jwt/v5"
	echojwt "github.com/labstack/echo-jwt/v4"
	"github.com/labstack/echo/v4"

	"sessionlint.test/src/bearers/echojwt/keys"
)

var key []byte

func byKey() echo.MiddlewareFunc { return echojwt.JWT(key) }

func byConfig() echo.MiddlewareFunc {
	return echojwt.WithConfig(echojwt.Config{SigningKey: key})
}

func otherMethod() echo.MiddlewareFunc {
	return echojwt.WithConfig(echojwt.Config{SigningKey: key, SigningMethod: "HS512"})
}

func byKeyFunc() echo.MiddlewareFunc {
	return echojwt.WithConfig(echojwt.Config{KeyFunc: keys.Find}) // want tokenverify:"token chooses its algorithm"
}

func byKeyFuncInVariable() echo.MiddlewareFunc {
	var config echojwt.Config
	config.KeyFunc = keys.Find
	return echojwt.WithConfig(config) // want tokenverify:"token chooses its algorithm"
}

func careful() echo.MiddlewareFunc {
	config := echojwt.Config{KeyFunc: func(t *jwt.Token) (any, error) {
		if t.Method != jwt.SigningMethodHS256 {
			return nil, errors.New("unexpected method")
		}
		return key, nil
	}}
	return echojwt.WithConfig(config)
}

func ownParser() echo.MiddlewareFunc {
	return echojwt.WithConfig(echojwt.Config{ParseTokenFunc: func(c echo.Context, raw string) (any, error) {
		return jwt.Parse(raw, keys.Find) // want tokenverify:"token chooses its algorithm"
	}})
}
