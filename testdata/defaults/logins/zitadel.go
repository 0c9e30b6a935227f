package main

import (
	"context"
	"net/http"
	"net/http/httptest"
	"net/url"
	"time"

	"github.com/go-jose/go-jose/v4"
	"github.com/hashicorp/cap/oidc"
	"github.com/zitadel/oidc/v3/pkg/client/rp"
	httphelper "github.com/zitadel/oidc/v3/pkg/http"
	zoidc "github.com/zitadel/oidc/v3/pkg/oidc"
	"golang.org/x/oauth2"
)

type keySet struct{}

func (keySet) VerifySignature(_ context.Context, jws *jose.JSONWebSignature) ([]byte, error) {
	return jws.Verify(&key.PublicKey)
}

func zitadel() {
	verify := func(raw string, options ...rp.VerifierOption) bool {
		_, err := rp.VerifyIDToken[*zoidc.IDTokenClaims](context.Background(), raw, rp.NewIDTokenVerifier(issuer, client, keySet{}, options...))
		return err == nil
	}
	own := rp.WithNonce(func(context.Context) string { return "of somebody else" })
	fact("zitadel/oidc", "auth_time is not checked by default", verify(idToken(nil), own))
	fact("zitadel/oidc", "auth_time is checked with WithAuthTimeMaxAge", !verify(idToken(nil), own, rp.WithAuthTimeMaxAge(time.Hour)))
	fact("zitadel/oidc", "a missing auth_time is refused with WithAuthTimeMaxAge", !verify(idToken(map[string]any{"auth_time": 0}), own, rp.WithAuthTimeMaxAge(time.Hour)))
	fact("zitadel/oidc", "a nonce that was not announced is refused", !verify(idToken(nil)))
	fact("zitadel/oidc", "the audience is checked", !verify(idToken(map[string]any{"aud": "another shop"}), own))
	fact("zitadel/oidc", "the state is kept with a cookie handler only", !keeps() && keeps(rp.WithCookieHandler(httphelper.NewCookieHandler(make([]byte, 32), nil, httphelper.WithUnsecure()))))
}

// keeps reports whether the start of a login sets a cookie.
func keeps(options ...rp.Option) bool {
	party, err := rp.NewRelyingPartyOAuth(&oauth2.Config{ClientID: client, Endpoint: oauth2.Endpoint{AuthURL: issuer + "/authorize"}}, options...)
	must(err)
	w := httptest.NewRecorder()
	rp.AuthURLHandler(func() string { return "s" }, party)(w, httptest.NewRequest(http.MethodGet, "/login", nil))
	return len(w.Result().Cookies()) > 0
}

func capRequest() {
	one, err := oidc.NewRequest(time.Minute, "https://shop.example/callback")
	must(err)
	other, err := oidc.NewRequest(time.Minute, "https://shop.example/callback", oidc.WithMaxAge(60))
	must(err)
	fact("hashicorp/cap", "state and nonce are made anew", one.State() != other.State() && one.Nonce() != other.Nonce() && one.State() != "" && one.Nonce() != "")
	_, without := one.MaxAge()
	seconds, with := other.MaxAge()
	fact("hashicorp/cap", "a maximum age is asked for with WithMaxAge only", without.IsZero() && !with.IsZero() && seconds == 60)
}

func query(location, name string) string {
	u, err := url.Parse(location)
	must(err)
	return u.Query().Get(name)
}
