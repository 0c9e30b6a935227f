// Package elsewhere has keys and configurations for others.
package elsewhere

import (
	"errors"

	"github.com/golang-jwt/jwt/v5"
	echojwt "github.com/labstack/echo-jwt/v4"
)

var (
	keys map[string]any
	key  []byte
)

// Any does not look at the method.
func Any(t *jwt.Token) (any, error) { return keys["one"], nil }

// Pinned insists on HMAC.
func Pinned(t *jwt.Token) (any, error) {
	if _, ok := t.Method.(*jwt.SigningMethodHMAC); !ok {
		return nil, errors.New("unexpected method")
	}
	return key, nil
}

// Loose looks for a key of any type.
func Loose() echojwt.Config { return echojwt.Config{KeyFunc: Any} }

// Strict has one key.
func Strict() echojwt.Config { return echojwt.Config{SigningKey: key, SigningMethod: "HS256"} }
