// Package ways asks an interface for tokens.
package ways

import (
	"crypto/rand"
	"encoding/hex"
	"net/http"
)

func random(n int) string {
	b := make([]byte, n)
	rand.Read(b)
	return hex.EncodeToString(b)
}

func set(w http.ResponseWriter, value string) {
	http.SetCookie(w, &http.Cookie{Name: "session", Value: value})
}

// interface with one implementation
type shortMaker interface{ short() string }

type five struct{}

func (five) short() string { return random(5) }

func interfaceShort(w http.ResponseWriter, m shortMaker) { set(w, m.short()) } // want tokenentropy:"session cookie \"session\" has only 40 random bits"

type longMaker interface{ long() string }

type sixteen struct{}

func (sixteen) long() string { return random(16) }

func interfaceLong(w http.ResponseWriter, m longMaker) { set(w, m.long()) }
