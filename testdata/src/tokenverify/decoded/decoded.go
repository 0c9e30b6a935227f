// Package decoded reads the header of a token itself, before a library verifies the
// token with the key in it: which algorithms it accepts that way is not known.
package decoded

import (
	"encoding/base64"
	"encoding/json"
	"errors"
	"strings"

	"github.com/go-jose/go-jose/v4"
	"github.com/golang-jwt/jwt/v5"
)

type header struct {
	Algorithm string          `json:"alg"`
	Key       json.RawMessage `json:"jwk"`
}

func read(proof string) (*header, error) {
	first, _, _ := strings.Cut(proof, ".")
	data, err := base64.RawURLEncoding.DecodeString(first)
	if err != nil {
		return nil, err
	}
	h := new(header)
	return h, json.Unmarshal(data, h)
}

func verify(proof string) (*jwt.RegisteredClaims, error) {
	h, err := read(proof)
	if err != nil {
		return nil, err
	}
	if strings.HasPrefix(h.Algorithm, "HS") || h.Algorithm == "none" {
		return nil, errors.New("want a signature")
	}
	var key jose.JSONWebKey
	if err := key.UnmarshalJSON(h.Key); err != nil {
		return nil, errors.New("no key")
	}
	claims := new(jwt.RegisteredClaims)
	_, err = jwt.ParseWithClaims(proof, claims, func(*jwt.Token) (any, error) { return key.Key, nil }, jwt.WithExpirationRequired())
	return claims, err
}

// untested reads the header as well, but not the algorithm.
func untested(proof string) (*jwt.RegisteredClaims, error) {
	h, err := read(proof)
	if err != nil {
		return nil, err
	}
	var key jose.JSONWebKey
	if err := key.UnmarshalJSON(h.Key); err != nil {
		return nil, errors.New("no key")
	}
	claims := new(jwt.RegisteredClaims)
	_, err = jwt.ParseWithClaims(proof, claims, func(*jwt.Token) (any, error) { return key.Key, nil }, jwt.WithExpirationRequired())
	return claims, err
}
