package lib

import (
	"slices"

	"github.com/sessionlint/sessionlint/internal/model"
)

// fiberRouters register as gin does: the last handler is the handler. Use
// takes prefixes as well.
func fiberRouters(pkg, add string, method model.Slot) []model.Func {
	var funcs []model.Func
	for _, router := range []string{"(*" + pkg + ".App).", "(*" + pkg + ".Group).", "(" + pkg + ".Router)."} {
		funcs = slices.Concat(funcs,
			adds(0, 1, router, add),
			each(model.Func{Role: model.RouteAdd, Args: []model.Arg{arg(method, 0), arg(model.ArgPath, 1), arg(model.ArgHandler, 2)}}, router, "Add"),
			groups(router, "Group", arg(model.ArgMiddleware, 1)),
			groups(router, "Route", arg(model.ArgBuild, 1)),
			uses(router, "Use"),
		)
	}
	return append(funcs, model.Func{Symbol: pkg + ".New", Role: model.RouterNew})
}

// fiber2Routes: app.go, group.go, ctx.go at v2.52.15. The answer is sent when
// the chain has returned: what is written later replaces it.
func fiber2Routes(pkg, ctx string) []model.Func {
	return slices.Concat(
		fiberRouters(pkg, verbs+" All", model.ArgMethod),
		nexts(ctx, "Next"),
		each(model.Func{Role: model.RequestGet, Args: carried()}, ctx, "Locals"),
		statuses(0, 0, ctx, "Status"),
		statuses(complete, 0, ctx, "SendStatus"),
		writers(complete, ctx, "Download Format JSON JSONP Render Send SendFile SendStream SendString XML"),
		writers(0, ctx, "Write WriteString Writef"),
		forwards(complete, 0, 1, ctx, "Redirect"),
		fails(0, pkg+".", "NewError"),
	)
}

// fiber3Routes: app.go, group.go, ctx_interface_gen.go, res_interface_gen.go,
// redirect.go at v3.5.0.
func fiber3Routes(pkg string) []model.Func {
	funcs := slices.Concat(
		fiberRouters(pkg, verbs+" Query All", model.ArgVerbs),
		nexts("("+pkg+".Ctx).", "Next"),
		each(model.Func{Role: model.RequestGet, Args: carried()}, "("+pkg+".Ctx).", "Locals"),
		each(model.Func{Role: model.ResponseStatus, Status: 303, Does: complete, Args: slots(model.ArgURL, 0)}, "(*"+pkg+".Redirect).", "To"), // redirect.go: 303 See Other
		fails(0, pkg+".", "NewError NewErrorf"),
	)
	for _, ctx := range []string{"(" + pkg + ".Ctx).", "(" + pkg + ".Res)."} {
		funcs = slices.Concat(funcs,
			statuses(0, 0, ctx, "Status"),
			statuses(complete, 0, ctx, "SendStatus"),
			writers(complete, ctx, "CBOR Download Format JSON JSONP MsgPack Render Send SendFile SendStream SendStreamWriter SendString XML"),
			writers(0, ctx, "Write WriteString Writef"),
		)
	}
	return funcs
}

func fiberCarriers(symbols ...string) []model.Carrier {
	var list []model.Carrier
	for _, symbol := range symbols {
		list = append(list, model.Carrier{Symbol: symbol, Request: true, Response: true, Buffered: true})
	}
	return list
}

// fasthttpRoutes: server.go, http.go, header.go at v1.73.0.
func fasthttpRoutes(pkg string) []model.Func {
	ctx := "(*" + pkg + ".RequestCtx)."
	return slices.Concat(
		statuses(complete, 1, ctx, "Error"),
		always(complete, 404, ctx, "NotFound"),
		always(complete, 304, ctx, "NotModified"),
		forwards(complete, 0, 1, ctx, "Redirect RedirectBytes"),
		statuses(0, 0, ctx, "SetStatusCode"),
		statuses(0, 0, "(*"+pkg+".Response).", "SetStatusCode"),
		statuses(0, 0, "(*"+pkg+".ResponseHeader).", "SetStatusCode"),
		writers(complete, ctx, "SendFile SendFileBytes Success SuccessString"),
		writers(0, ctx, "SetBody SetBodyStream SetBodyStreamWriter SetBodyString Write WriteString"),
	)
}

// fasthttpRouter: router.go and group.go of github.com/fasthttp/router at v1.5.4.
func fasthttpRouter() *model.Library {
	const pkg = "github.com/fasthttp/router"
	var funcs []model.Func
	for _, router := range []string{"(*" + pkg + ".Router).", "(*" + pkg + ".Group)."} {
		funcs = slices.Concat(funcs, adds(0, 1, router, methods+" ANY"), addsFor(0, 1, 2, router, "Handle"), groups(router, "Group"))
	}
	return &model.Library{
		Module: pkg, Name: "fasthttp/router", Majors: []string{"v1.5"},
		Doc: "https://pkg.go.dev/" + pkg, Anchors: []string{pkg}, Life: funcs,
	}
}
