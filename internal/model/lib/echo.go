package lib

import "github.com/sessionlint/sessionlint/internal/model"

// echo4 and echo5 hand the cookie to net/http; the context is an interface
// in v4 and a struct in v5.
func echo4() *model.Library {
	const pkg, ctx = "github.com/labstack/echo/v4", "(github.com/labstack/echo/v4.Context)."
	return &model.Library{
		Module:   "github.com/labstack/echo/v4",
		Name:     "echo",
		Majors:   []string{"v4.16"},
		Doc:      "https://pkg.go.dev/github.com/labstack/echo/v4#Context; context.go, SetCookie, at v4.16.0",
		Anchors:  []string{pkg},
		Lookups:  echoLookups(pkg),
		Carriers: echoCarriers(pkg),
		Life:     echo4Routes(pkg, ctx),
		Funcs: append([]model.Func{
			{Symbol: ctx + "SetCookie", Role: model.CookieSend, Args: []model.Arg{{Slot: model.ArgCookie}}},
			{Symbol: ctx + "Cookie", Role: model.RequestCookie, Args: name(0)},
		}, echo4Tokens(pkg, ctx)...),
	}
}

func echo5() *model.Library {
	const pkg, ctx = "github.com/labstack/echo/v5", "(*github.com/labstack/echo/v5.Context)."
	return &model.Library{
		Module:   "github.com/labstack/echo/v5",
		Name:     "echo",
		Majors:   []string{"v5.3"},
		Doc:      "https://pkg.go.dev/github.com/labstack/echo/v5#Context; context.go, SetCookie, at v5.3.1",
		Anchors:  []string{pkg},
		Lookups:  echoLookups(pkg),
		Carriers: echoCarriers(pkg),
		Life:     echoRoutes(pkg, ctx),
		Funcs: append([]model.Func{
			{Symbol: ctx + "SetCookie", Role: model.CookieSend, Args: []model.Arg{{Slot: model.ArgCookie}}},
			{Symbol: ctx + "Cookie", Role: model.RequestCookie, Args: name(0)},
		}, echo5Tokens(pkg, ctx)...),
	}
}

// echoSession puts a gorilla store on the context of echo v4 and v5; the
// rest is gorilla's.
func echoSession(module string, majors ...string) *model.Library {
	pkg := module + "/session"
	return &model.Library{
		Module:  module,
		Name:    "echo-contrib/session",
		Majors:  majors,
		Doc:     "https://pkg.go.dev/" + pkg + "; session/session.go",
		Anchors: []string{pkg},
		Life:    sessionAPI{prefix: pkg + ".", session: 1}.do(model.SessionOpen, "Get"),
		Types:   []model.Type{{Symbol: pkg + ".Config", Kind: model.Store, Delegate: "Store"}},
		Funcs: []model.Func{
			{Symbol: pkg + ".Get", Role: model.SessionLoad, Type: gorillaSession, Args: name(0)},
			{Symbol: pkg + ".Middleware", Role: model.SessionUse, Args: []model.Arg{{Slot: model.ArgStore}}},
			{Symbol: pkg + ".MiddlewareWithConfig", Role: model.SessionUse, Args: []model.Arg{{Slot: model.ArgConfig}}},
		},
	}
}
