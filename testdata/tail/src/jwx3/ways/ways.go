// Package ways verifies tokens in each way that programs are written.
package ways

import (
	"net/http"

	"github.com/lestrrat-go/jwx/v3/jwa"
	"github.com/lestrrat-go/jwx/v3/jwt"

	"sessionlint.test/tail/src/jwx3/ways/elsewhere"
)

var key []byte

//way:inline
func inlineBad(raw []byte) (jwt.Token, error) {
	return jwt.Parse(raw, jwt.WithKey(jwa.HS256(), key), jwt.WithValidate(false)) // want tokenclaims:"expired tokens are accepted"
}

//way:inline
func inlineGood(raw []byte) (jwt.Token, error) {
	return jwt.Parse(raw, jwt.WithKey(jwa.HS256(), key), jwt.WithRequiredClaim("exp"))
}

//way:key
func keyBad(r *http.Request) (string, error) {
	tok, err := jwt.ParseRequest(r, elsewhere.NoKey()) // want tokenverify:"claims of a token are used that nothing has verified"
	if err != nil {
		return "", err
	}
	subject, _ := tok.Subject()
	return subject, nil
}

//way:key
func keyGood(r *http.Request) (jwt.Token, error) {
	return jwt.ParseRequest(r, elsewhere.Key())
}

func guardBad(options ...jwt.ParseOption) func(http.Handler) http.Handler {
	return func(next http.Handler) http.Handler {
		return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
			if _, err := jwt.ParseRequest(r, options...); err != nil {
				http.Error(w, "login required", http.StatusUnauthorized)
				return
			}
			next.ServeHTTP(w, r)
		})
	}
}

//way:constructor
func guardGood(options ...jwt.ParseOption) func(http.Handler) http.Handler {
	return func(next http.Handler) http.Handler {
		return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
			if _, err := jwt.ParseRequest(r, options...); err != nil {
				http.Error(w, "login required", http.StatusUnauthorized)
				return
			}
			next.ServeHTTP(w, r)
		})
	}
}

//way:constructor
func bad(next http.Handler) http.Handler {
	return guardBad(elsewhere.Key(), jwt.WithValidate(false))(next) // want tokenclaims:"expired tokens are accepted"
}

func good(next http.Handler) http.Handler {
	return guardGood(elsewhere.Key(), jwt.WithRequiredClaim("exp"))(next)
}

//way:options
func optionsBad(raw []byte) (jwt.Token, error) {
	return jwt.Parse(raw, elsewhere.Loose()...) // want tokenclaims:"expired tokens are accepted"
}

//way:options
func optionsGood(raw []byte) (jwt.Token, error) {
	return jwt.Parse(raw, elsewhere.Strict()...)
}
