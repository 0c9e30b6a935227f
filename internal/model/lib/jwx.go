package lib

import (
	"slices"

	"github.com/sessionlint/sessionlint/internal/model"
)

// jwx verifies only with a key option; v3 renamed jwk.FromRaw to Import.
func jwx(module, major, raw string) *model.Library {
	jwt, jws, jwe := module+"/jwt", module+"/jws", module+"/jwe"
	token := slots(model.ArgToken, 0)
	return &model.Library{
		Module:  module,
		Name:    "jwx",
		Majors:  []string{major},
		Doc:     "https://pkg.go.dev/" + module + "/jwt; jwt/jwt.go, jwt/http.go, jws/jws.go, jwk/jwk.go",
		Anchors: []string{jwt, jws},
		Funcs: slices.Concat(
			// The least size follows from the algorithm, another argument.
			each(model.Func{Role: model.SecretKey, Args: secrets(1)}, jwt+".", "WithKey"),
			each(model.Func{Role: model.SecretKey, Args: secrets(1)}, jws+".", "WithKey"),
			each(model.Func{Role: model.SecretKey, Args: secrets(1)}, jwe+".", "WithKey"),
			each(model.Func{Role: model.SecretKey, Args: secrets(0)}, module+"/jwk.", raw+" ParseKey"),
			each(model.Func{Role: model.TokenSign}, jwt+".", "Sign"),
			each(model.Func{Role: model.TokenSign}, jws+".", "Sign"),
			each(model.Func{Role: model.TokenVerify, Args: token}, jwt+".", "Parse ParseString"),
			each(model.Func{Role: model.TokenParse, Args: token}, jwt+".", "ParseInsecure"),
			each(model.Func{Role: model.TokenVerify, Args: token}, jws+".", "Verify"),
			each(model.Func{Role: model.TokenParse, Args: token}, jws+".", "Parse ParseString"),
			each(model.Func{Role: model.TokenVerify, Args: token}, jwe+".", "Decrypt"),
			// http.go: WithFormKey reads r.Form, which the query is part of.
			each(model.Func{Role: model.QueryLookup, Args: name(0)}, jwt+".", "WithFormKey"),
		),
		Bearers: jwxBearers(module),
	}
}

// jwtauth is chi's middleware on jwx.
func jwtauth() *model.Library {
	const pkg = "github.com/go-chi/jwtauth/v5"
	return &model.Library{
		Module:  pkg,
		Name:    "go-chi/jwtauth",
		Majors:  []string{"v5.3"},
		Doc:     "https://pkg.go.dev/" + pkg + "; jwtauth.go at v5.3.3",
		Anchors: []string{pkg},
		// jwtauth.go: Verifier always calls next, only Authenticator rejects.
		Life: slices.Concat(
			each(model.Func{Role: model.GuardOpen}, pkg+".", "Verifier Verify"),
			each(model.Func{Role: model.Guard}, pkg+".", "Authenticator"),
			each(model.Func{Role: model.Verified}, pkg+".", "FromContext VerifyRequest"),
		),
		Funcs: []model.Func{
			{Symbol: pkg + ".New", Role: model.SecretKey, Args: secrets(1, 2)}, // signs, verifies; nil: the same
			{Symbol: "(*" + pkg + ".JWTAuth).Encode", Role: model.TokenSign},   // the token is the second result
			{Symbol: "(*" + pkg + ".JWTAuth).Decode", Role: model.TokenVerify, Args: slots(model.ArgToken, 0)},
			{Symbol: pkg + ".VerifyToken", Role: model.TokenVerify, Args: slots(model.ArgToken, 1)},
			{Symbol: pkg + ".TokenFromQuery", Role: model.QueryLookup}, // the argument "jwt"
			{Symbol: pkg + ".TokenFromCookie", Role: model.RequestCookie},
			{Symbol: pkg + ".TokenFromHeader", Role: model.RequestHeader},
		},
		Bearers: jwtauthBearers(),
	}
}
