// Package o1egl uses o1egl/paseto, which looks at no claim by itself.
package o1egl

import (
	"crypto"
	"time"

	"github.com/o1egl/paseto"
)

func good(raw string, key []byte) (*paseto.JSONToken, error) {
	var token paseto.JSONToken
	if err := paseto.NewV2().Decrypt(raw, key, &token, nil); err != nil {
		return nil, err
	}
	return &token, token.Validate()
}

func chosen(raw string, key []byte, keys map[paseto.Version]crypto.PublicKey) (*paseto.JSONToken, error) {
	var token paseto.JSONToken
	_, err := paseto.Parse(raw, &token, nil, key, keys) // want tokenverify:"token chooses its algorithm" tokenclaims:"expired tokens are accepted"
	return &token, err
}

func issue(key []byte, user string) (string, error) {
	return paseto.NewV2().Encrypt(key, paseto.JSONToken{Subject: user}, nil) // want tokenlifetime:"never expires"
}

func issueLong(key []byte, user string) (string, error) {
	return paseto.NewV2().Encrypt(key, paseto.JSONToken{
		Subject:    user,
		Expiration: time.Now().Add(2000 * time.Hour), // want tokenlifetime:"lives"
	}, nil)
}

func issueGood(key []byte, user string) (string, error) {
	return paseto.NewV2().Encrypt(key, paseto.JSONToken{Subject: user, Expiration: time.Now().Add(time.Hour)}, nil)
}
