package lib

import "github.com/sessionlint/sessionlint/internal/model"

// hertz has gin's calls on a copy of fasthttp's cookie.
func hertz() *model.Library {
	const app, protocol = "github.com/cloudwego/hertz/pkg/app", "github.com/cloudwego/hertz/pkg/protocol"
	const ctx = "(*" + app + ".RequestContext)."
	const header = "(*" + protocol + ".ResponseHeader)."
	const cookie = protocol + ".Cookie"
	return &model.Library{
		Module:   "github.com/cloudwego/hertz",
		Name:     "hertz",
		Majors:   []string{"v0.10"},
		Doc:      "https://pkg.go.dev/github.com/cloudwego/hertz/pkg/app#RequestContext.SetCookie; pkg/app/context.go, pkg/protocol/cookie.go at v0.10.4",
		Anchors:  []string{app, app + "/server", protocol},
		Carriers: hertzCarriers(),
		Life:     hertzRoutes(),
		Types:    []model.Type{{Symbol: cookie, Kind: model.Cookie}},
		Funcs: append(append(fastCookie(cookie), hertzTokens(ctx, protocol)...),
			hertzSetCookie(ctx+"SetCookie"),
			hertzSetCookie(ctx+"SetPartitionedCookie", model.Default{Setting: model.Partitioned, Is: model.On}, model.Default{Setting: model.Secure, Is: model.On}),
			model.Func{Symbol: ctx + "Cookie", Role: model.RequestCookie, Args: name(0)},
			model.Func{Symbol: ctx + "Header", Role: model.HeaderWrite, Args: keyValue()},
			model.Func{Symbol: protocol + ".AcquireCookie", Role: model.CookieBuild, Type: cookie},
			model.Func{Symbol: header + "SetCookie", Role: model.CookieSend, Args: []model.Arg{{Slot: model.ArgCookie}}},
			model.Func{Symbol: header + "DelClientCookie", Role: model.CookieDelete, Args: name(0)}, // no Path, no Domain
			model.Func{Symbol: "(*" + cookie + ").String", Role: model.CookieString, Args: []model.Arg{{Slot: model.ArgCookie, Index: model.Receiver}}},
		),
	}
}

// hertzSetCookie: pkg/app/context.go, setCookie; path "" becomes "/".
func hertzSetCookie(symbol string, more ...model.Default) model.Func {
	return model.Func{
		Symbol: symbol, Role: model.CookieSend, Forces: []model.Force{secureIfNone(), secureIfPartitioned()},
		Defaults: append(more, model.Default{Setting: model.Path, Is: model.Text, Text: "/"}),
		Args: []model.Arg{
			{Slot: model.ArgName, Index: 0},
			{Slot: model.ArgValue, Index: 1},
			{Slot: model.ArgMaxAge, Index: 2, Form: model.Seconds},
			{Slot: model.ArgPath, Index: 3},
			{Slot: model.ArgDomain, Index: 4},
			{Slot: model.ArgSameSite, Index: 5},
			{Slot: model.ArgSecure, Index: 6},
			{Slot: model.ArgHTTPOnly, Index: 7},
		},
	}
}
