package lib

import (
	"slices"

	"github.com/sessionlint/sessionlint/internal/model"
)

// ginTokens are what gin reads of a request and sends to the client.
func ginTokens(ctx string) []model.Func {
	return slices.Concat(
		reads(model.RequestQuery, ctx, "DefaultQuery GetQuery GetQueryArray GetQueryMap Query QueryArray QueryMap"),
		forms(false, ctx, "DefaultPostForm GetPostForm GetPostFormArray GetPostFormMap PostForm PostFormArray PostFormMap"),
		reads(model.RequestPath, ctx, "Param"),
		reads(model.RequestHeader, ctx, "GetHeader"),
		binds(model.RequestQuery, "form", ctx, "BindQuery ShouldBindQuery"),
		binds(model.RequestPath, "uri", ctx, "BindUri ShouldBindUri"),
		binds(model.RequestHeader, "header", ctx, "BindHeader ShouldBindHeader"),
		// binding/binding.go: GET and forms bind the query too.
		each(model.Func{Role: model.RequestBody, Tag: "form", Query: true, Args: slots(model.ArgPointer, 0)}, ctx, "Bind ShouldBind"),
		binds(model.RequestBody, "json", ctx, "BindJSON ShouldBindJSON"),
		bodies(ctx, "AsciiJSON IndentedJSON JSON JSONP ProtoBuf PureJSON SecureJSON TOML XML YAML", 1),
		bodies(ctx, "String", 1, 2),
		bodies(ctx, "Data HTML", 2),
		failures(ctx, "AbortWithStatusJSON AbortWithStatusPureJSON", 1),
		sinks(ctx, "Error", 0),          // c.Errors, which gin.Logger prints
		sinks(ctx, "AbortWithError", 1), // likewise; the client gets the status
		redirects(ctx, "Redirect", 1),
		// logger.go:279 at v1.12.0: path + "?" + RawQuery; Default uses Logger.
		each(model.Func{Role: model.AccessLog}, "github.com/gin-gonic/gin.", "Default Logger LoggerWithWriter"),
	)
}
