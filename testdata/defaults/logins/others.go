package main

import (
	"context"
	"net/http"
	"net/http/httptest"
	"net/url"
	"os"
	"time"

	"github.com/go-jose/go-jose/v4"
	josejwt "github.com/go-jose/go-jose/v4/jwt"
	"github.com/go-pkgz/auth/v2"
	"github.com/go-pkgz/auth/v2/avatar"
	"github.com/go-pkgz/auth/v2/token"
	"github.com/markbates/goth/gothic"
	"github.com/ory/fosite"
	"github.com/ory/fosite/handler/openid"
	"github.com/ory/fosite/token/jwt"
)

func gothState() {
	fact("goth", "a state that the client sends is taken over", gothic.SetState(get("/login?state=chosen")) == "chosen")
	fact("goth", "a state is made if the client sends none", len(gothic.SetState(get("/login"))) >= 32 && gothic.SetState(get("/login")) != gothic.SetState(get("/login")))
}

func fositeTime() {
	strategy := &openid.DefaultStrategy{
		Signer: &jwt.DefaultSigner{GetPrivateKey: func(context.Context) (any, error) { return key, nil }},
		Config: &fosite.Config{MinParameterEntropy: fosite.MinParameterEntropy},
	}
	login := time.Now().Add(-time.Hour).Truncate(time.Second)
	fact("ory/fosite", "a missing auth_time becomes the present", time.Since(authTime(strategy, time.Time{})) < time.Minute)
	fact("ory/fosite", "an auth_time that is given stays", authTime(strategy, login).Equal(login))
}

// authTime returns the auth_time of an ID token that is made for a login.
func authTime(strategy *openid.DefaultStrategy, at time.Time) time.Time {
	request := fosite.NewRequest()
	request.Client = &fosite.DefaultClient{ID: client}
	request.Form = url.Values{}
	request.Session = &openid.DefaultSession{Claims: &jwt.IDTokenClaims{Subject: "u", AuthTime: at}, Headers: &jwt.Headers{}}
	raw, err := strategy.GenerateIDToken(context.Background(), time.Hour, request)
	must(err)
	parsed, err := josejwt.ParseSigned(raw, []jose.SignatureAlgorithm{jose.RS256})
	must(err)
	var claims struct {
		AuthTime int64 `json:"auth_time"`
	}
	must(parsed.Claims(&key.PublicKey, &claims))
	return time.Unix(claims.AuthTime, 0)
}

func pkgz() {
	dir, err := os.MkdirTemp("", "")
	must(err)
	defer os.RemoveAll(dir)
	service := auth.NewService(auth.Opts{
		SecretReader: token.SecretFunc(func(string) (string, error) { return "a secret of a test that is long", nil }),
		URL:          "https://shop.example", Issuer: client, AvatarStore: avatar.NewLocalFS(dir), DisableXSRF: true,
	})
	service.AddProvider("github", client, "secret")
	handler, _ := service.Handlers()
	start := func() (string, []*http.Cookie) {
		w := httptest.NewRecorder()
		handler.ServeHTTP(w, httptest.NewRequest(http.MethodGet, "https://shop.example/auth/github/login", nil))
		return query(w.Header().Get("Location"), "state"), w.Result().Cookies()
	}
	one, cookies := start()
	other, _ := start()
	fact("go-pkgz/auth", "a state is made for each login and kept in a cookie", one != "" && one != other && len(cookies) > 0)
	back := httptest.NewRequest(http.MethodGet, "https://shop.example/auth/github/callback?code=c&state="+other, nil)
	for _, c := range cookies {
		back.AddCookie(c)
	}
	w := httptest.NewRecorder()
	handler.ServeHTTP(w, back)
	fact("go-pkgz/auth", "the state of another browser is refused", w.Code == http.StatusForbidden)
}
