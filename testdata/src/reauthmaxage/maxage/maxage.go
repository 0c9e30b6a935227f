// Package maxage has a limit of its own: one hour.
package maxage

import (
	"net/http"

	"github.com/coreos/go-oidc/v3/oidc"
	"golang.org/x/oauth2"
)

func bad(conf *oauth2.Config, w http.ResponseWriter, r *http.Request, state, nonce string) {
	http.Redirect(w, r, conf.AuthCodeURL(state, oidc.Nonce(nonce), oauth2.SetAuthURLParam("max_age", "7200")), http.StatusFound) // want reauthmaxage:"max_age of 2h0m0s is over the limit of 1h0m0s"
}

func good(conf *oauth2.Config, w http.ResponseWriter, r *http.Request, state, nonce string) {
	http.Redirect(w, r, conf.AuthCodeURL(state, oidc.Nonce(nonce), oauth2.SetAuthURLParam("max_age", "3600")), http.StatusFound)
}
