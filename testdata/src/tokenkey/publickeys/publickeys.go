// Package publickeys publishes the keys that its tokens are verified with. They
// are no secret, wherever they come from.
package publickeys

import (
	"crypto"
	"crypto/ed25519"
	"crypto/rsa"
	"crypto/x509"
	"encoding/pem"
	"errors"
	"math/big"

	"github.com/go-jose/go-jose/v4"
)

const published = `-----BEGIN PUBLIC KEY-----
MCowBQYDK2VwAyEAGb9ECWmEzf6FQbrBZ9w7lshQhqowtrbLDFw4rXAxZuE=
-----END PUBLIC KEY-----`

// A pinned modulus.
func pinned() jose.JSONWebKey {
	n, _ := new(big.Int).SetString("bf8c1a0e6d5f4c3b2a19081726354455", 16)
	return jose.JSONWebKey{KeyID: "1", Algorithm: "RS256", Key: &rsa.PublicKey{N: n, E: 65537}}
}

func embedded() (*jose.JSONWebKey, error) {
	block, _ := pem.Decode([]byte(published))
	key, err := x509.ParsePKIXPublicKey(block.Bytes)
	if err != nil {
		return nil, err
	}
	pub, ok := key.(ed25519.PublicKey)
	if !ok {
		return nil, errors.New("no Ed25519 key")
	}
	return &jose.JSONWebKey{KeyID: "2", Key: pub}, nil
}

func bytes() jose.JSONWebKey {
	return jose.JSONWebKey{KeyID: "3", Key: ed25519.PublicKey("0123456789abcdef0123456789abcdef")}
}

// publicKey is how the rest of the program knows a key.
type publicKey interface {
	ID() string
	Key() any
}

type rsaKey struct {
	id  string
	pub *rsa.PublicKey
}

func (k *rsaKey) ID() string { return k.id }
func (k *rsaKey) Key() any   { return k.pub }

// Through an interface and a helper.
func keySet(keys []publicKey) jose.JSONWebKeySet {
	var set jose.JSONWebKeySet
	for _, k := range keys {
		set.Keys = append(set.Keys, webKey(k.ID(), k.Key()))
	}
	return set
}

func webKey(id string, key any) jose.JSONWebKey {
	return jose.JSONWebKey{KeyID: id, Use: "sig", Key: key}
}

// The public half of whatever signs.
func half(signer crypto.Signer) jose.JSONWebKey { return webKey("4", signer.Public()) }

// The look-alike: a secret that everybody who reads the code knows.
func shared() jose.JSONWebKey {
	return jose.JSONWebKey{KeyID: "5", Algorithm: "HS256", Key: []byte("0123456789abcdef0123456789abcdef")} // want tokenkey:"signing key is written in the code"
}

// So is the private half of a pair.
func private() jose.JSONWebKey {
	return jose.JSONWebKey{KeyID: "6", Key: ed25519.NewKeyFromSeed([]byte("0123456789abcdef0123456789abcdef"))}
}
