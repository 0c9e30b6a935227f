// Package zitadelbare has a client without a cookie handler: nothing keeps the
// state.
package zitadelbare

import (
	"context"
	"crypto/rand"
	"net/http"
	"time"

	"github.com/zitadel/oidc/v3/pkg/client/rp"
	"github.com/zitadel/oidc/v3/pkg/oidc"
)

func party(ctx context.Context) (rp.RelyingParty, error) {
	return rp.NewRelyingPartyOIDC(ctx, "https://id.example", "shop", "", "https://shop.example/callback", []string{"openid"},
		rp.WithVerifierOpts(rp.WithAuthTimeMaxAge(time.Hour)))
}

func start(p rp.RelyingParty) http.HandlerFunc {
	return rp.AuthURLHandler(rand.Text, p, rp.WithURLParam("max_age", "3600")) // want oauthstate:"state is not kept for the browser: the client has no cookie handler"
}

func callback(p rp.RelyingParty) http.HandlerFunc {
	done := func(w http.ResponseWriter, r *http.Request, tokens *oidc.Tokens[*oidc.IDTokenClaims], state string, p rp.RelyingParty) {
		w.WriteHeader(http.StatusNoContent)
	}
	return rp.CodeExchangeHandler(done, p) // want oauthstate:"never compares state: the client has no cookie handler"
}
