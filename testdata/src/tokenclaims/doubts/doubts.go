// Package doubts is an issuer that reads its own ID tokens again: an expired one
// still says whose session ends, and any client may send it. Each claim has a doubt
// of its own.
package doubts

import (
	"context"

	"github.com/coreos/go-oidc/v3/oidc"

	"sessionlint.test/src/tokenclaims/issuer"
)

type server struct {
	issuer string
	keys   *issuer.Keys
}

func (s *server) readHint(ctx context.Context, raw string) (*oidc.IDToken, error) {
	verifier := oidc.NewVerifier(s.issuer, s.keys, &oidc.Config{SkipExpiryCheck: true, SkipClientIDCheck: true})
	return verifier.Verify(ctx, raw)
}
