package lib

import (
	"slices"

	"github.com/sessionlint/sessionlint/internal/model"
)

// goZero: rest/server.go, rest/httpx/requests.go and responses.go, core/logx,
// core/stringx at v1.10.3. The key is bytes, which leaves the HMAC family.
func goZero() *model.Library {
	const module = "github.com/zeromicro/go-zero"
	const rest, httpx, logx, stringx = module + "/rest", module + "/rest/httpx.", module + "/core/logx.", module + "/core/stringx."
	const parse = "(*" + rest + "/token.TokenParser).ParseToken"
	bind := func(role model.Role, tag string, query bool, name string) model.Func {
		return model.Func{Symbol: httpx + name, Role: role, Tag: tag, Query: query, Args: slots(model.ArgPointer, 1)}
	}
	return &model.Library{
		Module: module, Name: "go-zero", Majors: []string{"v1.10"}, Anchors: []string{rest},
		Doc: "https://pkg.go.dev/" + rest + "; rest/server.go, rest/handler/authhandler.go, rest/httpx, core/logx at v1.10.3",
		Funcs: slices.Concat(
			each(model.Func{Role: model.SecretKey, Args: secrets(0)}, rest+".", "WithJwt"),
			each(model.Func{Role: model.SecretKey, Args: secrets(0, 1)}, rest+".", "WithJwtTransition"),
			each(model.Func{Role: model.SecretKey, Args: secrets(0)}, rest+"/handler.", "Authorize WithPrevSecret"),
			[]model.Func{{Symbol: parse, Role: model.TokenVerify, Args: secrets(1, 2)}},
			[]model.Func{
				bind(model.RequestBody, "form", true, "Parse"), bind(model.RequestBody, "form", true, "ParseForm"), bind(model.RequestBody, "json", false, "ParseJsonBody"),
				bind(model.RequestHeader, "header", false, "ParseHeaders"), bind(model.RequestPath, "path", false, "ParsePath"),
			},
			bodies(httpx, "OkJson", 1), bodies(httpx, "OkJsonCtx", 2), bodies(httpx, "WriteJson", 2),
			failures(httpx, "Error", 1), failures(httpx, "ErrorCtx", 2),
			goZeroLogs(logx, "Severe Stat Alert", "Severef Statf"), goZeroLogs("("+logx+"Logger).", "", ""),
			logFields(logx, "Field"),
			strong(64, stringx, "RandId"),
			weak(stringx, "Rand Randn"),
		),
		Bearers: slices.Concat(
			bearers(guard("", model.KeyPins, model.ArgSecret, 0), rest+".", "WithJwt WithJwtTransition"),
			bearers(guard("", model.KeyPins, model.ArgSecret, 0), rest+"/handler.", "Authorize"),
			[]model.Bearer{{Symbol: parse, Act: model.BearerVerify, Demands: model.KeyPins | model.ExpIfPresent, Args: args(model.ArgSecret, 1)}},
		),
		Life: slices.Concat(
			uses("(*"+rest+".Server).", "Use"),
			writeTo(answered, 0, httpx, "OkJson"),
			writeTo(answered, 1, httpx, "OkJsonCtx"),
			statuses(answered, 1, httpx, "WriteJson"),
		),
	}
}

func goZeroLogs(prefix, more, moref string) []model.Func {
	return slices.Concat(
		sinks(prefix, "Debug Debugv Error Errorv Info Infov Slow Slowv "+more, 0),
		sinks(prefix, "Debugf Debugw Errorf Errorw Infof Infow Slowf Sloww "+moref, 0, 1),
	)
}

// kratos: transport/http/context.go, middleware/auth/jwt/jwt.go, log at
// v2.8.3. The method of a token is compared behind the parse, HS256 unless an
// option names another.
func kratos() *model.Library {
	const module = "github.com/go-kratos/kratos/v2"
	const transport, auth, log = module + "/transport/http", module + "/middleware/auth/jwt.", module + "/log."
	const ctx, header, router, server = "(" + transport + ".Context).", "(" + module + "/transport.Header).", "(*" + transport + ".Router).", "(*" + transport + ".Server)."
	plain, formatted := "Debug Debugw Error Errorw Fatal Fatalw Info Infow Warn Warnw", "Debugf Errorf Fatalf Infof Warnf"
	return &model.Library{
		Module: module, Name: "kratos", Majors: []string{"v2.8"}, Anchors: []string{transport, module + "/middleware/auth/jwt"},
		Doc:      "https://pkg.go.dev/" + transport + "; transport/http/context.go, router.go, middleware/auth/jwt/jwt.go at v2.8.3",
		Carriers: []model.Carrier{{Symbol: transport + ".Context", Request: true, Response: true}},
		Funcs: slices.Concat(
			[]model.Func{
				{Symbol: transport + ".SetCookie", Role: model.CookieSend, Args: []model.Arg{arg(model.ArgCookie, 1)}},
				{Symbol: auth + "Server", Role: model.SecretKey, Args: secrets(0)},
			},
			each(model.Func{Role: model.HeaderWrite, Args: keyValue()}, header, "Add Set"),
			reads(model.RequestHeader, header, "Get"),
			binds(model.RequestBody, "json", ctx, "Bind"),
			binds(model.RequestForm, "json", ctx, "BindForm"),
			binds(model.RequestQuery, "json", ctx, "BindQuery"),
			binds(model.RequestPath, "json", ctx, "BindVars"),
			readsAll(model.RequestQuery, ctx, "Query"), readsAll(model.RequestPath, ctx, "Vars"), readsAll(model.RequestHeader, ctx, "Header"),
			each(model.Func{Role: model.RequestForm, Query: true}, ctx, "Form"),
			bodies(ctx, "JSON Result String", 1),
			sinks("(*"+log+"Helper).", plain, 0), sinks("(*"+log+"Helper).", formatted, 0, 1),
			sinks(log, plain, 0), sinks(log, formatted, 0, 1),
		),
		Bearers: []model.Bearer{
			guard(auth+"Server", model.Pinned, model.ArgSecret, 0, model.ArgOption, 1),
			{Symbol: auth + "WithSigningMethod", Act: model.BearerOption},
			{Symbol: auth + "WithClaims", Act: model.BearerOption},
		},
		Life: slices.Concat(
			adds(0, 1, router, "CONNECT DELETE GET HEAD OPTIONS PATCH POST PUT TRACE"),
			addsFor(0, 1, 2, router, "Handle"),
			adds(0, 1, server, "Handle HandleFunc HandlePrefix"),
			groups(router, "Group", arg(model.ArgMiddleware, 1)),
			groups(server, "Route", arg(model.ArgMiddleware, 1)),
			statuses(answered, 0, ctx, "JSON XML String Blob Stream Result"),
		),
	}
}
