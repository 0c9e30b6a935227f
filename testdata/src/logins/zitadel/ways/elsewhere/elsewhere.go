// Package elsewhere has states, clients and options for others.
package elsewhere

import (
	"context"
	"crypto/rand"

	"github.com/zitadel/oidc/v3/pkg/client/rp"
	httphelper "github.com/zitadel/oidc/v3/pkg/http"
)

// Constant is the same for everybody.
func Constant() string { return "login" }

// Fresh is new for each login.
func Fresh() string { return rand.Text() }

// Party makes a client that keeps the state in a cookie.
func Party(ctx context.Context, key []byte) (rp.RelyingParty, error) {
	return rp.NewRelyingPartyOIDC(ctx, "https://id.example", "shop", "", "https://shop.example/callback", []string{"openid"},
		rp.WithCookieHandler(httphelper.NewCookieHandler(key, key)))
}

// MaxAge limits the age of the authentication.
func MaxAge() rp.URLParamOpt { return rp.WithURLParam("max_age", "3600") }

// Locale is about the language.
func Locale() rp.URLParamOpt { return rp.WithURLParam("ui_locales", "de") }
