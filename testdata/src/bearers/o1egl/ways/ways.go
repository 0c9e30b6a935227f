// Package ways verifies tokens in each way that programs are written.
package ways

import (
	"net/http"

	"github.com/o1egl/paseto"

	"sessionlint.test/src/bearers/o1egl/ways/elsewhere"
)

var key []byte

//way:inline
func inlineBad(raw string) (string, error) {
	var footer string
	var token paseto.JSONToken
	_, err := paseto.Parse(raw, &token, &footer, key, nil) // want tokenverify:"token chooses its algorithm"
	if err != nil {
		return "", err
	}
	return token.Subject, token.Validate()
}

//way:inline
func inlineGood(raw string) (string, error) {
	var token paseto.JSONToken
	if err := paseto.NewV2().Decrypt(raw, key, &token, nil); err != nil {
		return "", err
	}
	return token.Subject, token.Validate()
}

//way:key
func keyBad(raw string) (string, error) {
	var token paseto.JSONToken
	if _, err := paseto.Parse(raw, &token, nil, elsewhere.Key(), elsewhere.Public()); err != nil { // want tokenverify:"token chooses its algorithm"
		return "", err
	}
	return token.Subject, token.Validate()
}

//way:key
func keyGood(raw string) (string, error) {
	var token paseto.JSONToken
	if err := paseto.NewV2().Decrypt(raw, elsewhere.Key(), &token, nil); err != nil {
		return "", err
	}
	return token.Subject, token.Validate()
}

//way:constructor
func guardBad(key []byte) func(http.Handler) http.Handler {
	return func(next http.Handler) http.Handler {
		return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
			var token paseto.JSONToken
			if _, err := paseto.Parse(r.Header.Get("Authorization"), &token, nil, key, nil); err != nil || token.Validate() != nil { // want tokenverify:"token chooses its algorithm"
				http.Error(w, "login required", http.StatusUnauthorized)
				return
			}
			next.ServeHTTP(w, r)
		})
	}
}

//way:constructor
func guardGood(key []byte) func(http.Handler) http.Handler {
	return func(next http.Handler) http.Handler {
		return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
			var token paseto.JSONToken
			if err := paseto.NewV2().Decrypt(r.Header.Get("Authorization"), key, &token, nil); err != nil || token.Validate() != nil {
				http.Error(w, "login required", http.StatusUnauthorized)
				return
			}
			next.ServeHTTP(w, r)
		})
	}
}
