// Package ways verifies tokens in each way that programs are written.
package ways

import (
	"errors"
	"net/http"
	"time"

	"github.com/cristalhq/jwt/v5"

	"sessionlint.test/src/bearers/cristalhq/ways/elsewhere"
)

type (
	first  struct{ jwt.RegisteredClaims }
	second struct{ jwt.RegisteredClaims }
	third  struct{ jwt.RegisteredClaims }
	fourth struct{ jwt.RegisteredClaims }
)

var key []byte

//way:inline
func inlineBad(raw []byte) (string, error) {
	v, err := jwt.NewVerifierHS(jwt.HS256, key)
	if err != nil {
		return "", err
	}
	c := &first{}
	err = jwt.ParseClaims(raw, v, c) // want tokenclaims:"expired tokens are accepted"
	return c.Subject, err
}

//way:inline
func inlineGood(raw []byte) (string, error) {
	v, err := jwt.NewVerifierHS(jwt.HS256, key)
	if err != nil {
		return "", err
	}
	c := &second{}
	if err := jwt.ParseClaims(raw, v, c); err != nil || !c.IsValidAt(time.Now()) {
		return "", errors.New("login required")
	}
	return c.Subject, nil
}

//way:key
func keyBad(raw []byte) (string, error) {
	c := &third{}
	err := jwt.ParseClaims(raw, elsewhere.Verifier(), c) // want tokenclaims:"expired tokens are accepted"
	return c.Subject, err
}

//way:key
func keyGood(raw []byte) (string, error) {
	c := &second{}
	if err := jwt.ParseClaims(raw, elsewhere.Verifier(), c); err != nil || !c.IsValidAt(time.Now()) {
		return "", errors.New("login required")
	}
	return c.Subject, nil
}

//way:constructor
func guardBad(v jwt.Verifier) func(http.Handler) http.Handler {
	return func(next http.Handler) http.Handler {
		return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
			c := &fourth{}
			if err := jwt.ParseClaims([]byte(r.Header.Get("Authorization")), v, c); err != nil { // want tokenclaims:"expired tokens are accepted"
				http.Error(w, "login required", http.StatusUnauthorized)
				return
			}
			next.ServeHTTP(w, r)
		})
	}
}

//way:constructor
func guardGood(v jwt.Verifier) func(http.Handler) http.Handler {
	return func(next http.Handler) http.Handler {
		return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
			c := &second{}
			if err := jwt.ParseClaims([]byte(r.Header.Get("Authorization")), v, c); err != nil || !c.IsValidExpiresAt(time.Now()) {
				http.Error(w, "login required", http.StatusUnauthorized)
				return
			}
			next.ServeHTTP(w, r)
		})
	}
}
