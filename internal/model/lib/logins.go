package lib

import (
	"slices"

	"github.com/sessionlint/sessionlint/internal/model"
)

// loginLibraries delegate the login to an identity provider, or are one.
func loginLibraries() []*model.Library {
	return []*model.Library{
		xoauth2(),
		goOIDC(),
		zitadel(),
		hashicorpCap(),
		goth(),
		pkgzAuth(),
		authboss("github.com/volatiletech/authboss/v3"),
		authboss("github.com/aarondl/authboss/v3"),
		fosite(),
	}
}

func list(args ...model.Arg) []model.Arg { return args }

// loginEach returns one function for each of the names, all alike but for the
// symbol.
func loginEach(like model.LoginFunc, prefix string, names ...string) []model.LoginFunc {
	funcs := make([]model.LoginFunc, 0, len(names))
	for _, name := range names {
		like.Symbol = prefix + name
		funcs = append(funcs, like)
	}
	return funcs
}

// param is an option that sends one parameter with its argument as value.
func param(symbol, name string) model.LoginFunc {
	return model.LoginFunc{Symbol: symbol, Role: model.LoginParam, Param: name, Args: values(0)}
}

// xoauth2 knows nothing of state, nonce and PKCE but to send them:
// (*Config).Exchange trades a code without looking at the request.
func xoauth2() *model.Library {
	const pkg = "golang.org/x/oauth2"
	const config = "(*" + pkg + ".Config)."
	return &model.Library{
		Module:  pkg,
		Name:    "x/oauth2",
		Majors:  []string{"v0.35", "v0.36", "v0.38"},
		Doc:     "https://pkg.go.dev/golang.org/x/oauth2#Config.AuthCodeURL; oauth2.go, pkce.go, token.go",
		Anchors: []string{pkg},
		Funcs: slices.Concat(
			each(model.Func{Role: model.OAuthState, Args: values(0)}, config, "AuthCodeURL"),
			strong(256, pkg+".", "GenerateVerifier"), // pkce.go: 32 bytes of crypto/rand
		),
		Login: []model.LoginFunc{
			{Symbol: config + "AuthCodeURL", Role: model.LoginStart, Args: list(arg(model.ArgState, 0), arg(model.ArgParams, 1))},
			{Symbol: config + "Exchange", Role: model.LoginExchange, Args: list(arg(model.ArgValue, 1), arg(model.ArgParams, 2))},
			{Symbol: pkg + ".SetAuthURLParam", Role: model.LoginParam, Args: list(arg(model.ArgName, 0), arg(model.ArgValue, 1))},
			param(pkg+".S256ChallengeOption", "code_challenge"),
			param(pkg+".VerifierOption", "code_verifier"),
			{Symbol: pkg + ".StaticTokenSource", Role: model.LoginToken, Args: slots(model.ArgToken, 0)},
			{Symbol: config + "TokenSource", Role: model.LoginToken, Args: slots(model.ArgToken, 1)},
			{Symbol: config + "Client", Role: model.LoginToken, Args: slots(model.ArgToken, 1)},
			{Symbol: pkg + ".NewClient", Role: model.LoginToken, Args: slots(model.ArgToken, 1)},
			{Symbol: pkg + ".ReuseTokenSource", Role: model.LoginToken, Args: slots(model.ArgToken, 0)},
		},
		LoginFields: []model.LoginField{
			{Symbol: pkg + ".Config.Scopes", Means: model.LoginScopes},
			{Symbol: pkg + ".Config.Endpoint", Means: model.LoginEndpoints},
			{Symbol: pkg + ".Token.AccessToken", Means: model.LoginAccess},
		},
	}
}

// goOIDC verifies signature, issuer, audience and expiry of an ID token; nonce
// and auth_time are left to the caller: verify.go, Verify.
func goOIDC() *model.Library {
	const module = "github.com/coreos/go-oidc/v3"
	return oidcLibrary(module, module+"/oidc", "v3.21", "oidc.go, verify.go at v3.21.0")
}

func oidcLibrary(module, pkg, major, doc string) *model.Library {
	return &model.Library{
		Module:  module,
		Name:    "go-oidc",
		Majors:  []string{major},
		Doc:     "https://pkg.go.dev/" + pkg + "#IDTokenVerifier.Verify; " + doc,
		Anchors: []string{pkg},
		Login: []model.LoginFunc{
			{Symbol: "(*" + pkg + ".IDTokenVerifier).Verify", Role: model.LoginVerify, OpenID: true, Does: model.CheckAudience, Args: slots(model.ArgToken, 1)},
			{Symbol: "(*" + pkg + ".Provider).Endpoint", Role: model.LoginEndpoint, OpenID: true},
			// Answers for every access token of the provider, whoever it was issued to.
			{Symbol: "(*" + pkg + ".Provider).UserInfo", Role: model.LoginUser, Args: slots(model.ArgToken, 1)},
			{Symbol: pkg + ".Nonce", Role: model.LoginParam, Param: "nonce", OpenID: true, Args: values(0)},
		},
		Life:        proofs(model.FactorVerify, "(*"+pkg+".IDTokenVerifier).", "Verify"),
		LoginFields: []model.LoginField{{Symbol: pkg + ".IDToken.Nonce", Means: model.LoginNonce}},

		Bearers:      oidcBearers(pkg, major),
		BearerFields: oidcBearerFields(pkg, major),
	}
}

// zitadel has both sides. Its relying party checks the state with a cookie
// handler only, PKCE and auth_time with their options only; a nonce that no
// option announces is refused: relying_party.go, verifier.go. Its provider asks the application for the
// time of the login: op/token.go, CreateIDToken.
func zitadel() *model.Library {
	const module = "github.com/zitadel/oidc/v3"
	const rp = module + "/pkg/client/rp."
	handled, verified := model.CheckState|model.CheckPKCE, model.CheckNonce|model.CheckAudience
	// Each of them verifies the ID token.
	life := proofs(model.FactorVerify, rp, "CodeExchange VerifyTokens VerifyIDToken")
	return &model.Library{
		Module:  module,
		Name:    "zitadel/oidc",
		Majors:  []string{"v3.45"},
		Doc:     "https://pkg.go.dev/github.com/zitadel/oidc/v3/pkg/client/rp; pkg/client/rp, pkg/op at v3.45.6",
		Anchors: []string{module + "/pkg/client/rp", module + "/pkg/http", module + "/pkg/op", module + "/pkg/oidc"},
		// pkg/http/cookie.go: the keys go to securecookie.New.
		Funcs: []model.Func{{Symbol: module + "/pkg/http.NewCookieHandler", Role: model.SecretKey, Bits: 256, Args: []model.Arg{
			{Slot: model.ArgSecret, Index: 0}, {Slot: model.ArgCipher, Index: 1},
		}}},
		Login: slices.Concat(
			[]model.LoginFunc{
				{Symbol: rp + "AuthURL", Role: model.LoginStart, Args: list(arg(model.ArgState, 0), arg(model.ArgClient, 1), arg(model.ArgParams, 2))},
				{Symbol: rp + "AuthURLHandler", Role: model.LoginStart, May: handled, Args: list(arg(model.ArgState, 0), arg(model.ArgClient, 1), arg(model.ArgParams, 2))},
				{Symbol: rp + "CodeExchange", Role: model.LoginExchange, May: model.CheckAuthTime, Does: verified, Args: list(arg(model.ArgValue, 1), arg(model.ArgClient, 2), arg(model.ArgParams, 3))},
				{Symbol: rp + "CodeExchangeHandler", Role: model.LoginFinish, May: handled | model.CheckAuthTime, Does: verified, Args: list(arg(model.ArgClient, 1), arg(model.ArgParams, 2))},
				{Symbol: rp + "VerifyTokens", Role: model.LoginVerify, OpenID: true, May: model.CheckAuthTime, Does: verified, Args: slots(model.ArgToken, 2)},
				{Symbol: rp + "VerifyIDToken", Role: model.LoginVerify, OpenID: true, May: model.CheckAuthTime, Does: verified, Args: slots(model.ArgToken, 1)},
				{Symbol: rp + "Userinfo", Role: model.LoginUser, Args: slots(model.ArgToken, 1)},
				{Symbol: rp + "NewRelyingPartyOIDC", Role: model.LoginClient, OpenID: true, Args: slots(model.ArgScopes, 5)},
				{Symbol: rp + "NewRelyingPartyOAuth", Role: model.LoginClient},
				{Symbol: rp + "WithURLParam", Role: model.LoginParam, Args: list(arg(model.ArgName, 0), arg(model.ArgValue, 1))},
				param(rp+"WithCodeChallenge", "code_challenge"),
				param(rp+"WithCodeVerifier", "code_verifier"),
				param(rp+"WithPrompt", "prompt"),
				param(rp+"WithPromptURLParam", "prompt"),
			},
			loginEach(model.LoginFunc{Role: model.LoginOption, Does: model.CheckState}, rp, "WithCookieHandler"),
			loginEach(model.LoginFunc{Role: model.LoginOption, Does: model.CheckPKCE}, rp, "WithPKCE", "WithPKCEFromDiscovery"),
			loginEach(model.LoginFunc{Role: model.LoginOption, Does: model.CheckAuthTime}, rp, "WithAuthTimeMaxAge"),
		),
		Life: life,
		AuthTimes: []model.AuthTime{
			{Symbol: module + "/pkg/op.AuthRequest.GetAuthTime", Method: true},
			{Symbol: module + "/pkg/op.RefreshTokenRequest.GetAuthTime", Method: true},
		},
	}
}

// hashicorpCap makes state and nonce of a request itself and compares them
// with those of the answer; a request with a maximum age is checked against
// auth_time: request.go, provider.go.
func hashicorpCap() *model.Library {
	const module = "github.com/hashicorp/cap"
	const pkg = module + "/oidc"
	all := model.CheckState | model.CheckNonce | model.CheckAudience
	return &model.Library{
		Module:  module,
		Name:    "hashicorp/cap",
		Majors:  []string{"v0.14"},
		Doc:     "https://pkg.go.dev/github.com/hashicorp/cap/oidc; oidc/request.go, oidc/provider.go at v0.14.0",
		Anchors: []string{pkg},
		Login: []model.LoginFunc{
			{Symbol: pkg + ".NewRequest", Role: model.LoginStart, OpenID: true, Does: all, Args: list(arg(model.ArgParams, 2))},
			param(pkg+".WithMaxAge", "max_age"),
			param(pkg+".WithPrompts", "prompt"),
			param(pkg+".WithScopes", "scope"),
			param(pkg+".WithState", "state"),
			param(pkg+".WithNonce", "nonce"),
			{Symbol: "(*" + pkg + ".Provider).Exchange", Role: model.LoginFinish, OpenID: true, Does: all},
			{Symbol: "(*" + pkg + ".Provider).UserInfo", Role: model.LoginUser, Args: slots(model.ArgToken, 1)},
		},
		Life: proofs(model.FactorVerify, "(*"+pkg+".Provider).", "Exchange VerifyIDToken"),
	}
}

// goth has providers, gothic the handlers. The handlers keep the state in
// their session and compare it; but the function that makes it takes over a
// state that the client sends: gothic.go, SetState.
func goth() *model.Library {
	const module = "github.com/markbates/goth"
	const gothic = module + "/gothic."
	return &model.Library{
		Module:  module,
		Name:    "goth",
		Majors:  []string{"v1.82"},
		Doc:     "https://pkg.go.dev/github.com/markbates/goth/gothic; gothic/gothic.go at v1.82.0",
		Anchors: []string{module, module + "/gothic"},
		Login: slices.Concat(
			loginEach(model.LoginFunc{Role: model.LoginStart, Does: model.CheckState | model.ReusesState}, gothic, "BeginAuthHandler", "GetAuthURL"),
			[]model.LoginFunc{
				{Symbol: gothic + "CompleteUserAuth", Role: model.LoginFinish, Does: model.CheckState},
				{Symbol: gothic + "SetState", Role: model.LoginState},
				{Symbol: "(" + module + ".Provider).BeginAuth", Role: model.LoginStart, Args: slots(model.ArgState, 0)},
				{Symbol: "(" + module + ".Provider).FetchUser", Role: model.LoginUser, Args: slots(model.ArgToken, 0)},
				{Symbol: "(" + module + ".Session).Authorize", Role: model.LoginExchange, Args: values(1)},
			},
		),
	}
}

// pkgzAuth handles the whole login: the state is random, kept in a signed
// cookie, and compared: provider/oauth2.go.
func pkgzAuth() *model.Library {
	const module = "github.com/go-pkgz/auth/v2"
	return &model.Library{
		Module:  module,
		Name:    "go-pkgz/auth",
		Majors:  []string{"v2.1"},
		Doc:     "https://pkg.go.dev/github.com/go-pkgz/auth/v2; auth.go, provider/oauth2.go at v2.1.0",
		Anchors: []string{module},
		Login: []model.LoginFunc{
			{Symbol: "(*" + module + ".Service).Handlers", Role: model.LoginFinish, Does: model.CheckState},
			{Symbol: "(*" + module + ".Service).AddProvider", Role: model.LoginClient},
		},
	}
}

// authboss keeps a random state in the session and compares it:
// oauth2/oauth2.go, Start and End. The module moved with its first author.
// What a session is, the application implements.
func authboss(module string) *model.Library {
	receiver := "(*" + module + "/oauth2.OAuth2)."
	return &model.Library{
		Module:  module,
		Name:    "authboss",
		Majors:  []string{"v3.5"},
		Doc:     "https://pkg.go.dev/" + module + "/oauth2; oauth2/oauth2.go, authboss.go at v3.5.0",
		Anchors: []string{module, module + "/oauth2"},
		Login: slices.Concat(
			loginEach(model.LoginFunc{Role: model.LoginStart, Does: model.CheckState}, receiver, "Start"),
			loginEach(model.LoginFunc{Role: model.LoginFinish, Does: model.CheckState}, receiver, "End"),
		),
		Life: slices.Concat(
			proofs(model.PasswordVerify, module+".", "VerifyPassword"),
			proofs(model.PasswordChange, "(*"+module+".Authboss).", "UpdatePassword"),
		),
	}
}

// fosite is for providers. It puts the current time into an ID token whose
// session has no AuthTime: handler/openid/strategy_jwt.go, GenerateIDToken.
func fosite() *model.Library {
	const module = "github.com/ory/fosite"
	return &model.Library{
		Module:    module,
		Name:      "ory/fosite",
		Majors:    []string{"v0.49"},
		Doc:       "https://pkg.go.dev/github.com/ory/fosite/token/jwt#IDTokenClaims; handler/openid/strategy_jwt.go at v0.49.0",
		Anchors:   []string{module, module + "/token/jwt"},
		AuthTimes: []model.AuthTime{{Symbol: module + "/token/jwt.IDTokenClaims.AuthTime", Zero: "the time of the token"}},
	}
}
