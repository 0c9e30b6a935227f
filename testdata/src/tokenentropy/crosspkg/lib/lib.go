// Package lib makes random texts of any length.
package lib

import (
	"crypto/rand"
	"encoding/hex"
)

// Length of tokens.
const Length = 5

// Random returns n random bytes.
func Random(n int) string {
	b := make([]byte, n)
	rand.Read(b)
	return hex.EncodeToString(b)
}

// Fixed returns few random bytes.
func Fixed() string { return Random(Length) }

// Cut returns the beginning of a text.
func Cut(s string) string { return s[:6] }
