// Package fixes has weak generators that a fix can replace, and others.
package fixes

import (
	"encoding/hex"
	"math/rand"
	"net/http"
)

// Of math/rand only Read is used: the import is all that changes.
func setSession(w http.ResponseWriter) {
	b := make([]byte, 32)
	rand.Read(b) // want tokenrand:`session cookie "session" from .*rand.Read.? is predictable`
	http.SetCookie(w, &http.Cookie{Name: "session", Value: hex.EncodeToString(b)})
}
