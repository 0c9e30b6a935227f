// Package wrapped verifies through helpers, closures and other names.
package wrapped

import (
	"net/http"

	token "github.com/golang-jwt/jwt/v5"
)

type claims struct {
	User string `json:"user"`
	token.RegisteredClaims
}

type service struct {
	keys map[string]any
	find token.Keyfunc
	opts []token.ParserOption
}

// The key function is kept in a field.
func newService(keys map[string]any) *service {
	s := &service{keys: keys}
	s.find = func(t *token.Token) (any, error) { return s.keys["one"], nil }
	return s
}

func (s *service) open(raw string) (*claims, error) {
	c := &claims{}
	_, err := token.ParseWithClaims(raw, c, s.find) // want tokenverify:"token chooses its algorithm"
	return c, err
}

// A method as key function.
func (s *service) key(t *token.Token) (any, error) {
	if !allowed(t) {
		return nil, token.ErrTokenSignatureInvalid
	}
	return s.keys["one"], nil
}

func allowed(t *token.Token) bool { return t.Header["alg"] == "EdDSA" }

func (s *service) byMethod(raw string) (*claims, error) {
	c := &claims{}
	_, err := token.ParseWithClaims(raw, c, s.key)
	return c, err
}

// Options reach the parser through a helper.
func parse(raw string, find token.Keyfunc, opts ...token.ParserOption) (*claims, error) {
	c := &claims{}
	_, err := token.ParseWithClaims(raw, c, find, opts...)
	return c, err
}

func (s *service) throughHelper(raw string) (*claims, error) {
	return parse(raw, s.find, token.WithValidMethods([]string{"EdDSA"}))
}

// A helper reads without verifying, its caller believes it.
func peek(raw string) *claims {
	c := &claims{}
	if _, _, err := token.NewParser().ParseUnverified(raw, c); err != nil { // want tokenverify:"that nothing has verified"
		return nil
	}
	return c
}

func who(r *http.Request) string {
	c := peek(r.Header.Get("Authorization"))
	return c.User
}

// The same helper before a verification: nothing is believed.
func (s *service) tenant(r *http.Request) (*claims, error) {
	raw := r.Header.Get("Authorization")
	_ = peek(raw).User
	return s.byMethod(raw)
}

// A closure around the verification.
func middleware(s *service, next func(http.ResponseWriter, *http.Request, string)) http.HandlerFunc {
	verify := func(raw string) (*token.Token, *claims) {
		c := &claims{}
		tok, _ := token.ParseWithClaims(raw, c, s.key)
		return tok, c
	}
	return func(w http.ResponseWriter, r *http.Request) {
		tok, c := verify(r.Header.Get("Authorization"))
		if tok == nil || !tok.Valid {
			http.Error(w, "login required", http.StatusUnauthorized)
			return
		}
		next(w, r, c.User)
	}
}
