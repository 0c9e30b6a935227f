// Package elsewhere has keys and configurations for others.
package elsewhere

import (
	"errors"

	jwtware "github.com/gofiber/contrib/v3/jwt"
	"github.com/golang-jwt/jwt/v5"
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
func Loose() jwtware.Config { return jwtware.Config{KeyFunc: Any} }

// Strict has one key.
func Strict() jwtware.Config {
	return jwtware.Config{SigningKey: jwtware.SigningKey{JWTAlg: jwtware.HS256, Key: key}}
}
