// Package elsewhere has keys and rules for others.
package elsewhere

import "aidanwoods.dev/go-paseto"

var public paseto.V4AsymmetricPublicKey

// Public is the key of the program.
func Public() paseto.V4AsymmetricPublicKey { return public }

// Strict are rules that want exp.
func Strict() []paseto.Rule { return []paseto.Rule{paseto.NotExpired(), paseto.ForAudience("shop")} }

// Loose ask for the audience only.
func Loose() []paseto.Rule { return []paseto.Rule{paseto.ForAudience("shop")} }
