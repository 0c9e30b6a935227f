// Package alonegood compares tokens as it should.
package alonegood

import "crypto/subtle"

// ValidToken takes the same time for every guess.
func ValidToken(given, token string) bool {
	return subtle.ConstantTimeCompare([]byte(given), []byte(token)) == 1
}

// IsEmptyToken asks whether there is one at all.
func IsEmptyToken(token string) bool { return token == "" }
