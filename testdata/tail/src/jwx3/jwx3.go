// Package jwx3 uses jwx v3, which verifies with a key and checks exp if it is
// there.
package jwx3

import (
	"net/http"
	"time"

	"github.com/lestrrat-go/jwx/v3/jwa"
	"github.com/lestrrat-go/jwx/v3/jwk"
	"github.com/lestrrat-go/jwx/v3/jwt"
)

var (
	key []byte
	set jwk.Set
)

func insecure(r *http.Request) string {
	tok, err := jwt.ParseInsecure([]byte(r.Header.Get("Authorization"))) // want tokenverify:"that nothing has verified"
	if err != nil {
		return ""
	}
	subject, _ := tok.Subject()
	return subject
}

func verifyOff(r *http.Request) string {
	tok, err := jwt.ParseString(r.Header.Get("Authorization"), jwt.WithVerify(false)) // want tokenverify:"that nothing has verified"
	if err != nil {
		return ""
	}
	subject, _ := tok.Subject()
	return subject
}

func good(raw []byte) (jwt.Token, error) {
	return jwt.Parse(raw, jwt.WithKey(jwa.HS256(), key), jwt.WithRequiredClaim("exp"), jwt.WithIssuer("https://id.example"))
}

func claimsOff(raw []byte) (jwt.Token, error) {
	return jwt.Parse(raw, jwt.WithKey(jwa.HS256(), key), jwt.WithValidate(false)) // want tokenclaims:"expired tokens are accepted"
}

// Validated behind the parse.
func later(raw []byte) (jwt.Token, error) {
	tok, err := jwt.Parse(raw, jwt.WithKey(jwa.HS256(), key), jwt.WithValidate(false))
	if err != nil {
		return nil, err
	}
	return tok, jwt.Validate(tok)
}

// Keys of somebody else, whose tokens may have no exp.
func others(raw []byte) (jwt.Token, error) {
	return jwt.Parse(raw, jwt.WithKeySet(set))
}

func options() []jwt.ParseOption {
	return []jwt.ParseOption{jwt.WithKey(jwa.HS256(), key), jwt.WithRequiredClaim(jwt.ExpirationKey)}
}

func withOptions(r *http.Request) (jwt.Token, error) { return jwt.ParseRequest(r, options()...) }

func issue(user string) ([]byte, error) {
	tok, err := jwt.NewBuilder().Subject(user).IssuedAt(time.Now()).Build()
	if err != nil {
		return nil, err
	}
	return jwt.Sign(tok, jwt.WithKey(jwa.HS256(), key)) // want tokenlifetime:"never expires"
}

func issueLong(user string) ([]byte, error) {
	tok, err := jwt.NewBuilder().Subject(user).Expiration(time.Now().Add(90 * 24 * time.Hour)).Build() // want tokenlifetime:"lives 90 days"
	if err != nil {
		return nil, err
	}
	return jwt.Sign(tok, jwt.WithKey(jwa.HS256(), key))
}

func issueGood(user string) ([]byte, error) {
	tok := jwt.New()
	if err := tok.Set(jwt.SubjectKey, user); err != nil {
		return nil, err
	}
	if err := tok.Set(jwt.ExpirationKey, time.Now().Add(time.Hour)); err != nil {
		return nil, err
	}
	return jwt.Sign(tok, jwt.WithKey(jwa.HS256(), key))
}
