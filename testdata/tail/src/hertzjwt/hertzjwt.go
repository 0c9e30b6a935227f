// Package hertzjwt uses the JWT middleware of hertz, which signs and verifies with one key and
// looks for the token where TokenLookup says.
package hertzjwt

import (
	"os"
	"time"

	"github.com/hertz-contrib/jwt"
)

func good() (*jwt.HertzJWTMiddleware, error) {
	return jwt.New(&jwt.HertzJWTMiddleware{
		Realm:       "shop",
		Key:         []byte(os.Getenv("JWT_KEY")), // want tokenkey:"signing key is empty if environment variable JWT_KEY is not set"
		Timeout:     15 * time.Minute,
		TokenLookup: "header: Authorization, cookie: jwt",
	})
}

func bad() (*jwt.HertzJWTMiddleware, error) {
	return jwt.New(&jwt.HertzJWTMiddleware{
		Realm:       "shop",
		Key:         []byte("a key that everybody can read here"), // want tokenkey:"signing key is written in the code"
		Timeout:     15 * time.Minute,
		TokenLookup: "header: Authorization, query: token, cookie: jwt", // want tokenurl:"makes the token acceptable in the URL"
	})
}

// The options are built elsewhere.
func assigned(config func(*jwt.HertzJWTMiddleware)) (*jwt.HertzJWTMiddleware, error) {
	m := &jwt.HertzJWTMiddleware{Realm: "shop"}
	m.TokenLookup = "query: token" // want tokenurl:"makes the token acceptable in the URL"
	config(m)
	return jwt.New(m)
}

func long() (*jwt.HertzJWTMiddleware, error) {
	m := &jwt.HertzJWTMiddleware{Realm: "shop", Timeout: 90 * 24 * time.Hour} // want tokenlifetime:"token lives 90 days"
	return jwt.New(m)
}
