// Package app uses the client of another package.
package app

import (
	"net/http"

	"github.com/coreos/go-oidc/v3/oidc"
	"golang.org/x/oauth2"

	"sessionlint.test/src/reauthmaxage/crosspkg/lib"
)

func bad(l *lib.Login, w http.ResponseWriter, r *http.Request, state, nonce string) {
	http.Redirect(w, r, l.URL(state, oidc.Nonce(nonce)), http.StatusFound) // want reauthmaxage:"sets no limit"
}

func badClient(provider *oidc.Provider, w http.ResponseWriter, r *http.Request, state string) {
	http.Redirect(w, r, lib.Client(provider).AuthCodeURL(state), http.StatusFound) // want reauthmaxage:"sets no limit"
}

func good(l *lib.Login, w http.ResponseWriter, r *http.Request, state, nonce string) {
	http.Redirect(w, r, l.URL(state, oidc.Nonce(nonce), oauth2.SetAuthURLParam("max_age", "600")), http.StatusFound)
}

// what the other package sends is judged there
func plain(l *lib.Login, w http.ResponseWriter, r *http.Request, state string) {
	http.Redirect(w, r, l.PlainURL(state), http.StatusFound)
}
