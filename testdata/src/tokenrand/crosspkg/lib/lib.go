// Package lib makes texts for others.
package lib

import (
	crand "crypto/rand"
	"encoding/hex"
	"math/rand"
	"net/http"
)

const letters = "abcdefghijklmnopqrstuvwxyz"

// Weak returns n letters that can be computed.
func Weak(n int) string {
	b := make([]byte, n)
	for i := range b {
		b[i] = letters[rand.Intn(len(letters))]
	}
	return string(b)
}

// Strong returns n random bytes.
func Strong(n int) string {
	b := make([]byte, n)
	crand.Read(b)
	return hex.EncodeToString(b)
}

// Set sends a session cookie.
func Set(w http.ResponseWriter, value string) {
	http.SetCookie(w, &http.Cookie{Name: "session", Value: value})
}
