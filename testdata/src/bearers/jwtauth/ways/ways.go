// Package ways verifies tokens in each way that programs are written.
package ways

import (
	"net/http"

	"github.com/go-chi/chi/v5"
	"github.com/go-chi/jwtauth/v5"

	"sessionlint.test/src/bearers/jwtauth/ways/elsewhere"
)

var auth = jwtauth.New("HS256", elsewhere.Key(), nil)

//way:inline
func inlineBad(raw string) (string, error) {
	tok, err := auth.Decode(raw) // want tokenclaims:"expired tokens are accepted"
	if err != nil {
		return "", err
	}
	return tok.Subject(), nil
}

//way:inline
func inlineGood(raw string) (string, error) {
	tok, err := jwtauth.VerifyToken(auth, raw)
	if err != nil {
		return "", err
	}
	return tok.Subject(), nil
}

//way:key
func keyBad(raw string) (string, error) {
	tok, err := elsewhere.Auth().Decode(raw) // want tokenclaims:"expired tokens are accepted"
	if err != nil {
		return "", err
	}
	return tok.Subject(), nil
}

//way:key
func keyGood(raw string) (string, error) {
	tok, err := jwtauth.VerifyToken(elsewhere.Auth(), raw)
	if err != nil {
		return "", err
	}
	return tok.Subject(), nil
}

//way:constructor
func guardGood() http.Handler {
	r := chi.NewRouter()
	r.Use(jwtauth.Verifier(elsewhere.Auth()), jwtauth.Authenticator(elsewhere.Auth()))
	return r
}
