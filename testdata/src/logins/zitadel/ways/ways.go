// Package ways begins logins in each way that programs are written.
package ways

import (
	"crypto/rand"
	"net/http"

	"github.com/zitadel/oidc/v3/pkg/client/rp"

	"sessionlint.test/src/logins/zitadel/ways/elsewhere"
)

//way:inline
func inlineBad(p rp.RelyingParty, w http.ResponseWriter, r *http.Request) {
	http.Redirect(w, r, rp.AuthURL("login", p, rp.WithPrompt("login")), http.StatusFound) // want oauthstate:"is a constant"
}

//way:inline
func inlineGood(p rp.RelyingParty) http.HandlerFunc {
	return rp.AuthURLHandler(rand.Text, p, rp.WithPromptURLParam("login"))
}

//way:key
func keyBad(p rp.RelyingParty, w http.ResponseWriter, r *http.Request) {
	http.Redirect(w, r, rp.AuthURL(elsewhere.Constant(), p, rp.WithPrompt("login")), http.StatusFound) // want oauthstate:"is a constant"
}

//way:key
func keyGood(p rp.RelyingParty, w http.ResponseWriter, r *http.Request) {
	state := elsewhere.Fresh()
	http.SetCookie(w, &http.Cookie{Name: "__Host-login", Value: state, Path: "/", Secure: true, HttpOnly: true, SameSite: http.SameSiteLaxMode})
	http.Redirect(w, r, rp.AuthURL(state, p, rp.WithPrompt("login")), http.StatusFound)
}

//way:constructor
func startBad(p rp.RelyingParty) http.HandlerFunc {
	return rp.AuthURLHandler(func() string { return "login" }, p, rp.WithPromptURLParam("login")) // want oauthstate:"is a constant"
}

//way:constructor
func startGood(p rp.RelyingParty) http.HandlerFunc {
	return rp.AuthURLHandler(func() string { return rand.Text() }, p, rp.WithPromptURLParam("login"))
}

//way:options
func optionsBad(p rp.RelyingParty) http.HandlerFunc {
	return rp.AuthURLHandler(rand.Text, p, elsewhere.Locale()) // want reauthmaxage:"sets no limit"
}

//way:options
func optionsGood(p rp.RelyingParty) http.HandlerFunc {
	return rp.AuthURLHandler(rand.Text, p, elsewhere.MaxAge())
}
