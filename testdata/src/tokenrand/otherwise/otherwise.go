// Package otherwise makes secrets that are no session tokens: what is true of
// them says nothing about sessions.
package otherwise

import (
	"crypto/rand"
	"encoding/hex"
)

type options struct {
	HMACKey   string
	SecretKey string
	Nonce     string
	Token     string
}

func configure() options {
	return options{HMACKey: random(), SecretKey: random(), Nonce: random(), Token: random()}
}

func random() string {
	b := make([]byte, 32)
	rand.Read(b)
	return hex.EncodeToString(b)
}

// generateSigningSecret makes what webhooks are signed with.
func generateSigningSecret() string { return random() }
