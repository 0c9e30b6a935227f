// Package wrapped builds the options of a login in helpers.
package wrapped

import (
	"net/http"
	"strconv"

	"github.com/coreos/go-oidc/v3/oidc"
	oauth "golang.org/x/oauth2"
)

type authenticator interface {
	options() []oauth.AuthCodeOption
	url(state string, opts ...oauth.AuthCodeOption) string
}

type openID struct{ conf *oauth.Config }

func (o openID) options() []oauth.AuthCodeOption {
	return []oauth.AuthCodeOption{oauth.S256ChallengeOption(oauth.GenerateVerifier())}
}

func (o openID) url(state string, opts ...oauth.AuthCodeOption) string {
	return o.conf.AuthCodeURL(state, opts...)
}

func byInterface(a authenticator, w http.ResponseWriter, r *http.Request, state, nonce string) {
	opts := a.options()
	opts = append(opts, oidc.Nonce(nonce))
	http.Redirect(w, r, a.url(state, opts...), http.StatusFound) // want reauthmaxage:"sets no limit"
}

func byInterfaceGood(a authenticator, w http.ResponseWriter, r *http.Request, state, nonce string, seconds int) {
	opts := append(a.options(), oidc.Nonce(nonce), age(seconds))
	http.Redirect(w, r, a.url(state, opts...), http.StatusFound)
}

func age(seconds int) oauth.AuthCodeOption {
	return oauth.SetAuthURLParam("max_age", strconv.Itoa(seconds))
}

func conditional(o openID, w http.ResponseWriter, r *http.Request, state, nonce string, again bool) {
	opts := []oauth.AuthCodeOption{oidc.Nonce(nonce)}
	if again { // on some path at least
		opts = append(opts, oauth.SetAuthURLParam("prompt", "login"))
	}
	http.Redirect(w, r, o.conf.AuthCodeURL(state, opts...), http.StatusFound)
}
