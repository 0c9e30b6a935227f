// Package limits holds what the rule does not decide.
package limits

import (
	"crypto/rand"
	"encoding/hex"
	"net/http"
	"os"
	"strconv"
)

// NewToken is as long as its caller wants.
func NewToken(n int) string {
	b := make([]byte, n)
	rand.Read(b)
	return hex.EncodeToString(b)
}

func configured(w http.ResponseWriter) {
	n, _ := strconv.Atoi(os.Getenv("TOKEN_LENGTH"))
	http.SetCookie(w, &http.Cookie{Name: "session", Value: NewToken(n)})
}
