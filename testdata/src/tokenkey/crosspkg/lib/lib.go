// Package lib signs for others.
package lib

import "github.com/golang-jwt/jwt/v5"

// DefaultKey is a constant of all installations.
var DefaultKey = []byte("shipped with the program")

// Key returns the constant.
func Key() string { return "returned by another package" }

// A Config holds the key.
type Config struct{ Secret string }

// A Signer signs tokens.
type Signer struct{ cfg Config }

// New returns a signer.
func New(cfg Config) *Signer { return &Signer{cfg: cfg} }

// Sign signs a token.
func (s *Signer) Sign(token *jwt.Token) (string, error) {
	return token.SignedString([]byte(s.cfg.Secret))
}

// Sign signs with a key.
func Sign(token *jwt.Token, key []byte) (string, error) { return token.SignedString(key) }
