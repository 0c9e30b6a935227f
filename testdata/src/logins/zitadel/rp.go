// Package zitadel has both sides of a login.
package zitadel

import (
	"context"
	"crypto/rand"
	"net/http"

	"github.com/zitadel/oidc/v3/pkg/client/rp"
	httphelper "github.com/zitadel/oidc/v3/pkg/http"
	"github.com/zitadel/oidc/v3/pkg/oidc"
)

func party(ctx context.Context, key []byte) (rp.RelyingParty, error) {
	cookies := httphelper.NewCookieHandler(key, key)
	return rp.NewRelyingPartyOIDC(ctx, "https://id.example", "shop", "", "https://shop.example/callback", []string{"openid"},
		rp.WithCookieHandler(cookies), rp.WithPKCE(cookies))
}

func start(p rp.RelyingParty) http.HandlerFunc {
	return rp.AuthURLHandler(func() string { return rand.Text() }, p) // want reauthmaxage:"sets no limit"
}

func startAsking(p rp.RelyingParty) http.HandlerFunc {
	return rp.AuthURLHandler(rand.Text, p, rp.WithURLParam("max_age", "3600"))
}

func startPrompting(p rp.RelyingParty) http.HandlerFunc {
	return rp.AuthURLHandler(rand.Text, p, rp.WithPromptURLParam("login"))
}

func startConstant(p rp.RelyingParty) http.HandlerFunc {
	return rp.AuthURLHandler(func() string { return "state" }, p, rp.WithURLParam("max_age", "3600")) // want oauthstate:"is a constant"
}

func link(p rp.RelyingParty, w http.ResponseWriter, r *http.Request) {
	http.Redirect(w, r, rp.AuthURL(r.FormValue("state"), p, rp.WithPrompt("login")), http.StatusFound) // want oauthstate:"taken from the request"
}

func callback(p rp.RelyingParty) http.HandlerFunc {
	done := func(w http.ResponseWriter, r *http.Request, tokens *oidc.Tokens[*oidc.IDTokenClaims], state string, p rp.RelyingParty) {
		w.WriteHeader(http.StatusNoContent)
	}
	return rp.CodeExchangeHandler(done, p) // want reauthmaxage:"auth_time of the ID token is never checked"
}

func byHand(p rp.RelyingParty, w http.ResponseWriter, r *http.Request) {
	tokens, err := rp.CodeExchange[*oidc.IDTokenClaims](r.Context(), r.FormValue("code"), p) // want oauthstate:"never looks at state" reauthmaxage:"auth_time of the ID token is never checked"
	if err != nil {
		http.Error(w, "login failed", http.StatusForbidden)
		return
	}
	info, err := rp.Userinfo[*oidc.UserInfo](r.Context(), tokens.AccessToken, tokens.TokenType, tokens.IDTokenClaims.GetSubject(), p)
	if err != nil {
		http.Error(w, "login failed", http.StatusForbidden)
		return
	}
	http.SetCookie(w, &http.Cookie{Name: "__Host-session", Value: session(info.Subject), Path: "/", Secure: true, HttpOnly: true, SameSite: http.SameSiteLaxMode})
}

func session(subject string) string { return rand.Text() }

func foreignToken(p rp.RelyingParty, w http.ResponseWriter, r *http.Request) {
	info, err := rp.Userinfo[*oidc.UserInfo](r.Context(), r.PostFormValue("access_token"), "Bearer", r.PostFormValue("sub"), p) // want oauthpresence:`access token of the client \(form value access_token\) logs its owner in`
	if err != nil {
		http.Error(w, "login failed", http.StatusForbidden)
		return
	}
	http.SetCookie(w, &http.Cookie{Name: "__Host-session", Value: session(info.Subject), Path: "/", Secure: true, HttpOnly: true, SameSite: http.SameSiteLaxMode})
}
