package lib

import (
	"slices"

	"github.com/sessionlint/sessionlint/internal/model"
)

// chiRoutes: chi.go, mux.go at v5.5.0. With returns a router behind more
// middleware, Group and Route give one to a function.
func chiRoutes(pkg string) []model.Func {
	var funcs []model.Func
	for _, router := range []string{"(*" + pkg + ".Mux).", "(" + pkg + ".Router)."} {
		funcs = slices.Concat(funcs,
			adds(0, 1, router, verbs+" Query Handle HandleFunc Mount"),
			addsFor(0, 1, 2, router, "Method MethodFunc"),
			uses(router, "Use"),
			each(model.Func{Role: model.RouteWith, Args: slots(model.ArgHandler, 0)}, router, "With"),
			each(model.Func{Role: model.RouteGroup, Args: slots(model.ArgBuild, 0)}, router, "Group"),
			groups(router, "Route", arg(model.ArgBuild, 1)),
		)
	}
	return funcs
}

// muxRoutes: mux.go, route.go, middleware.go at v1.8.1. Path and method may be
// said before or behind the handler.
func muxRoutes(pkg string) []model.Func {
	router, route := "(*"+pkg+".Router).", "(*"+pkg+".Route)."
	return slices.Concat(
		adds(0, 1, router, "Handle HandleFunc"),
		each(model.Func{Role: model.RouteAdd, Args: slots(model.ArgHandler, 0)}, route, "Handler HandlerFunc"),
		each(model.Func{Role: model.RouteGroup, Args: slots(model.ArgVerbs, 0)}, router, "Methods"),
		each(model.Func{Role: model.RouteGroup, Args: slots(model.ArgVerbs, 0)}, route, "Methods"),
		groups(router, "Path PathPrefix"),
		groups(route, "Path PathPrefix"),
		each(model.Func{Role: model.RouteGroup}, router, "Host Name NewRoute Queries Schemes StrictSlash"),
		each(model.Func{Role: model.RouteGroup}, route, "Host Name Queries Schemes Subrouter"),
		uses(router, "Use"),
	)
}

// routeLibraries only register routes or chain middleware.
func routeLibraries() []*model.Library {
	return []*model.Library{fasthttpRouter(), httprouter(), alice(), negroni("github.com/urfave/negroni", "v1.0"), negroni("github.com/urfave/negroni/v3", "v3.1"), goRestful(), macaron(), chiRender()}
}

// httprouter: router.go at v1.3.0.
func httprouter() *model.Library {
	const pkg = "github.com/julienschmidt/httprouter"
	const router = "(*" + pkg + ".Router)."
	return &model.Library{
		Module: pkg, Name: "httprouter", Majors: []string{"v1.3"}, Doc: "https://pkg.go.dev/" + pkg, Anchors: []string{pkg},
		Life: slices.Concat(adds(0, 1, router, "DELETE GET HEAD OPTIONS PATCH POST PUT"), addsFor(0, 1, 2, router, "Handle Handler HandlerFunc")),
	}
}

// alice: chain.go at v1.2.0.
func alice() *model.Library {
	const pkg = "github.com/justinas/alice"
	return &model.Library{
		Module: pkg, Name: "alice", Majors: []string{"v1.2"}, Doc: "https://pkg.go.dev/" + pkg, Anchors: []string{pkg},
		Life: slices.Concat(
			each(model.Func{Role: model.RouteWith, Args: slots(model.ArgMiddleware, 0)}, pkg+".", "New"),
			each(model.Func{Role: model.RouteWith, Args: slots(model.ArgMiddleware, 0)}, "("+pkg+".Chain).", "Append"),
			each(model.Func{Role: model.HandlerWrap, Args: slots(model.ArgHandler, 0)}, "("+pkg+".Chain).", "Then ThenFunc"),
		),
	}
}

// negroni: negroni.go at v1.0.0 and v3.1.2. What UseHandler adds is run, and
// then the rest of the chain.
func negroni(pkg, major string) *model.Library {
	const handlers = "Use UseFunc UseHandler UseHandlerFunc"
	return &model.Library{
		Module: pkg, Name: "negroni", Majors: []string{major}, Doc: "https://pkg.go.dev/" + pkg, Anchors: []string{pkg},
		Life: slices.Concat(
			uses("(*"+pkg+".Negroni).", handlers),
			each(model.Func{Role: model.RouteWith, Args: slots(model.ArgMiddleware, 0)}, "(*"+pkg+".Negroni).", "With"),
			each(model.Func{Role: model.RouteWith, Args: slots(model.ArgMiddleware, 0)}, pkg+".", "New"),
			each(model.Func{Role: model.HandlerWrap, Args: slots(model.ArgHandler, 0)}, pkg+".", "Wrap WrapFunc"),
		),
	}
}

// goRestful: response.go, web_service.go, route_builder.go at v3.14.0.
func goRestful() *model.Library {
	const pkg = "github.com/emicklei/go-restful/v3"
	const response, builder = "(*" + pkg + ".Response).", "(*" + pkg + ".RouteBuilder)."
	return &model.Library{
		Module: pkg, Name: "go-restful", Majors: []string{"v3.14"}, Doc: "https://pkg.go.dev/" + pkg, Anchors: []string{pkg},
		Carriers: []model.Carrier{{Symbol: pkg + ".Request", Request: true}, {Symbol: pkg + ".Response", Response: true}},
		Life: slices.Concat(
			groups("(*"+pkg+".WebService).", "DELETE GET HEAD OPTIONS PATCH POST PUT Path"),
			groups(builder, "Path"),
			each(model.Func{Role: model.RouteGroup, Args: slots(model.ArgVerbs, 0)}, builder, "Method"),
			each(model.Func{Role: model.RouteAdd, Args: slots(model.ArgHandler, 0)}, builder, "To"),
			each(model.Func{Role: model.RouteWith, Args: slots(model.ArgMiddleware, 0)}, builder, "Filter"),
			each(model.Func{Role: model.RouteUse, Args: slots(model.ArgMiddleware, 0)}, "(*"+pkg+".WebService).", "Filter"),
			each(model.Func{Role: model.RouteUse, Args: slots(model.ArgMiddleware, 0)}, "(*"+pkg+".Container).", "Filter"),
			nexts("(*"+pkg+".FilterChain).", "ProcessFilter"),
			statuses(answered, 0, response, "WriteError WriteErrorString WriteHeaderAndEntity WriteHeaderAndJson WriteHeaderAndXml WriteServiceError"),
			statuses(starts, 0, response, "WriteHeader"),
			writers(answered, response, "WriteAsJson WriteAsXml WriteEntity WriteJson"),
			writers(starts, response, "Write"),
		),
	}
}

// macaron: router.go, context.go, render.go at v1.4.0. A chain goes on until
// something is written.
func macaron() *model.Library {
	const pkg = "gopkg.in/macaron.v1"
	const router, ctx, render = "(*" + pkg + ".Router).", "(*" + pkg + ".Context).", "(" + pkg + ".Render)."
	return &model.Library{
		Module: pkg, Name: "macaron", Majors: []string{"v1.4"}, Doc: "https://pkg.go.dev/" + pkg, Anchors: []string{pkg},
		Carriers: []model.Carrier{{Symbol: pkg + ".Context", Request: true, Response: true}},
		Life: slices.Concat(
			adds(0, 1, router, "Any Delete Get Head Options Patch Post Put"),
			each(model.Func{Role: model.RouteGroup, Args: []model.Arg{arg(model.ArgPath, 0), arg(model.ArgBuild, 1), arg(model.ArgMiddleware, 2)}}, router, "Group"),
			uses("(*"+pkg+".Macaron).", "Use"),
			nexts(ctx, "Next"),
			statuses(answered, 0, ctx, "HTML HTMLSet"),
			forwards(answered, 0, 1, ctx, "Redirect"),
			statuses(answered, 0, render, "Error HTML HTMLSet JSON PlainText RawData XML"),
			statuses(starts, 0, render, "Status"),
		),
	}
}

// chiRender: responder.go of github.com/go-chi/render at v1.0.3. Status is
// kept in the request until something is written.
func chiRender() *model.Library {
	const pkg = "github.com/go-chi/render"
	return &model.Library{
		Module: pkg, Name: "chi/render", Majors: []string{"v1.0"}, Doc: "https://pkg.go.dev/" + pkg, Anchors: []string{pkg},
		Life: slices.Concat(
			statuses(0, 1, pkg+".", "Status"),
			writeTo(answered, 0, pkg+".", "Data HTML JSON PlainText XML"),
			always(answered, 204, pkg+".", "NoContent"),
		),
	}
}

// irisRoutes: core/router/api_builder.go and party.go, context/context.go at
// v12.2.11. Nothing behind a handler runs unless it calls Next. Redirect
// writes at once for GET only.
func irisRoutes(root string) []model.Func {
	ctx := "(*" + root + "/context.Context)."
	var funcs []model.Func
	for _, router := range []string{"(*" + root + "/core/router.APIBuilder).", "(" + root + "/core/router.Party)."} {
		funcs = slices.Concat(funcs,
			adds(0, 1, router, verbs+" Any"),
			addsFor(0, 1, 2, router, "Handle HandleMany"),
			groups(router, "Party", arg(model.ArgMiddleware, 1)),
			groups(router, "PartyFunc", arg(model.ArgBuild, 1)),
			uses(router, "Use UseRouter UseGlobal Done"),
		)
	}
	return slices.Concat(slices.DeleteFunc(funcs, func(f model.Func) bool { return f.Symbol == "("+root+"/core/router.Party).UseGlobal" }),
		nexts(ctx, "Next"),
		each(model.Func{Role: model.Abort, Does: model.Stops}, ctx, "StopExecution"),
		statuses(answered|model.Stops, 0, ctx, "StopWithError StopWithJSON StopWithPlainError StopWithProblem StopWithText"),
		statuses(complete|model.Stops, 0, ctx, "StopWithStatus"),
		statuses(0, 0, ctx, "StatusCode"),
		forwards(complete, 0, 1, ctx, "Redirect"),
		writers(complete, ctx, "Binary HTML JSON JSONP Markdown Problem Protobuf SendFile ServeFile Text View XML YAML"),
		writers(0, ctx, "Write WriteString Writef"),
	)
}

// beegoRoutes: server.go, namespace.go, controller.go, context/context.go at
// v2.3.10. Abort and its kin panic; a filter or Prepare that has written
// something ends the request.
func beegoRoutes(web string) []model.Func {
	ctx, controller := "(*"+web+"/context.Context).", "(*"+web+".Controller)."
	leaves := answered | model.Leaves
	return slices.Concat(
		adds(0, 1, web+".", "Any Delete Get Handler Head NSAny NSDelete NSGet NSHandler NSHead NSOptions NSPatch NSPost NSPut Options Patch Post Put"),
		adds(0, 1, "(*"+web+".Namespace).", "Any Delete Get Handler Head Options Patch Post Put"),
		each(model.Func{Role: model.RouteUse, Args: []model.Arg{arg(model.ArgPath, 0), arg(model.ArgHandler, 2)}}, web+".", "InsertFilter"),
		each(model.Func{Role: model.RouteUse, Args: slots(model.ArgHandler, 0)}, web+".", "NSBefore"),
		statuses(leaves, 0, ctx, "Abort"),
		statuses(leaves, 0, controller, "Abort CustomAbort"), // Abort takes the status as a text
		each(model.Func{Role: model.Abort, Does: model.Stops | model.Leaves}, controller, "StopRun"),
		forwards(answered, 1, 0, ctx, "Redirect"),
		forwards(answered, 0, 1, controller, "Redirect"),
		statuses(0, 0, "(*"+web+"/context.BeegoOutput).", "SetStatus"),
		writers(starts, ctx, "WriteString"),
		writers(answered, ctx, "JSONResp Resp XMLResp YamlResp"),
		writers(answered, "(*"+web+"/context.BeegoOutput).", "Body Download JSON JSONP XML YAML"),
		writers(answered, controller, "JSONResp Render Resp ServeJSON ServeJSONP ServeXML ServeYAML"),
	)
}
