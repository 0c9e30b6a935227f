package lib

import (
	"slices"

	"github.com/sessionlint/sessionlint/internal/model"
)

// golangJWT is golang-jwt in its three module paths, the abandoned
// original and its fork: all sign with the same method.
func golangJWT() []*model.Library {
	releases := []struct {
		module, major string
		generation    int
	}{
		{"github.com/golang-jwt/jwt/v5", "v5.3", 5},
		{"github.com/golang-jwt/jwt/v4", "v4.5", 4},
		{"github.com/golang-jwt/jwt", "v3.2", 3},
		{"github.com/dgrijalva/jwt-go", "v3.2", 3},
		{"github.com/form3tech-oss/jwt-go", "v3.2", 3},
	}
	libs := make([]*model.Library, 0, len(releases))
	for _, r := range releases {
		libs = append(libs, &model.Library{
			Module:  r.module,
			Name:    "golang-jwt",
			Majors:  []string{r.major},
			Doc:     "https://pkg.go.dev/" + r.module + "#Token.SignedString; token.go, parser.go, request/request.go",
			Anchors: []string{r.module},
			Vars: []model.Var{
				// request/oauth2.go: Authorization header, then the argument
				// access_token of the form, which the URL query is part of.
				{Symbol: r.module + "/request.OAuth2Extractor", Role: model.QueryLookup},
				{Symbol: r.module + "/request.ArgumentExtractor", Role: model.QueryLookup},
			},
			Funcs: slices.Concat(
				// The least size of the key follows from the method of the
				// token, which is chosen elsewhere.
				[]model.Func{{Symbol: "(*" + r.module + ".Token).SignedString", Role: model.TokenSign, Args: secrets(0)}},
				jwtSigners(r.module),
				jwtParsers(r.module),
			),
			Bearers:      golangBearers(r.module, r.generation),
			BearerFields: golangFields(r.module, r.generation),
		})
	}
	return libs
}

// jwtSigners are the signing methods themselves.
func jwtSigners(module string) []model.Func {
	var funcs []model.Func
	for _, method := range []string{"(" + module + ".SigningMethod).", "(*" + module + ".SigningMethodHMAC)."} {
		funcs = append(funcs, model.Func{Symbol: method + "Sign", Role: model.TokenSign, Args: secrets(1)},
			model.Func{Symbol: method + "Verify", Role: model.TokenVerify, Args: []model.Arg{
				{Slot: model.ArgToken, Index: 0}, {Slot: model.ArgSecret, Index: 2},
			}})
	}
	return funcs
}

// jwtParsers verify with the key that a function returns: that function is
// their ArgSecret, its first result the key.
func jwtParsers(module string) []model.Func {
	parse := func(symbol string, token, keyfunc int) model.Func {
		return model.Func{Symbol: symbol, Role: model.TokenVerify, Args: []model.Arg{
			{Slot: model.ArgToken, Index: token}, {Slot: model.ArgSecret, Index: keyfunc},
		}}
	}
	return []model.Func{
		parse(module+".Parse", 0, 1),
		parse(module+".ParseWithClaims", 0, 2),
		parse("(*"+module+".Parser).Parse", 0, 1),
		parse("(*"+module+".Parser).ParseWithClaims", 0, 2),
		{Symbol: "(*" + module + ".Parser).ParseUnverified", Role: model.TokenParse, Args: slots(model.ArgToken, 0)},
		// The token is in the request, where the extractor finds it.
		{Symbol: module + "/request.ParseFromRequest", Role: model.TokenVerify, Args: secrets(2)},
		{Symbol: module + "/request.ParseFromRequestWithClaims", Role: model.TokenVerify, Args: secrets(3)},
	}
}
