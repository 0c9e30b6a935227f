// Package cristalhq uses cristalhq/jwt: the verifier is the algorithm, and no
// claim is looked at.
package cristalhq

import (
	"encoding/json"
	"errors"
	"net/http"
	"time"

	"github.com/cristalhq/jwt/v5"
)

type session struct {
	User string `json:"user"`
	jwt.RegisteredClaims
}

type careless struct {
	User string `json:"user"`
	jwt.RegisteredClaims
}

func verifier(key []byte) (jwt.Verifier, error) { return jwt.NewVerifierHS(jwt.HS256, key) }

func good(raw []byte, key []byte) (*session, error) {
	v, err := verifier(key)
	if err != nil {
		return nil, err
	}
	c := &session{}
	if err := jwt.ParseClaims(raw, v, c); err != nil {
		return nil, err
	}
	if !c.IsValidAt(time.Now()) {
		return nil, errors.New("expired")
	}
	return c, nil
}

func expired(raw []byte, v jwt.Verifier) (*careless, error) {
	c := &careless{}
	err := jwt.ParseClaims(raw, v, c) // want tokenclaims:"expired tokens are accepted"
	return c, err
}

// The claims are taken out of the token and checked then.
func parsed(raw []byte, v jwt.Verifier) (*session, error) {
	tok, err := jwt.Parse(raw, v)
	if err != nil {
		return nil, err
	}
	c := &session{}
	if err := json.Unmarshal(tok.Claims(), c); err != nil {
		return nil, err
	}
	if !c.IsValidExpiresAt(time.Now()) {
		return nil, errors.New("expired")
	}
	return c, nil
}

func unverified(r *http.Request) (string, error) {
	tok, err := jwt.ParseNoVerify([]byte(r.Header.Get("Authorization"))) // want tokenverify:"that nothing has verified"
	if err != nil {
		return "", err
	}
	c := &session{}
	err = tok.DecodeClaims(c)
	return c.User, err
}

func issue(b *jwt.Builder, user string) (*jwt.Token, error) {
	return b.Build(&session{User: user}) // want tokenlifetime:"never expires"
}

func issueLong(b *jwt.Builder, user string) (*jwt.Token, error) {
	c := &session{User: user}
	c.ExpiresAt = jwt.NewNumericDate(time.Now().Add(1000 * time.Hour)) // want tokenlifetime:"lives"
	return b.Build(c)
}

func issueGood(b *jwt.Builder, user string) (*jwt.Token, error) {
	return b.Build(&session{User: user, RegisteredClaims: jwt.RegisteredClaims{ExpiresAt: jwt.NewNumericDate(time.Now().Add(time.Hour))}})
}
