package lib

import (
	"slices"

	"github.com/sessionlint/sessionlint/internal/model"
)

// echoTokens are what both versions of echo read of a request and send to the
// client. bind.go: the query is bound too on GET, DELETE and HEAD.
func echoTokens(pkg, ctx string) []model.Func {
	const first = "JSON JSONPretty HTML String"
	bind := model.Func{Role: model.RequestBody, Tag: "query", Query: true, Args: slots(model.ArgPointer, 0)}
	return slices.Concat(
		reads(model.RequestQuery, ctx, "QueryParam"),
		readsAll(model.RequestQuery, ctx, "QueryParams QueryString"),
		reads(model.RequestPath, ctx, "Param"),
		forms(true, ctx, "FormValue"),
		readsAll(model.RequestCookie, ctx, "Cookies"),
		each(bind, ctx, "Bind"),
		bodies(ctx, first, 1),
		bodies(ctx, "Blob Render", 2),
		redirects(ctx, "Redirect", 1),
		failures(pkg+".", "NewHTTPError", 1),
		each(model.Func{Role: model.TokenLookup, Args: values(0)}, pkg+"/middleware.", "CreateExtractors"),
		each(model.Func{Role: model.RequestQuery, Args: name(1)}, pkg+".", "QueryParam QueryParams"),
		each(model.Func{Role: model.RequestPath, Args: name(1)}, pkg+".", "PathParam"),
	)
}

// echo4Tokens is what only v4 has.
func echo4Tokens(pkg, ctx string) []model.Func {
	return slices.Concat(
		echoTokens(pkg, ctx),
		each(model.Func{Role: model.RequestForm, Query: true}, ctx, "FormParams"),
		each(model.Func{Role: model.RequestForm, Query: true, Args: name(1)}, pkg+".", "FormParam FormParams"),
		failures(ctx, "Error", 0), // with Echo.Debug the text goes to the client
		echoLogger("("+pkg+".Logger)."),
		each(model.Func{Role: model.AccessLog}, pkg+"/middleware.", "Logger"), // logger.go:206: ${uri}
	)
}

// echo5Tokens is what only v5 has.
func echo5Tokens(pkg, ctx string) []model.Func {
	return slices.Concat(
		echoTokens(pkg, ctx),
		reads(model.RequestQuery, ctx, "QueryParamOr"),
		reads(model.RequestPath, ctx, "ParamOr"),
		forms(true, ctx, "FormValueOr"),
		each(model.Func{Role: model.RequestForm, Query: true}, ctx, "FormValues"),
		each(model.Func{Role: model.RequestForm, Query: true, Args: name(1)}, pkg+".", "FormValue FormValues"),
	)
}

// echoLookups are the fields of echo's middlewares that name the place of a
// token, as in "header:Authorization,query:token".
func echoLookups(pkg string) []model.LookupField {
	return []model.LookupField{{Symbol: pkg + "/middleware.KeyAuthConfig.KeyLookup", Default: "header:Authorization"}}
}
