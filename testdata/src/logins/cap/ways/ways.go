// Package ways begins logins in each way that programs are written.
package ways

import (
	"net/http"
	"time"

	"github.com/hashicorp/cap/oidc"

	"sessionlint.test/src/logins/cap/ways/elsewhere"
)

const callback = "https://shop.example/callback"

//way:inline
func inlineBad() (*oidc.Req, error) {
	return oidc.NewRequest(time.Minute, callback) // want reauthmaxage:"sets no limit"
}

//way:inline
func inlineGood() (*oidc.Req, error) {
	return oidc.NewRequest(time.Minute, callback, oidc.WithMaxAge(3600))
}

//way:constructor
func startBad(p *oidc.Provider) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		request, err := oidc.NewRequest(time.Minute, callback) // want reauthmaxage:"sets no limit"
		if err != nil {
			return
		}
		if u, err := p.AuthURL(r.Context(), request); err == nil {
			http.Redirect(w, r, u, http.StatusFound)
		}
	}
}

//way:constructor
func startGood(p *oidc.Provider) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		request, err := oidc.NewRequest(time.Minute, callback, oidc.WithPrompts(oidc.Login))
		if err != nil {
			return
		}
		if u, err := p.AuthURL(r.Context(), request); err == nil {
			http.Redirect(w, r, u, http.StatusFound)
		}
	}
}

//way:options
func optionsBad() (*oidc.Req, error) {
	return oidc.NewRequest(time.Minute, callback, elsewhere.Scopes()) // want reauthmaxage:"sets no limit"
}

//way:options
func optionsGood() (*oidc.Req, error) {
	return oidc.NewRequest(time.Minute, callback, elsewhere.MaxAge())
}
