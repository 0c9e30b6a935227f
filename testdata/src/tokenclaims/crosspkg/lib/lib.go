// Package lib makes parsers for others.
package lib

import "github.com/golang-jwt/jwt/v5"

// Parser looks at no claim.
func Parser() *jwt.Parser { return jwt.NewParser(jwt.WithoutClaimsValidation()) }

// Strict wants exp.
func Strict() *jwt.Parser { return jwt.NewParser(jwt.WithExpirationRequired()) }
