// Package ways verifies tokens in each way that programs are written.
package ways

import (
	"context"
	"net/http"

	"github.com/kataras/jwt"

	"sessionlint.test/src/bearers/kataras/ways/elsewhere"
)

type session struct {
	User string `json:"user"`
}

var key []byte

//way:inline
func inlineBad(r *http.Request) (string, error) {
	tok, err := jwt.Decode([]byte(r.Header.Get("Authorization"))) // want tokenverify:"that nothing has verified"
	if err != nil {
		return "", err
	}
	c := &session{}
	err = tok.Claims(c)
	return c.User, err
}

//way:inline
func inlineGood(raw []byte) (string, error) {
	tok, err := jwt.Verify(jwt.HS256, key, raw)
	if err != nil {
		return "", err
	}
	c := &session{}
	err = tok.Claims(c)
	return c.User, err
}

//way:key
func keyBad(raw []byte) (*jwt.VerifiedToken, error) {
	return jwt.Verify(jwt.NONE, elsewhere.Key(), raw) // want tokenverify:"tokens without a signature are accepted"
}

//way:key
func keyGood(raw []byte) (*jwt.VerifiedToken, error) {
	return jwt.Verify(jwt.HS256, elsewhere.Key(), raw)
}

//way:constructor
func guardBad(key []byte) func(http.Handler) http.Handler {
	return func(next http.Handler) http.Handler {
		return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
			tok, err := jwt.Decode([]byte(r.Header.Get("Authorization"))) // want tokenverify:"that nothing has verified"
			c := &session{}
			if err != nil || tok.Claims(c) != nil {
				http.Error(w, "login required", http.StatusUnauthorized)
				return
			}
			next.ServeHTTP(w, r.WithContext(context.WithValue(r.Context(), session{}, c.User)))
		})
	}
}

//way:constructor
func guardGood(key []byte) func(http.Handler) http.Handler {
	return func(next http.Handler) http.Handler {
		return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
			if _, err := jwt.Verify(jwt.HS256, key, []byte(r.Header.Get("Authorization"))); err != nil {
				http.Error(w, "login required", http.StatusUnauthorized)
				return
			}
			next.ServeHTTP(w, r)
		})
	}
}

//way:options
func optionsGood(raw []byte) (*jwt.VerifiedToken, error) {
	return jwt.Verify(jwt.HS256, key, raw, elsewhere.Expected())
}
