package lib

import (
	"slices"

	"github.com/sessionlint/sessionlint/internal/model"
)

// fiberReads are what both versions of fiber read of a request. ctx.go: a
// form value may come from the query, which is looked at first.
func fiberReads(receiver string) []model.Func {
	return lent(slices.Concat(
		reads(model.RequestQuery, receiver, "Query"),
		readsAll(model.RequestQuery, receiver, "OriginalURL Queries"),
		reads(model.RequestPath, receiver, "Params"),
		forms(true, receiver, "FormValue"),
		reads(model.RequestHeader, receiver, "Get"),
	))
}

// lent: a text points into the buffer of the request, which the next request
// is read into (ctx.go: "Returned value is only valid within the handler").
func lent(funcs []model.Func) []model.Func {
	for i := range funcs {
		funcs[i].Lent = true
	}
	return funcs
}

// fiberSends are what both send to the client.
func fiberSends(receiver string) []model.Func {
	return slices.Concat(
		bodies(receiver, "JSON Send SendString WriteString XML", 0),
		bodies(receiver, "Writef", 0, 1),
		bodies(receiver, "Render", 1),
		redirects(receiver, "Location", 0),
	)
}

func fiber2Tokens(pkg, ctx string) []model.Func {
	return slices.Concat(
		fiberReads(ctx),
		fiberSends(ctx),
		bodies(ctx, "JSONP", 0),
		readsAll(model.RequestPath, ctx, "AllParams"),
		readsAll(model.RequestHeader, ctx, "GetReqHeaders"),
		binds(model.RequestQuery, "query", ctx, "QueryParser"),
		binds(model.RequestPath, "params", ctx, "ParamsParser"),
		binds(model.RequestHeader, "reqHeader", ctx, "ReqHeaderParser"),
		binds(model.RequestCookie, "cookie", ctx, "CookieParser"),
		binds(model.RequestBody, "json", ctx, "BodyParser"),
		redirects(ctx, "Redirect", 0),
		failures(pkg+".", "DefaultErrorHandler NewError", 1),
	)
}

// fiber3Tokens: the context is an interface whose methods are declared by
// itself, by its two halves, and by the structs behind them.
func fiber3Tokens(pkg string) []model.Func {
	bind := "(*" + pkg + ".Bind)."
	helpers := func(role model.Role, names string) []model.Func {
		return each(model.Func{Role: role, Args: name(1)}, pkg+".", names)
	}
	lookup := model.Func{Role: model.QueryLookup, Args: name(0)}
	funcs := slices.Concat(fiberReads("("+pkg+".Ctx)."), fiberSends("("+pkg+".Ctx)."))
	for _, half := range []string{"(" + pkg + ".Req).", "(*" + pkg + ".DefaultReq)."} {
		funcs = append(funcs, fiberReads(half)...)
	}
	for _, half := range []string{"(" + pkg + ".Res).", "(*" + pkg + ".DefaultRes)."} {
		funcs = append(funcs, fiberSends(half)...)
	}
	return slices.Concat(funcs,
		helpers(model.RequestQuery, "Query"),
		helpers(model.RequestPath, "Params"),
		helpers(model.RequestHeader, "GetReqHeader"),
		binds(model.RequestQuery, "query", bind, "Query"),
		binds(model.RequestPath, "uri", bind, "URI"),
		binds(model.RequestCookie, "cookie", bind, "Cookie"),
		binds(model.RequestHeader, "header", bind, "Header"),
		binds(model.RequestBody, "form", bind, "Body Form"),
		binds(model.RequestBody, "json", bind, "JSON"),
		each(model.Func{Role: model.RequestBody, Tag: "query", Query: true, Args: slots(model.ArgPointer, 0)}, bind, "All"),
		redirects("(*"+pkg+".Redirect).", "To", 0),
		failures(pkg+".", "DefaultErrorHandler NewError", 1),
		failures(pkg+".", "NewErrorf", 1),
		// extractors.go: FromForm is FormValue, and so the query first.
		each(lookup, pkg+"/extractors.", "FromForm FromParam FromQuery"),
	)
}

// fiber2Lookups: "SOURCE:NAME", as in session.Config.
func fiber2Lookups(pkg string) []model.LookupField {
	return []model.LookupField{
		{Symbol: pkg + "/middleware/session.Config.KeyLookup", Default: "cookie:session_id"},
		{Symbol: pkg + "/middleware/keyauth.Config.KeyLookup", Default: "header:Authorization"},
	}
}

// fiber3Lookups take what package extractors makes.
func fiber3Lookups(pkg string) []model.LookupField {
	return []model.LookupField{
		{Symbol: pkg + "/middleware/session.Config.Extractor", Default: "cookie:session_id"},
		{Symbol: pkg + "/middleware/keyauth.Config.Extractor", Default: "header:Authorization"},
	}
}

// fiberKeys: middleware/encryptcookie/config.go, 16, 24 or 32 bytes in base64.
func fiberKeys(pkg string) []model.KeyField {
	return []model.KeyField{{Symbol: pkg + "/middleware/encryptcookie.Config.Key", Bits: 128}}
}
