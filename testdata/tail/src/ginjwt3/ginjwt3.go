// Package ginjwt3 uses gin-jwt 3, which signs and verifies with one key and
// looks for the token where TokenLookup says.
package ginjwt3

import (
	"os"
	"time"

	jwt "github.com/appleboy/gin-jwt/v3"
)

func good() (*jwt.GinJWTMiddleware, error) {
	return jwt.New(&jwt.GinJWTMiddleware{
		Realm:       "shop",
		Key:         []byte(os.Getenv("JWT_KEY")), // want tokenkey:"signing key is empty if environment variable JWT_KEY is not set"
		Timeout:     15 * time.Minute,
		TokenLookup: "header: Authorization, cookie: jwt",
	})
}

func bad() (*jwt.GinJWTMiddleware, error) {
	return jwt.New(&jwt.GinJWTMiddleware{
		Realm:       "shop",
		Key:         []byte("a key that everybody can read here"), // want tokenkey:"signing key is written in the code"
		Timeout:     15 * time.Minute,
		TokenLookup: "header: Authorization, query: token, cookie: jwt", // want tokenurl:"makes the token acceptable in the URL"
	})
}

// The options are built elsewhere.
func assigned(config func(*jwt.GinJWTMiddleware)) (*jwt.GinJWTMiddleware, error) {
	m := &jwt.GinJWTMiddleware{Realm: "shop"}
	m.TokenLookup = "query: token" // want tokenurl:"makes the token acceptable in the URL"
	config(m)
	return jwt.New(m)
}

func long() (*jwt.GinJWTMiddleware, error) {
	m := &jwt.GinJWTMiddleware{Realm: "shop", Timeout: 90 * 24 * time.Hour} // want tokenlifetime:"token lives 90 days"
	return jwt.New(m)
}
