// Package elsewhere has keys and options for others.
package elsewhere

import "github.com/kataras/jwt"

var key []byte

// Key is the key of the program.
func Key() []byte { return key }

// Expected is what claims must say.
func Expected() jwt.TokenValidator { return jwt.Expected{Issuer: "https://id.example"} }
