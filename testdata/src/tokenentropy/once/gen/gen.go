// Package gen makes tokens that are too short.
package gen

import (
	"crypto/rand"
	"encoding/hex"
)

// NewSessionToken makes a token: the defect is here, whoever calls it.
func NewSessionToken() string {
	b := make([]byte, 5)
	rand.Read(b) // want tokenentropy:"NewSessionToken has only 40 random bits"
	return hex.EncodeToString(b)
}

// Random is no maker of tokens by itself: who calls it decides how long they are.
func Random(n int) string {
	b := make([]byte, n)
	rand.Read(b)
	return hex.EncodeToString(b)
}
