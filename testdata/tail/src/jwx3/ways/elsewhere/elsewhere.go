// Package elsewhere has keys and options for others.
package elsewhere

import (
	"github.com/lestrrat-go/jwx/v3/jwa"
	"github.com/lestrrat-go/jwx/v3/jwt"
)

var key []byte

// Key is the option that verifies.
func Key() jwt.ParseOption { return jwt.WithKey(jwa.HS256(), key) }

// NoKey is the option that does not.
func NoKey() jwt.ParseOption { return jwt.WithVerify(false) }

// Strict are the options of parsers that want exp.
func Strict() []jwt.ParseOption {
	return []jwt.ParseOption{Key(), jwt.WithRequiredClaim(jwt.ExpirationKey)}
}

// Loose accept expired tokens.
func Loose() []jwt.ParseOption { return []jwt.ParseOption{Key(), jwt.WithValidate(false)} }
