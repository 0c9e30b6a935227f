// Package ways verifies tokens in each way that programs are written.
package ways

import (
	"errors"
	"net/http"
	"time"

	"gopkg.in/square/go-jose.v2/jwt"

	"sessionlint.test/src/bearers/squarejose/ways/elsewhere"
)

type (
	first  struct{ jwt.Claims }
	second struct{ jwt.Claims }
	third  struct{ jwt.Claims }
	fourth struct{ jwt.Claims }
)

var key []byte

//way:inline
func inlineBad(raw string) (string, error) {
	tok, err := jwt.ParseSigned(raw)
	if err != nil {
		return "", err
	}
	var c first
	err = tok.Claims(key, &c) // want tokenclaims:"expired tokens are accepted"
	return c.Subject, err
}

//way:inline
func inlineGood(raw string) (string, error) {
	tok, err := jwt.ParseSigned(raw)
	if err != nil || tok.Headers[0].Algorithm != "HS256" {
		return "", errors.New("login required")
	}
	var c second
	if err := tok.Claims(key, &c); err != nil {
		return "", err
	}
	return c.Subject, c.Validate(jwt.Expected{Time: time.Now()})
}

//way:key
func keyBad(r *http.Request) (string, error) {
	raw := r.Header.Get("Authorization")
	tok, err := jwt.ParseSigned(raw)
	if err != nil {
		return "", err
	}
	var c third
	if err := tok.Claims(elsewhere.OfToken(tok), &c); err != nil { // want tokenverify:"the token's own jwk header decides which key verifies it"
		return "", err
	}
	return c.Subject, c.Validate(jwt.Expected{Time: time.Now()})
}

//way:key
func keyGood(raw string) (string, error) {
	tok, err := jwt.ParseSigned(raw)
	if err != nil || tok.Headers[0].Algorithm != "HS256" {
		return "", errors.New("login required")
	}
	var c second
	if err := tok.Claims(elsewhere.Key(), &c); err != nil {
		return "", err
	}
	return c.Subject, c.Validate(jwt.Expected{Time: time.Now()})
}

//way:constructor
func guardBad(key []byte) func(http.Handler) http.Handler {
	return func(next http.Handler) http.Handler {
		return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
			raw := r.Header.Get("Authorization")
			tok, err := jwt.ParseSigned(raw)
			if err != nil {
				http.Error(w, "login required", http.StatusUnauthorized)
				return
			}
			var c fourth
			if err := tok.Claims(key, &c); err != nil { // want tokenclaims:"expired tokens are accepted"
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
			raw := r.Header.Get("Authorization")
			tok, err := jwt.ParseSigned(raw)
			if err != nil || tok.Headers[0].Algorithm != "HS256" {
				http.Error(w, "login required", http.StatusUnauthorized)
				return
			}
			var c second
			if tok.Claims(key, &c) != nil || c.Validate(jwt.Expected{Time: time.Now()}) != nil {
				http.Error(w, "login required", http.StatusUnauthorized)
				return
			}
			next.ServeHTTP(w, r)
		})
	}
}

//way:options
func optionsGood(raw string) (string, error) {
	tok, err := jwt.ParseSigned(raw)
	if err != nil || tok.Headers[0].Algorithm != "HS256" {
		return "", errors.New("login required")
	}
	var c second
	if err := tok.Claims(key, &c); err != nil {
		return "", err
	}
	return c.Subject, c.Validate(elsewhere.Expected())
}
