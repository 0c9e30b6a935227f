package basic

import (
	"crypto/rand"
	"crypto/sha256"
	"encoding/base64"
	"encoding/hex"
	"io"
	"net/http"
)

func newGoodToken() string {
	b := make([]byte, 32)
	rand.Read(b)
	return hex.EncodeToString(b)
}

func text(w http.ResponseWriter) {
	http.SetCookie(w, &http.Cookie{Name: "session", Value: rand.Text()})
}

func newHashToken() string {
	b := make([]byte, 32)
	io.ReadFull(rand.Reader, b)
	sum := sha256.Sum256(b)
	return base64.StdEncoding.EncodeToString(sum[:])
}

func newHalfToken() string { // 16 hex digits of 4 bits each, twice
	b := make([]byte, 32)
	rand.Read(b)
	return hex.EncodeToString(b)[:32]
}

func newJoinedToken() string {
	b, c := make([]byte, 8), make([]byte, 8)
	rand.Read(b)
	rand.Read(c)
	return hex.EncodeToString(b) + "." + hex.EncodeToString(c)
}

// Values with limits of their own, or no secrets.

func newOTPCode() string {
	b := make([]byte, 3)
	rand.Read(b)
	return hex.EncodeToString(b)
}

func newCSRFToken() string {
	b := make([]byte, 6)
	rand.Read(b)
	return hex.EncodeToString(b)
}

func newSalt() []byte {
	b := make([]byte, 4)
	rand.Read(b)
	return b
}

func newRequestID() string {
	b := make([]byte, 4)
	rand.Read(b)
	return hex.EncodeToString(b)
}
