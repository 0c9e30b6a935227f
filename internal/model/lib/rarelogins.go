package lib

import (
	"slices"

	"github.com/sessionlint/sessionlint/internal/model"
)

// rareLogins delegate accounts, and mostly the session as well.
func rareLogins() []*model.Library {
	return []*model.Library{
		supertokens(), goOAuth2(), gocloak(), gologin(), casdoor(), firebase(), googleIDToken(),
		webauthn("github.com/duo-labs/webauthn", "v0.0", ""),
		oidcLibrary("github.com/coreos/go-oidc", "github.com/coreos/go-oidc", "v2.5", "verify.go, oidc.go at v2.5.0"),
	}
}

// supertokens: the core keeps the sessions; each CreateNewSession has a fresh
// one. A wrong password is no error but a field of the answer of SignIn. It
// ends no other session when a password changes.
func supertokens() *model.Library {
	const module = "github.com/supertokens/supertokens-golang"
	const session, password = module + "/recipe/session.", module + "/recipe/emailpassword."
	s := sessionAPI{prefix: session, kind: model.ServerSession, saves: true}
	return &model.Library{
		Module: module, Name: "supertokens", Majors: []string{"v0.25"}, Anchors: []string{module + "/recipe/session", module + "/recipe/emailpassword"},
		Doc:   "https://pkg.go.dev/" + module + "/recipe/session; recipe/session/main.go, recipe/emailpassword/main.go at v0.25.2",
		Funcs: each(model.Func{Role: model.TokenParse, Args: slots(model.ArgToken, 0)}, session, "ParseJWTWithoutSignatureVerification"),
		Bearers: []model.Bearer{
			{Symbol: session + "ParseJWTWithoutSignatureVerification", Act: model.BearerRead, Args: args(model.ArgToken, 0)},
		},
		Life: slices.Concat(
			s.do(model.SessionBegin, "CreateNewSession", arg(model.ArgUser, 3)),
			each(model.Func{Role: model.SessionBegin, Session: model.ServerSession, Saves: true, Args: slots(model.ArgUser, 1)}, session, "CreateNewSessionWithoutRequestResponse"),
			s.do(model.SessionOpen, "GetSession"),
			s.do(model.SessionRenew, "RefreshSession"),
			s.do(model.SessionDestroy, "RevokeSession RevokeMultipleSessions"),
			each(model.Func{Role: model.SessionDestroyAll, Session: model.ServerSession, Saves: true, Args: slots(model.ArgUser, 0)}, session, "RevokeAllSessionsForUser"),
			proofs(model.PasswordVerify, password, "SignIn"),
			proofs(model.PasswordChange, password, "ResetPasswordUsingToken UpdateEmailOrPassword"),
		),
	}
}

// goOAuth2 is the side of the provider: opaque tokens with records.
func goOAuth2() *model.Library {
	const module = "github.com/go-oauth2/oauth2/v4"
	const manager = "(*" + module + "/manage.Manager)."
	return &model.Library{
		Module: module, Name: "go-oauth2", Majors: []string{"v4.5"}, Anchors: []string{module + "/manage", module + "/server"},
		Doc:     "https://pkg.go.dev/" + module + "/server; manage/manager.go, server/config.go at v4.5.4",
		Lookups: []model.LookupField{{Symbol: module + "/server.Config.AllowGetAccessRequest"}},
		Funcs:   each(model.Func{Role: model.TokenVerify, Args: slots(model.ArgToken, 1)}, manager, "LoadAccessToken LoadRefreshToken"),
	}
}

// gocloak: a token is verified with the key of the realm; issuer and audience
// are left to the caller (client.go at v14.0.4).
func gocloak() *model.Library {
	const pkg = "github.com/Nerzal/gocloak/v14"
	const client = "(*" + pkg + ".GoCloak)."
	decoded := model.Bearer{Act: model.BearerVerify, Demands: model.KeyPins | model.ExpIfPresent, Args: args(model.ArgToken, 1)}
	ends := func(names string, at int) []model.Func {
		return each(model.Func{Role: model.SessionDestroy, Saves: true, Args: slots(model.ArgSession, at)}, client, names)
	}
	return &model.Library{
		Module: pkg, Name: "gocloak", Majors: []string{"v14.0"}, Doc: "https://pkg.go.dev/" + pkg + "; client.go at v14.0.4", Anchors: []string{pkg},
		Funcs:   each(model.Func{Role: model.TokenVerify, Args: slots(model.ArgToken, 1)}, client, "DecodeAccessToken DecodeAccessTokenCustomClaims RetrospectToken"),
		Bearers: bearers(decoded, client, "DecodeAccessToken"),
		Login:   loginEach(model.LoginFunc{Role: model.LoginUser, Args: slots(model.ArgToken, 1)}, client, "GetUserInfo", "GetRawUserInfo"),
		Life: slices.Concat(
			proofs(model.PasswordVerify, client, "Login LoginOtp"),
			proofs(model.PasswordChange, client, "SetPassword"),
			ends("Logout LogoutPublicClient", 4), ends("LogoutUserSession", 3),
			each(model.Func{Role: model.SessionDestroyAll, Saves: true, Args: slots(model.ArgUser, 3)}, client, "LogoutAllSessions"),
		),
	}
}

// gologin keeps the state in a cookie of its own and compares it:
// oauth2/login.go at v2.5.0, CallbackHandler.
func gologin() *model.Library {
	const module = "github.com/dghubble/gologin/v2"
	const pkg = module + "/oauth2."
	return &model.Library{
		Module: module, Name: "gologin", Majors: []string{"v2.5"}, Doc: "https://pkg.go.dev/" + module + "/oauth2; oauth2/login.go at v2.5.0", Anchors: []string{module, module + "/oauth2"},
		Login: []model.LoginFunc{
			{Symbol: pkg + "LoginHandler", Role: model.LoginStart, Does: model.CheckState},
			{Symbol: pkg + "CallbackHandler", Role: model.LoginFinish, Does: model.CheckState},
		},
		Life: each(model.Func{Role: model.HandlerWrap, Args: slots(model.ArgHandler, 1)}, pkg, "StateHandler"),
	}
}

// casdoor: the state of GetSigninUrl is the name of the application, and
// nothing compares the one of the callback (casdoorsdk/auth.go, token.go).
func casdoor() *model.Library {
	const module = "github.com/casdoor/casdoor-go-sdk"
	const pkg = module + "/casdoorsdk."
	parsed := model.Bearer{Act: model.BearerVerify, Demands: model.Pinned | model.ExpIfPresent, Args: args(model.ArgToken, 0)}
	parse := model.Func{Role: model.TokenVerify, Args: slots(model.ArgToken, 0)}
	client := "(*" + pkg + "Client)."
	return &model.Library{
		Module: module, Name: "casdoor", Majors: []string{"v1.20"}, Doc: "https://pkg.go.dev/" + module + "/casdoorsdk; casdoorsdk/jwt.go, token.go, user.go, url.go at v1.20.0", Anchors: []string{module + "/casdoorsdk"},
		Funcs: slices.Concat(
			each(parse, pkg, "ParseJwtToken"), each(parse, client, "ParseJwtToken"),
			each(model.Func{Role: model.URLWrite, Args: values(1)}, pkg, "GetUserProfileUrl"),
			each(model.Func{Role: model.URLWrite, Args: values(0)}, pkg, "GetMyProfileUrl"),
		),
		Bearers: append(bearers(parsed, pkg, "ParseJwtToken"), bearers(parsed, client, "ParseJwtToken")...),
		Login:   []model.LoginFunc{{Symbol: pkg + "GetOAuthToken", Role: model.LoginExchange, Args: values(0)}},
		Life: slices.Concat(
			proofs(model.FactorVerify, pkg, "ParseJwtToken"), proofs(model.FactorVerify, client, "ParseJwtToken"),
			proofs(model.PasswordChange, pkg, "SetPassword"),
			each(model.Func{Role: model.SessionDestroy, Saves: true, Args: slots(model.ArgSession, 0)}, pkg, "DeleteSession"),
		),
	}
}

// firebase: a session cookie is a token that its caller puts into a cookie;
// only the calls AndCheckRevoked ask whether it still holds (auth/auth.go).
func firebase() *model.Library {
	const module = "firebase.google.com/go/v4"
	const client, base = "(*" + module + "/auth.Client).", "(*" + module + "/auth.baseClient)."
	verify := model.Func{Role: model.TokenVerify, Args: slots(model.ArgToken, 1)}
	return &model.Library{
		Module: module, Name: "firebase", Majors: []string{"v4.19"}, Doc: "https://pkg.go.dev/" + module + "/auth; auth/auth.go, auth/token_verifier.go at v4.19.0", Anchors: []string{module + "/auth"},
		Funcs: slices.Concat(
			each(model.Func{Role: model.TokenSign}, client, "SessionCookie"),
			each(model.Func{Role: model.TokenSign}, base, "CustomToken CustomTokenWithClaims"),
			each(verify, client, "VerifySessionCookie VerifySessionCookieAndCheckRevoked"),
			each(verify, base, "VerifyIDToken VerifyIDTokenAndCheckRevoked"),
		),
		Life: slices.Concat(
			proofs(model.FactorVerify, base, "VerifyIDToken VerifyIDTokenAndCheckRevoked"),
			each(model.Func{Role: model.SessionDestroyAll, Saves: true, Args: slots(model.ArgUser, 1)}, base, "RevokeRefreshTokens"),
		),
	}
}

// googleIDToken checks signature, expiry and audience: idtoken/validate.go at
// v0.310.0.
func googleIDToken() *model.Library {
	const module = "google.golang.org/api"
	const pkg = module + "/idtoken"
	verify := model.LoginFunc{Role: model.LoginVerify, OpenID: true, Does: model.CheckAudience, Args: slots(model.ArgToken, 1)}
	validator := "(*" + pkg + ".Validator)."
	return &model.Library{
		Module: module, Name: "google idtoken", Majors: []string{"v0.310"}, Doc: "https://pkg.go.dev/" + pkg + "; idtoken/validate.go at v0.310.0", Anchors: []string{pkg},
		Funcs:   each(model.Func{Role: model.TokenParse, Args: slots(model.ArgToken, 0)}, pkg+".", "ParsePayload"),
		Bearers: []model.Bearer{{Symbol: pkg + ".ParsePayload", Act: model.BearerRead, Args: args(model.ArgToken, 0)}},
		Login:   append(loginEach(verify, pkg+".", "Validate"), loginEach(verify, validator, "Validate")...),
		Life:    append(proofs(model.FactorVerify, pkg+".", "Validate"), proofs(model.FactorVerify, validator, "Validate")...),
	}
}
