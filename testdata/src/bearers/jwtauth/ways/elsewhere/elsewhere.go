// Package elsewhere has keys for others.
package elsewhere

import "github.com/go-chi/jwtauth/v5"

var (
	key  []byte
	auth = jwtauth.New("HS256", key, nil)
)

// Key is the key of the program.
func Key() []byte { return key }

// Auth signs and verifies.
func Auth() *jwtauth.JWTAuth { return auth }
