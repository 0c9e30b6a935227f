// Package fiberjwt uses the JWT middlewares of fiber.
package fiberjwt

import (
	contrib "github.com/gofiber/contrib/jwt"
	"github.com/gofiber/fiber/v2"
	old "github.com/gofiber/jwt/v3"
	"github.com/golang-jwt/jwt/v5"
)

var (
	key    []byte
	lookup map[string]any
)

// Only the type of the key limits the algorithm: information at level 1.
func byKey() fiber.Handler {
	return contrib.New(contrib.Config{SigningKey: contrib.SigningKey{Key: key}})
}

func named() fiber.Handler {
	return contrib.New(contrib.Config{SigningKey: contrib.SigningKey{JWTAlg: contrib.HS256, Key: key}})
}

func find(t *jwt.Token) (any, error) {
	kid, _ := t.Header["kid"].(string)
	return lookup[kid], nil
}

func byKeyFunc() fiber.Handler {
	return contrib.New(contrib.Config{KeyFunc: find}) // want tokenverify:"token chooses its algorithm"
}

// gofiber/jwt v3 insists on HS256.
func oldByKey() fiber.Handler { return old.New(old.Config{SigningKey: key}) }
