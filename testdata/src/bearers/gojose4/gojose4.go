// Package gojose4 uses github.com/go-jose/go-jose/v4: Claims verifies and looks at no claim.
package gojose4

import (
	"net/http"
	"time"

	"github.com/go-jose/go-jose/v4"
	"github.com/go-jose/go-jose/v4/jwt"
)

type session struct {
	User string `json:"user"`
	jwt.Claims
}

type careless struct {
	User string `json:"user"`
	jwt.Claims
}

func good(raw string, key []byte) (*session, error) {
	tok, err := jwt.ParseSigned(raw, []jose.SignatureAlgorithm{jose.HS256})
	if err != nil {
		return nil, err
	}
	var c session
	if err := tok.Claims(key, &c); err != nil {
		return nil, err
	}
	return &c, c.Validate(jwt.Expected{Issuer: "https://id.example", Time: time.Now()})
}

func expired(raw string, key []byte) (*careless, error) {
	tok, err := jwt.ParseSigned(raw, []jose.SignatureAlgorithm{jose.HS256})
	if err != nil {
		return nil, err
	}
	var c careless
	err = tok.Claims(key, &c) // want tokenclaims:"expired tokens are accepted"
	return &c, err
}

func unverified(r *http.Request) (string, error) {
	tok, err := jwt.ParseSigned(r.Header.Get("Authorization"), []jose.SignatureAlgorithm{jose.HS256})
	if err != nil {
		return "", err
	}
	var c session
	err = tok.UnsafeClaimsWithoutVerification(&c) // want tokenverify:"that nothing has verified"
	return c.User, err
}

func issue(signer jose.Signer, user string) (string, error) {
	c := session{ // want tokenlifetime:"never expires"
		User: user,
	}
	return jwt.Signed(signer).Claims(c).Serialize()
}

func issueLong(signer jose.Signer, user string) (string, error) {
	c := jwt.Claims{
		Subject: user,
		Expiry:  jwt.NewNumericDate(time.Now().Add(45 * 24 * time.Hour)), // want tokenlifetime:"lives 45 days"
	}
	return jwt.Signed(signer).Claims(c).Serialize()
}

func issueGood(signer jose.Signer, user string) (string, error) {
	c := jwt.Claims{Subject: user, Expiry: jwt.NewNumericDate(time.Now().Add(time.Hour))}
	return jwt.Signed(signer).Claims(c).Claims(map[string]any{"role": "user"}).Serialize()
}
