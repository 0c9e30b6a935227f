// Package elsewhere has keys and options for others.
package elsewhere

import (
	"time"

	"github.com/go-jose/go-jose/v4"
	"github.com/go-jose/go-jose/v4/jwt"
)

var key []byte

// Key is the key of the program.
func Key() []byte { return key }

// OfToken takes the key out of the token that it shall verify.
func OfToken(tok *jwt.JSONWebToken) *jose.JSONWebKey { return tok.Headers[0].JSONWebKey }

// Expected is what claims must say.
func Expected() jwt.Expected { return jwt.Expected{Issuer: "https://id.example", Time: time.Now()} }

// Algorithms are those that are accepted.
func Algorithms() []jose.SignatureAlgorithm { return []jose.SignatureAlgorithm{jose.HS256} }
