package lib

import "github.com/sessionlint/sessionlint/internal/model"

// beego writes cookies from a list of untyped arguments; its session cookie
// is HttpOnly by default and Secure only on TLS requests.
func beego() *model.Library {
	const web = "github.com/beego/beego/v2/server/web"
	const session = web + "/session"
	const config, manager = session + ".ManagerConfig", session + ".Manager"
	return &model.Library{
		Module:  "github.com/beego/beego/v2",
		Name:    "beego",
		Majors:  []string{"v2.3"},
		Doc:     "https://pkg.go.dev/github.com/beego/beego/v2/server/web/session; server/web/session/session.go and session_config.go, server/web/context/output.go at v2.3.10",
		Anchors: []string{web, web + "/context", session},
		Types: []model.Type{
			{Symbol: config, Kind: model.Store, Settings: beegoConfig()},
			{Symbol: manager, Kind: model.Store},
		},
		Carriers: []model.Carrier{{Symbol: web + "/context.Context", Request: true, Response: true}, {Symbol: web + ".Controller", Request: true, Response: true}},
		Life:     append(beegoRoutes(web), beegoLife(web)...),
		Lookups:  beegoLookups(web),
		Funcs: append(append(beegoOptions(session+".Cfg"), beegoTokens(web)...),
			beegoCookie("(*"+web+"/context.Context).SetCookie", 0),
			beegoCookie("(*"+web+"/context.BeegoOutput).Cookie", 0),
			// The first argument is the secret of the signature.
			beegoCookie("(*"+web+"/context.Context).SetSecureCookie", 1, model.Arg{Slot: model.ArgSecret, Index: 0}),
			beegoCookie("(*"+web+".Controller).SetSecureCookie", 1, model.Arg{Slot: model.ArgSecret, Index: 0}),
			model.Func{Symbol: "(*" + web + "/context.Context).GetCookie", Role: model.RequestCookie, Args: name(0)},
			model.Func{Symbol: "(*" + web + "/context.BeegoOutput).Header", Role: model.HeaderWrite, Args: keyValue()},
			// The provider "cookie" keeps the data on the client, the others on
			// the server: the kind of the session is not known from the symbol.
			model.Func{Symbol: session + ".NewManager", Role: model.StoreNew, Type: manager, Args: []model.Arg{{Slot: model.ArgConfig, Index: 1}}, Defaults: beegoDefaults()},
			model.Func{Symbol: session + ".NewManagerConfig", Role: model.StoreNew, Type: config, Args: []model.Arg{{Slot: model.ArgOption}}, Defaults: beegoDefaults()},
			model.Func{Symbol: "(*" + manager + ").SetSecure", Role: model.StoreSet, Type: manager, Attr: model.Secure, Form: model.IfTLS},
			model.Func{Symbol: "(" + session + ".Store).SessionID", Role: model.SessionID},
		),
	}
}

// beegoConfig: session.go, SessionStart and isSecure.
func beegoConfig() []model.Field {
	return []model.Field{
		{Path: "CookieName", Setting: model.Name},
		{Path: "Domain", Setting: model.Domain},
		{Path: "CookieLifeTime", Setting: model.MaxAge, Form: model.Seconds}, // <= 0: no attribute
		{Path: "Secure", Setting: model.Secure, Form: model.IfTLS},
		{Path: "CookieSameSite", Setting: model.SameSite},
		{Path: "DisableHTTPOnly", Setting: model.HTTPOnly, Form: model.Inverted, Zero: model.Default{Is: model.On}},
		{Path: "Gclifetime", Setting: model.IdleTimeout, Form: model.Seconds}, // if Maxlifetime is 0
		{Path: "Maxlifetime", Setting: model.IdleTimeout, Form: model.Seconds},
	}
}

func beegoDefaults() []model.Default {
	return []model.Default{
		{Setting: model.Path, Is: model.Text, Text: "/"},
		{Setting: model.Domain, Is: model.Unset},
		{Setting: model.MaxAge, Is: model.Unset},
		{Setting: model.Secure, Is: model.Off},
		{Setting: model.HTTPOnly, Is: model.On},
		{Setting: model.SameSite, Is: model.Unset},
		{Setting: model.AbsoluteTimeout, Is: model.Unset},
	}
}

// beegoOptions: session_config.go; each returns a func(*ManagerConfig).
func beegoOptions(prefix string) []model.Func {
	option := func(option string, attr model.Setting, slot model.Slot, form model.Form) model.Func {
		return model.Func{
			Symbol: prefix + option, Role: model.SettingOption, Attr: attr, Form: form,
			Args: []model.Arg{{Slot: slot, Form: form}},
		}
	}
	return []model.Func{
		option("CookieName", model.Name, model.ArgName, model.Plain),
		option("Domain", model.Domain, model.ArgDomain, model.Plain),
		option("CookieLifeTime", model.MaxAge, model.ArgMaxAge, model.Seconds),
		option("Secure", model.Secure, model.ArgSecure, model.IfTLS),
		option("HTTPOnly", model.HTTPOnly, model.ArgHTTPOnly, model.Plain),
		option("SameSite", model.SameSite, model.ArgSameSite, model.Plain),
		option("MaxLifeTime", model.IdleTimeout, model.ArgTimeout, model.Seconds),
		option("GcLifeTime", model.IdleTimeout, model.ArgTimeout, model.Seconds),
	}
}

// beegoCookie: output.go, Cookie(name, value, maxAge, path, domain, secure,
// httpOnly, sameSite), all but the first two optional; first is the index of
// the name.
func beegoCookie(symbol string, first int, more ...model.Arg) model.Func {
	return model.Func{
		Symbol: symbol, Role: model.CookieSend, Variadic: first + 2,
		Defaults: []model.Default{{Setting: model.Path, Is: model.Text, Text: "/"}},
		Args: append([]model.Arg{
			{Slot: model.ArgName, Index: first},
			{Slot: model.ArgValue, Index: first + 1},
			{Slot: model.ArgMaxAge, Index: first + 2, Form: model.Seconds},
			{Slot: model.ArgPath, Index: first + 3},
			{Slot: model.ArgDomain, Index: first + 4},
			{Slot: model.ArgSecure, Index: first + 5},
			{Slot: model.ArgHTTPOnly, Index: first + 6},
			{Slot: model.ArgSameSite, Index: first + 7, Form: model.Word, Words: sameSiteWords()},
		}, more...),
	}
}
