package lib

import "github.com/sessionlint/sessionlint/internal/model"

// fasthttp builds cookies with setters on a pooled object.
func fasthttp() *model.Library {
	const pkg = "github.com/valyala/fasthttp"
	const cookie = pkg + ".Cookie"
	const header = "(*" + pkg + ".ResponseHeader)."
	return &model.Library{
		Module:   pkg,
		Name:     "fasthttp",
		Majors:   []string{"v1.73"},
		Doc:      "https://pkg.go.dev/github.com/valyala/fasthttp#Cookie; cookie.go:44-330, header.go:1661-1740 at v1.73.0",
		Anchors:  []string{pkg},
		Types:    []model.Type{{Symbol: cookie, Kind: model.Cookie}},
		Carriers: fiberCarriers(pkg + ".RequestCtx"),
		Life:     fasthttpRoutes(pkg),
		Funcs: append(append(fastCookie(cookie), fasthttpTokens(pkg)...),
			model.Func{Symbol: pkg + ".AcquireCookie", Role: model.CookieBuild, Type: cookie},
			model.Func{Symbol: header + "SetCookie", Role: model.CookieSend, Args: []model.Arg{{Slot: model.ArgCookie}}},
			// header.go:1698: Expires in the past, neither Path nor Domain.
			model.Func{Symbol: header + "DelClientCookie", Role: model.CookieDelete, Args: name(0)},
			model.Func{Symbol: header + "DelClientCookieBytes", Role: model.CookieDelete, Args: name(0)},
			model.Func{Symbol: header + "Set", Role: model.HeaderWrite, Args: keyValue()},
			model.Func{Symbol: header + "Add", Role: model.HeaderWrite, Args: keyValue()},
			model.Func{Symbol: "(*" + pkg + ".RequestHeader).Cookie", Role: model.RequestCookie, Args: name(0)},
			model.Func{Symbol: "(*" + pkg + ".RequestHeader).SetCookie", Role: model.CookieRequest, Args: []model.Arg{
				{Slot: model.ArgName, Index: 0}, {Slot: model.ArgValue, Index: 1},
			}},
			model.Func{Symbol: "(*" + cookie + ").String", Role: model.CookieString, Args: []model.Arg{{Slot: model.ArgCookie, Index: model.Receiver}}},
		),
	}
}

// fastCookie are the setters of fasthttp's Cookie, which hertz copied
// (pkg/protocol/cookie.go at v0.10.4). SetPath normalises "" to "/";
// SetSameSite(None) and SetPartitioned(true) switch Secure on.
func fastCookie(cookie string) []model.Func {
	slash := []model.Default{{Setting: model.Path, Is: model.Text, Text: "/"}}
	return setters(cookie,
		setter{method: "SetKey", attr: model.Name},
		setter{method: "SetKeyBytes", attr: model.Name},
		setter{method: "SetValue", attr: model.Value},
		setter{method: "SetValueBytes", attr: model.Value},
		setter{method: "SetPath", attr: model.Path, defaults: slash},
		setter{method: "SetPathBytes", attr: model.Path, defaults: slash},
		setter{method: "SetDomain", attr: model.Domain},
		setter{method: "SetExpire", attr: model.Expires, form: model.Clock},
		setter{method: "SetMaxAge", attr: model.MaxAge, form: model.Seconds}, // not 0: Expires is not written
		setter{method: "SetSecure", attr: model.Secure},
		setter{method: "SetHTTPOnly", attr: model.HTTPOnly},
		setter{method: "SetSameSite", attr: model.SameSite, forces: []model.Force{secureIfNone()}},
		setter{method: "SetPartitioned", attr: model.Partitioned, forces: []model.Force{secureIfPartitioned()}},
	)
}
