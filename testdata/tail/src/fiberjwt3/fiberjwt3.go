// Package fiberjwt3 uses the JWT middleware of fiber 3.
package fiberjwt3

import (
	"github.com/gofiber/contrib/v3/jwt"
	"github.com/gofiber/fiber/v3"
	"github.com/gofiber/fiber/v3/extractors"
	token "github.com/golang-jwt/jwt/v5"
)

var (
	key    []byte
	lookup map[string]any
)

func named() fiber.Handler {
	return jwtware.New(jwtware.Config{SigningKey: jwtware.SigningKey{JWTAlg: jwtware.HS256, Key: key}})
}

func hardCoded() fiber.Handler {
	return jwtware.New(jwtware.Config{SigningKey: jwtware.SigningKey{
		JWTAlg: jwtware.HS256,
		Key:    []byte("a key that everybody can read here"), // want tokenkey:"signing key is written in the code"
	}})
}

func find(t *token.Token) (any, error) {
	kid, _ := t.Header["kid"].(string)
	return lookup[kid], nil
}

func byKeyFunc() fiber.Handler {
	return jwtware.New(jwtware.Config{KeyFunc: find}) // want tokenverify:"token chooses its algorithm"
}

func fromQuery() fiber.Handler {
	return jwtware.New(jwtware.Config{
		SigningKey: jwtware.SigningKey{JWTAlg: jwtware.HS256, Key: key},
		Extractor:  extractors.FromQuery("token"), // want tokenurl:"makes the token acceptable in the URL"
	})
}

func fromHeader() fiber.Handler {
	return jwtware.New(jwtware.Config{
		SigningKey: jwtware.SigningKey{JWTAlg: jwtware.HS256, Key: key},
		Extractor:  extractors.FromAuthHeader("Bearer"),
	})
}
