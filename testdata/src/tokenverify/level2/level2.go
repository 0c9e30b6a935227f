// Package level2 wants algorithms to be named.
package level2

import (
	"net/http"
	"time"

	"github.com/golang-jwt/jwt/v5"
	"github.com/golang-jwt/jwt/v5/request"
)

type session struct {
	User string `json:"user"`
	jwt.RegisteredClaims
}

var key []byte

func issue(user string) (string, error) {
	return jwt.NewWithClaims(jwt.SigningMethodHS256, session{
		User: user, RegisteredClaims: jwt.RegisteredClaims{ExpiresAt: jwt.NewNumericDate(time.Now().Add(time.Hour))},
	}).SignedString(key)
}

func find(*jwt.Token) (any, error) { return key, nil }

// One finding for a key: the other places are steps of it.
func verify(raw string) (*session, error) {
	c := &session{}
	_, err := jwt.ParseWithClaims(raw, c, find) // want tokenverify:"no algorithm is named"
	return c, err
}

func verifyAgain(raw string) (*session, error) {
	c := &session{}
	_, err := jwt.ParseWithClaims(
		raw,
		c,
		find,
	)
	return c, err
}

var parser = jwt.NewParser()

func verifyWithParser(raw string) (*session, error) {
	c := &session{}
	_, err := parser.ParseWithClaims(raw, c, find)
	return c, err
}

// A parser that names it.
func fromRequest(r *http.Request) (*session, error) {
	c := &session{}
	p := jwt.NewParser(jwt.WithValidMethods([]string{"HS256"}))
	_, err := request.ParseFromRequest(r, request.AuthorizationHeaderExtractor, find, request.WithClaims(c), request.WithParser(p))
	return c, err
}

// Tested behind the verification.
func behind(raw string) (*session, error) {
	c := &session{}
	tok, err := jwt.ParseWithClaims(raw, c, find)
	if err != nil || tok.Method.Alg() != "HS256" {
		return nil, jwt.ErrTokenSignatureInvalid
	}
	return c, nil
}
