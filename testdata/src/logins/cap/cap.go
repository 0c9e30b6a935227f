// Package cap logs in through an OpenID provider.
package cap

import (
	"context"
	"net/http"
	"time"

	"github.com/hashicorp/cap/oidc"
)

const callbackURL = "https://shop.example/callback"

func asksNothing(ctx context.Context, p *oidc.Provider, w http.ResponseWriter, r *http.Request) {
	request, err := oidc.NewRequest(time.Minute, callbackURL) // want reauthmaxage:"sets no limit"
	if err != nil {
		return
	}
	redirect(ctx, p, w, r, request)
}

func asks(ctx context.Context, p *oidc.Provider, w http.ResponseWriter, r *http.Request) {
	request, err := oidc.NewRequest(time.Minute, callbackURL, oidc.WithMaxAge(3600))
	if err != nil {
		return
	}
	redirect(ctx, p, w, r, request)
}

func asksLogin(ctx context.Context, p *oidc.Provider, w http.ResponseWriter, r *http.Request) {
	request, err := oidc.NewRequest(time.Minute, callbackURL, oidc.WithPrompts(oidc.Login))
	if err != nil {
		return
	}
	redirect(ctx, p, w, r, request)
}

func redirect(ctx context.Context, p *oidc.Provider, w http.ResponseWriter, r *http.Request, request oidc.Request) {
	if u, err := p.AuthURL(ctx, request); err == nil {
		http.Redirect(w, r, u, http.StatusFound)
	}
}

// state and nonce are compared by the library
func callback(ctx context.Context, p *oidc.Provider, request oidc.Request, w http.ResponseWriter, r *http.Request) {
	if _, err := p.Exchange(ctx, request, r.FormValue("state"), r.FormValue("code")); err != nil {
		http.Error(w, "login failed", http.StatusForbidden)
	}
}
