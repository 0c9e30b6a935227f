// Package paseto uses aidanwoods.dev/go-paseto: the method is the algorithm,
// and NewParser refuses tokens without exp.
package paseto

import (
	"time"

	"aidanwoods.dev/go-paseto"
)

var key paseto.V4SymmetricKey

func good(raw string) (*paseto.Token, error) {
	parser := paseto.NewParser()
	parser.AddRule(paseto.IssuedBy("https://id.example"))
	return parser.ParseV4Local(key, raw, nil)
}

func withoutExpiry(raw string) (*paseto.Token, error) {
	parser := paseto.NewParserWithoutExpiryCheck() // want tokenclaims:"expired tokens are accepted"
	return parser.ParseV4Local(key, raw, nil)
}

func rules(raw string) (*paseto.Token, error) {
	parser := paseto.MakeParser([]paseto.Rule{paseto.NotExpired(), paseto.ForAudience("shop")})
	return parser.ParseV4Local(key, raw, nil)
}

func issue(user string) string {
	token := paseto.NewToken()
	token.SetSubject(user)
	return token.V4Encrypt(key, nil) // want tokenlifetime:"never expires"
}

func issueLong(user string) string {
	token := paseto.NewToken()
	token.SetSubject(user)
	token.SetExpiration(time.Now().Add(31 * 24 * time.Hour)) // want tokenlifetime:"lives 31 days"
	return token.V4Encrypt(key, nil)
}

func issueGood(user string) string {
	token := paseto.NewToken()
	token.SetIssuer("https://id.example")
	token.SetSubject(user)
	token.SetExpiration(time.Now().Add(time.Hour))
	return token.V4Encrypt(key, nil)
}
