package lib

import (
	"slices"

	"github.com/sessionlint/sessionlint/internal/model"
)

// ginRoutes: routergroup.go, context.go at v1.12.0. The last handler is the
// handler, those before it are middleware. Status is kept until something is
// written; Redirect writes at once for GET only, and so need not start the
// answer. Abort stops the chain and not the function that calls it.
func ginRoutes() []model.Func {
	const pkg = "github.com/gin-gonic/gin"
	const ctx = "(*" + pkg + ".Context)."
	var funcs []model.Func
	for _, router := range []string{"(*" + pkg + ".RouterGroup).", "(" + pkg + ".IRoutes)."} {
		funcs = slices.Concat(funcs, adds(0, 1, router, "DELETE GET HEAD OPTIONS PATCH POST PUT Any"), addsFor(0, 1, 2, router, "Handle"), uses(router, "Use"),
			each(model.Func{Role: model.RouteAdd, Args: []model.Arg{arg(model.ArgVerbs, 0), arg(model.ArgPath, 1), arg(model.ArgHandler, 2)}}, router, "Match"))
	}
	return slices.Concat(funcs,
		uses("(*"+pkg+".Engine).", "Use"),
		groups("(*"+pkg+".RouterGroup).", "Group", arg(model.ArgMiddleware, 1)),
		groups("("+pkg+".IRouter).", "Group", arg(model.ArgMiddleware, 1)),
		nexts(ctx, "Next"),
		carries(ctx, "Set", "Get GetString GetBool GetInt GetInt64 GetUint GetUint64 GetFloat64"),
		each(model.Func{Role: model.Abort, Does: model.Stops}, ctx, "Abort"),
		statuses(answered|model.Stops, 0, ctx, "AbortWithStatus AbortWithStatusJSON AbortWithStatusPureJSON AbortWithError"),
		statuses(0, 0, ctx, "Status"),
		statuses(answered, 0, ctx, "AsciiJSON BSON Data DataFromReader HTML IndentedJSON JSON JSONP Negotiate ProtoBuf PureJSON SecureJSON String TOML XML YAML"),
		statuses(complete, 0, ctx, "Render"),
		forwards(complete, 1, 0, ctx, "Redirect"),
		writers(answered, ctx, "File FileAttachment FileFromFS"),
		writers(starts, ctx, "SSEvent Stream"),
	)
}

func ginCarriers() []model.Carrier {
	return []model.Carrier{
		{Symbol: "github.com/gin-gonic/gin.Context", Request: true, Response: true, GoesOn: true},
		{Symbol: "github.com/gin-gonic/gin.ResponseWriter", Response: true},
	}
}

// hertzRoutes: pkg/route/routergroup.go, pkg/app/context.go at v0.10.4: gin's
// calls; the answer is sent when the chain has returned.
func hertzRoutes() []model.Func {
	const app, route = "github.com/cloudwego/hertz/pkg/app", "github.com/cloudwego/hertz/pkg/route"
	const ctx = "(*" + app + ".RequestContext)."
	var funcs []model.Func
	for _, router := range []string{"(*" + route + ".RouterGroup).", "(" + route + ".IRoutes)."} {
		funcs = slices.Concat(funcs, adds(0, 1, router, "DELETE GET HEAD OPTIONS PATCH POST PUT Any"), addsFor(0, 1, 2, router, "Handle"), uses(router, "Use"))
	}
	return slices.Concat(funcs,
		uses("(*"+route+".Engine).", "Use"),
		groups("(*"+route+".RouterGroup).", "Group", arg(model.ArgMiddleware, 1)),
		groups("("+route+".IRouter).", "Group", arg(model.ArgMiddleware, 1)),
		nexts(ctx, "Next"),
		carries(ctx, "Set", "Get GetString GetBool GetInt GetInt64 GetUint GetUint64 GetFloat64"),
		each(model.Func{Role: model.Abort, Does: model.Stops}, ctx, "Abort"),
		statuses(complete|model.Stops, 0, ctx, "AbortWithStatus AbortWithStatusJSON AbortWithError"),
		statuses(complete|model.Stops, 1, ctx, "AbortWithMsg"),
		statuses(0, 0, ctx, "SetStatusCode Status"),
		statuses(complete, 0, ctx, "Data HTML IndentedJSON JSON ProtoBuf PureJSON Render String XML"),
		forwards(complete, 1, 0, ctx, "Redirect"),
		writers(complete, ctx, "File FileAttachment FileFromFS"),
		writers(0, ctx, "SetBodyStream SetBodyString Write WriteString"),
	)
}

func hertzCarriers() []model.Carrier {
	return []model.Carrier{{Symbol: "github.com/cloudwego/hertz/pkg/app.RequestContext", Request: true, Response: true, Buffered: true, GoesOn: true}}
}

// echoRoutes: echo.go, group.go, context.go at v4.16.0 and v5.3.1. Behind the
// handler come its middleware.
func echoRoutes(pkg, ctx string) []model.Func {
	var funcs []model.Func
	around := []model.Arg{arg(model.ArgPath, 0), arg(model.ArgHandler, 1), arg(model.ArgMiddleware, 2)}
	for _, router := range []string{"(*" + pkg + ".Echo).", "(*" + pkg + ".Group)."} {
		funcs = slices.Concat(funcs,
			each(model.Func{Role: model.RouteAdd, Args: around}, router, methods+" Any RouteNotFound"),
			each(model.Func{Role: model.RouteAdd, Args: []model.Arg{arg(model.ArgMethod, 0), arg(model.ArgPath, 1), arg(model.ArgHandler, 2), arg(model.ArgMiddleware, 3)}}, router, "Add"),
			each(model.Func{Role: model.RouteAdd, Args: []model.Arg{arg(model.ArgVerbs, 0), arg(model.ArgPath, 1), arg(model.ArgHandler, 2), arg(model.ArgMiddleware, 3)}}, router, "Match"),
			groups(router, "Group", arg(model.ArgMiddleware, 1)),
			uses(router, "Use"),
		)
	}
	return slices.Concat(funcs,
		carries(ctx, "Set", "Get"),
		uses("(*"+pkg+".Echo).", "Pre"),
		each(model.Func{Role: model.HandlerWrap, Args: slots(model.ArgHandler, 0)}, pkg+".", "WrapHandler WrapMiddleware"),
		statuses(answered, 0, ctx, "Blob HTML HTMLBlob JSON JSONBlob JSONP JSONPBlob JSONPretty NoContent Render Stream String XML XMLBlob XMLPretty"),
		forwards(answered, 1, 0, ctx, "Redirect"),
		writers(answered, ctx, "Attachment File Inline"),
		fails(0, pkg+".", "NewHTTPError"),
	)
}

func echo4Routes(pkg, ctx string) []model.Func {
	response := "(*" + pkg + ".Response)."
	return slices.Concat(echoRoutes(pkg, ctx), statuses(starts, 0, response, "WriteHeader"), writers(starts, response, "Write"))
}

func echoCarriers(pkg string) []model.Carrier {
	return []model.Carrier{{Symbol: pkg + ".Context", Request: true, Response: true}}
}
