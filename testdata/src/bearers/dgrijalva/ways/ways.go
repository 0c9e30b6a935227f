// Package ways verifies tokens in each way that programs are written.
package ways

import (
	"net/http"

	jwt "github.com/dgrijalva/jwt-go"

	"sessionlint.test/src/bearers/dgrijalva/ways/elsewhere"
)

type session struct {
	User string `json:"user"`
	jwt.StandardClaims
}

var (
	keys   map[string]interface{}
	secret []byte
)

//way:inline
func inlineBad(raw string) (*session, error) {
	c := &session{}
	_, err := jwt.ParseWithClaims(raw, c, func(t *jwt.Token) (interface{}, error) { return keys["one"], nil }) // want tokenverify:"token chooses its algorithm"
	return c, err
}

//way:inline
func inlineGood(raw string) (*session, error) {
	c := &session{}
	_, err := (&jwt.Parser{ValidMethods: []string{"HS256"}}).ParseWithClaims(raw, c, func(*jwt.Token) (interface{}, error) { return secret, nil })
	return c, err
}

//way:key
func keyBad(raw string) (*session, error) {
	c := &session{}
	_, err := jwt.ParseWithClaims(raw, c, elsewhere.Any) // want tokenverify:"token chooses its algorithm"
	return c, err
}

//way:key
func keyGood(raw string) (*session, error) {
	c := &session{}
	_, err := jwt.ParseWithClaims(raw, c, elsewhere.Pinned)
	return c, err
}

//way:constructor
func guardBad(find jwt.Keyfunc) func(http.Handler) http.Handler {
	return func(next http.Handler) http.Handler {
		return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
			c := &session{}
			if _, err := jwt.ParseWithClaims(r.Header.Get("Authorization"), c, find); err != nil { // want tokenverify:"token chooses its algorithm"
				http.Error(w, "login required", http.StatusUnauthorized)
				return
			}
			next.ServeHTTP(w, r)
		})
	}
}

//way:constructor
func guardGood(find jwt.Keyfunc) func(http.Handler) http.Handler {
	return func(next http.Handler) http.Handler {
		return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
			c := &session{}
			if _, err := jwt.ParseWithClaims(r.Header.Get("Authorization"), c, find); err != nil {
				http.Error(w, "login required", http.StatusUnauthorized)
				return
			}
			next.ServeHTTP(w, r)
		})
	}
}

func routes(next http.Handler) http.Handler {
	mux := http.NewServeMux()
	mux.Handle("/bad", guardBad(elsewhere.Any)(next))
	mux.Handle("/good", guardGood(elsewhere.Pinned)(next))
	return mux
}

//way:options
func optionsBad(raw string) (*session, error) {
	c := &session{}
	_, err := elsewhere.Loose().ParseWithClaims(raw, c, elsewhere.Pinned) // want tokenclaims:"expired tokens are accepted"
	return c, err
}

//way:options
func optionsGood(raw string) (*session, error) {
	c := &session{}
	_, err := elsewhere.Strict().ParseWithClaims(raw, c, elsewhere.Any)
	return c, err
}
