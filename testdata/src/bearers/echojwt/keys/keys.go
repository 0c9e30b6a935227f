// Package keys finds keys for middlewares.
package keys

import "github.com/golang-jwt/jwt/v5"

var all map[string]any

// Find does not look at the method.
func Find(t *jwt.Token) (any, error) { return all["one"], nil }
