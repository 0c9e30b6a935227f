// Package ways verifies tokens in each way that programs are written.
package ways

import (
	"net/http"

	"aidanwoods.dev/go-paseto"

	"sessionlint.test/src/bearers/paseto/ways/elsewhere"
)

var key paseto.V4SymmetricKey

//way:inline
func inlineBad(raw string) (*paseto.Token, error) {
	parser := paseto.NewParserWithoutExpiryCheck() // want tokenclaims:"expired tokens are accepted"
	return parser.ParseV4Local(key, raw, nil)
}

//way:inline
func inlineGood(raw string) (*paseto.Token, error) {
	parser := paseto.NewParser()
	return parser.ParseV4Local(key, raw, nil)
}

//way:key
func keyBad(raw string) (*paseto.Token, error) {
	parser := paseto.MakeParser(nil)
	return parser.ParseV4Public(elsewhere.Public(), raw, nil) // want tokenclaims:"expired tokens are accepted"
}

//way:key
func keyGood(raw string) (*paseto.Token, error) {
	parser := paseto.NewParser()
	return parser.ParseV4Public(elsewhere.Public(), raw, nil)
}

//way:constructor
func guardBad(next http.Handler) http.Handler {
	parser := paseto.NewParserWithoutExpiryCheck() // want tokenclaims:"expired tokens are accepted"
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if _, err := parser.ParseV4Local(key, r.Header.Get("Authorization"), nil); err != nil {
			http.Error(w, "login required", http.StatusUnauthorized)
			return
		}
		next.ServeHTTP(w, r)
	})
}

//way:constructor
func guardGood(next http.Handler) http.Handler {
	parser := paseto.NewParser()
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if _, err := parser.ParseV4Local(key, r.Header.Get("Authorization"), nil); err != nil {
			http.Error(w, "login required", http.StatusUnauthorized)
			return
		}
		next.ServeHTTP(w, r)
	})
}

//way:options
func optionsBad(raw string) (*paseto.Token, error) {
	parser := paseto.MakeParser(elsewhere.Loose())
	return parser.ParseV4Local(key, raw, nil) // want tokenclaims:"expired tokens are accepted"
}

//way:options
func optionsGood(raw string) (*paseto.Token, error) {
	parser := paseto.MakeParser(elsewhere.Strict())
	return parser.ParseV4Local(key, raw, nil)
}
