// Package limits holds what is not decided, and why.
package limits

import (
	"context"
	"net/http"

	"github.com/coreos/go-oidc/v3/oidc"
	"golang.org/x/oauth2"
)

// the options come from elsewhere
func options(conf *oauth2.Config, w http.ResponseWriter, r *http.Request, state string, opts []oauth2.AuthCodeOption) {
	http.Redirect(w, r, conf.AuthCodeURL(state, append(opts, oidc.Nonce("x"))...), http.StatusFound)
}

// whether the client is one of OpenID Connect is not known
func unknownClient(conf *oauth2.Config, w http.ResponseWriter, r *http.Request, state string) {
	http.Redirect(w, r, conf.AuthCodeURL(state), http.StatusFound)
}

// no login: an API that takes ID tokens
func bearer(ctx context.Context, verifier *oidc.IDTokenVerifier, raw string) (string, error) {
	idToken, err := verifier.Verify(ctx, raw)
	if err != nil {
		return "", err
	}
	return idToken.Subject, nil
}

// negative control
func nothing(conf *oauth2.Config, w http.ResponseWriter, r *http.Request, state, nonce string) {
	http.Redirect(w, r, conf.AuthCodeURL(state, oidc.Nonce(nonce)), http.StatusFound) // want reauthmaxage:"sets no limit"
}
