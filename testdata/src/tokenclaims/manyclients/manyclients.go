// Package manyclients switches a check off and does it by hand: the ID tokens
// of more than one client are accepted.
package manyclients

import (
	"context"
	"errors"
	"slices"

	"github.com/coreos/go-oidc/v3/oidc"
)

var clients = []string{"shop", "app"}

func verify(ctx context.Context, provider *oidc.Provider, raw string) (string, error) {
	token, err := provider.Verifier(&oidc.Config{SkipClientIDCheck: true}).Verify(ctx, raw) // silent: looked at below
	if err != nil {
		return "", err
	}
	for _, client := range token.Audience {
		if slices.Contains(clients, client) {
			return token.Subject, nil
		}
	}
	return "", errors.New("issued to somebody else")
}
