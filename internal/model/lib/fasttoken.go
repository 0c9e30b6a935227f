package lib

import (
	"slices"

	"github.com/sessionlint/sessionlint/internal/model"
)

// fasthttpTokens: Args are those of the query or of the body; a form value
// comes from the query first.
func fasthttpTokens(pkg string) []model.Func {
	ctx, header, args := "(*"+pkg+".RequestCtx).", "(*"+pkg+".RequestHeader).", "(*"+pkg+".Args)."
	return slices.Concat(
		forms(true, ctx, "FormValue"),
		readsAll(model.RequestQuery, ctx, "QueryArgs RequestURI"),
		readsAll(model.RequestForm, ctx, "PostArgs"),
		reads(model.RequestPath, ctx, "UserValue"),
		reads(model.RequestHeader, header, "Peek PeekBytes"),
		reads(model.RequestCookie, header, "CookieBytes"),
		reads(model.RequestQuery, args, "Peek PeekBytes"),
		each(model.Func{Role: model.URLWrite, Args: keyValue()}, args, "Add Set"),
		each(model.Func{Role: model.URLWrite, Args: values(0)}, "(*"+pkg+".URI).", "SetQueryString"),
		redirects(ctx, "Redirect RedirectBytes", 0),
		failures(ctx, "Error", 0),
		bodies(ctx, "SetBody SetBodyString Write WriteString", 0),
		bodies(ctx, "Success SuccessString", 1),
	)
}

// hertzTokens: gin's calls.
func hertzTokens(ctx, protocol string) []model.Func {
	header := "(*" + protocol + ".RequestHeader)."
	bind := model.Func{Role: model.RequestBody, Tag: "query", Query: true, Args: slots(model.ArgPointer, 0)}
	return slices.Concat(
		reads(model.RequestQuery, ctx, "DefaultQuery GetQuery Query"),
		readsAll(model.RequestQuery, ctx, "QueryArgs"),
		forms(false, ctx, "DefaultPostForm GetPostForm PostForm"),
		forms(true, ctx, "FormValue"),
		reads(model.RequestPath, ctx, "Param"),
		reads(model.RequestHeader, ctx, "GetHeader"),
		reads(model.RequestHeader, header, "Get Peek"),
		reads(model.RequestCookie, header, "Cookie"),
		each(bind, ctx, "Bind BindAndValidate"), // the tags say which part
		binds(model.RequestQuery, "query", ctx, "BindQuery"),
		binds(model.RequestPath, "path", ctx, "BindPath"),
		binds(model.RequestHeader, "header", ctx, "BindHeader"),
		binds(model.RequestBody, "form", ctx, "BindForm"),
		binds(model.RequestBody, "json", ctx, "BindJSON"),
		bodies(ctx, "JSON", 1),
		bodies(ctx, "String", 1, 2),
		bodies(ctx, "SetBodyString", 0),
		failures(ctx, "AbortWithMsg", 0),
		failures(ctx, "AbortWithStatusJSON", 1),
		sinks(ctx, "AbortWithError", 1), // ctx.Errors; the client gets the status
		redirects(ctx, "Redirect", 1),
	)
}
