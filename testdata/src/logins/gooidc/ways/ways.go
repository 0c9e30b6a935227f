// Package ways begins logins in each way that programs are written.
package ways

import (
	"net/http"

	"github.com/coreos/go-oidc/v3/oidc"
	"golang.org/x/oauth2"

	"sessionlint.test/src/logins/gooidc/ways/elsewhere"
)

//way:inline
func inlineBad(w http.ResponseWriter, r *http.Request, provider *oidc.Provider, state, nonce string) {
	conf := &oauth2.Config{ClientID: "shop", Endpoint: provider.Endpoint(), Scopes: []string{oidc.ScopeOpenID}}
	http.Redirect(w, r, conf.AuthCodeURL(state, oidc.Nonce(nonce)), http.StatusFound) // want reauthmaxage:"sets no limit"
}

//way:inline
func inlineGood(w http.ResponseWriter, r *http.Request, provider *oidc.Provider, state, nonce string) {
	conf := &oauth2.Config{ClientID: "shop", Endpoint: provider.Endpoint(), Scopes: []string{oidc.ScopeOpenID}}
	http.Redirect(w, r, conf.AuthCodeURL(state, oidc.Nonce(nonce), oauth2.SetAuthURLParam("max_age", "3600")), http.StatusFound)
}

//way:key
func keyBad(w http.ResponseWriter, r *http.Request, provider *oidc.Provider, state, nonce string) {
	http.Redirect(w, r, elsewhere.LoginURL(elsewhere.Client(provider), state, oidc.Nonce(nonce)), http.StatusFound) // want reauthmaxage:"sets no limit"
}

//way:key
func keyGood(w http.ResponseWriter, r *http.Request, provider *oidc.Provider, state, nonce string) {
	http.Redirect(w, r, elsewhere.LoginURL(elsewhere.Client(provider), state, oidc.Nonce(nonce), oauth2.SetAuthURLParam("max_age", "3600")), http.StatusFound)
}

//way:constructor
func startBad(provider *oidc.Provider, state func(http.ResponseWriter) string) http.HandlerFunc {
	conf := elsewhere.Client(provider)
	return func(w http.ResponseWriter, r *http.Request) {
		http.Redirect(w, r, conf.AuthCodeURL(state(w)), http.StatusFound) // want reauthmaxage:"sets no limit"
	}
}

//way:constructor
func startGood(provider *oidc.Provider, state func(http.ResponseWriter) string) http.HandlerFunc {
	conf := elsewhere.Client(provider)
	return func(w http.ResponseWriter, r *http.Request) {
		http.Redirect(w, r, conf.AuthCodeURL(state(w), oauth2.SetAuthURLParam("prompt", "login")), http.StatusFound)
	}
}

//way:options
func optionsBad(w http.ResponseWriter, r *http.Request, provider *oidc.Provider, state, nonce string) {
	http.Redirect(w, r, elsewhere.Client(provider).AuthCodeURL(state, oidc.Nonce(nonce), elsewhere.Offline()), http.StatusFound) // want reauthmaxage:"sets no limit"
}

//way:options
func optionsGood(w http.ResponseWriter, r *http.Request, provider *oidc.Provider, state, nonce string) {
	http.Redirect(w, r, elsewhere.Client(provider).AuthCodeURL(state, oidc.Nonce(nonce), elsewhere.MaxAge()), http.StatusFound)
}
