// Package basic compares secrets in one function.
package basic

import (
	"bytes"
	"crypto/hmac"
	"crypto/sha256"
	"encoding/hex"
	"net/http"
	"os"
	"strings"
)

var apiKey = os.Getenv("API_KEY")

func header(r *http.Request) bool {
	return r.Header.Get("X-API-Key") == apiKey // want tokencompare:`secret "apiKey" can be guessed by timing this comparison`
}

func differs(w http.ResponseWriter, r *http.Request) {
	token := strings.TrimPrefix(r.Header.Get("Authorization"), "Bearer ")
	if token != apiKey { // want tokencompare:`secret "apiKey"`
		http.Error(w, "unauthorized", http.StatusUnauthorized)
	}
}

type server struct{ csrfToken, resetToken string }

func (s *server) form(r *http.Request) bool {
	return r.FormValue("csrf_token") == s.csrfToken // want tokencompare:`secret "csrfToken"`
}

func (s *server) reset(r *http.Request) bool {
	return strings.Compare(r.PostFormValue("token"), s.resetToken) == 0 // want tokencompare:`secret "resetToken"`
}

func signature(r *http.Request, body, key []byte) bool {
	mac := hmac.New(sha256.New, key)
	mac.Write(body)
	signature, err := hex.DecodeString(r.Header.Get("X-Signature"))
	return err == nil && bytes.Equal(signature, mac.Sum(nil)) // want tokencompare:`secret "signature"`
}

func cookie(r *http.Request, secret string) bool {
	c, err := r.Cookie("session")
	return err == nil && c.Value == secret // want tokencompare:`secret "secret"`
}

func verifySignature(signature, expected string) bool {
	return signature == expected // want tokencompare:`secret "signature"`
}

func tokensEqual(a, b string) bool {
	return a == b // want tokencompare:"a secret can be guessed"
}
