package lib

import (
	"slices"

	"github.com/sessionlint/sessionlint/internal/model"
)

// irisTokens: context.go, FormValue includes the query, PostValue does not.
func irisTokens(root string) []model.Func {
	ctx, jwt := "(*"+root+"/context.Context).", root+"/middleware/jwt"
	return slices.Concat(
		reads(model.RequestQuery, ctx, "URLParam URLParamDefault"),
		readsAll(model.RequestQuery, ctx, "URLParams"),
		forms(true, ctx, "FormValue FormValueDefault"),
		forms(false, ctx, "PostValue PostValueDefault PostValueTrim"),
		reads(model.RequestPath, "(*"+root+"/context.RequestParams).", "Get"),
		reads(model.RequestHeader, ctx, "GetHeader"),
		bodies(ctx, "JSON WriteString", 0),
		bodies(ctx, "Text Writef", 0, 1),
		failures(ctx, "StopWithError StopWithJSON StopWithProblem", 1),
		failures(ctx, "StopWithText", 1, 2),
		redirects(ctx, "Redirect", 0),
		each(model.Func{Role: model.SecretKey, Args: secrets(1)}, jwt+".", "NewSigner NewVerifier"),
		each(model.Func{Role: model.TokenSign}, "(*"+jwt+".Signer).", "NewTokenPair Sign"),
		each(model.Func{Role: model.TokenVerify, Args: slots(model.ArgToken, 0)}, "(*"+jwt+".Verifier).", "VerifyToken"),
		each(model.Func{Role: model.QueryLookup}, jwt+".", "FromQuery"),
	)
}

// irisLookups: middleware/jwt/verifier.go, NewVerifier: the header, then the
// argument "token" of the query.
func irisLookups(root string) []model.LookupField {
	return []model.LookupField{{Symbol: root + "/middleware/jwt.Verifier.Extractors", Default: "query:token"}}
}
