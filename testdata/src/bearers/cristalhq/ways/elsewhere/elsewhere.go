// Package elsewhere has a verifier for others.
package elsewhere

import "github.com/cristalhq/jwt/v5"

var verifier jwt.Verifier

// Verifier is that of the program.
func Verifier() jwt.Verifier { return verifier }
