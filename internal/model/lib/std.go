package lib

import "github.com/sessionlint/sessionlint/internal/model"

// standard is the standard library: the base every other library sits on.
// An attribute of http.Cookie that is not set is not sent.
func standard() *model.Library {
	return &model.Library{
		Module:  "std",
		Name:    "net/http",
		Majors:  []string{"go1.25", "go1.26"},
		Doc:     "https://pkg.go.dev/net/http#Cookie; $GOROOT/src/net/http/cookie.go at go1.26.8",
		Anchors: []string{"net/http"},
		Types: []model.Type{{
			Symbol: "net/http.Cookie", // cookie.go:27, "type Cookie struct"
			Kind:   model.Cookie,
			Settings: []model.Field{
				{Path: "Name", Setting: model.Name},
				{Path: "Value", Setting: model.Value},
				{Path: "Path", Setting: model.Path},
				{Path: "Domain", Setting: model.Domain},
				{Path: "Expires", Setting: model.Expires, Form: model.Clock},
				{Path: "MaxAge", Setting: model.MaxAge, Form: model.Seconds}, // 0: no attribute; <0: delete now
				{Path: "Secure", Setting: model.Secure},
				{Path: "HttpOnly", Setting: model.HTTPOnly},
				{Path: "SameSite", Setting: model.SameSite}, // 0 and SameSiteDefaultMode write nothing
				{Path: "Partitioned", Setting: model.Partitioned},
			},
		}},
		Carriers: stdCarriers(),
		Life:     stdRoutes(),
		Funcs: append(flags(),
			// SetCookie drops a cookie with an invalid name silently.
			model.Func{Symbol: "net/http.SetCookie", Role: model.CookieSend, Args: []model.Arg{{Slot: model.ArgCookie, Index: 1}}},
			model.Func{Symbol: "(*net/http.Request).AddCookie", Role: model.CookieRequest, Args: []model.Arg{{Slot: model.ArgCookie}}},
			model.Func{Symbol: "(*net/http.Cookie).String", Role: model.CookieString, Args: []model.Arg{{Slot: model.ArgCookie, Index: model.Receiver}}},
			model.Func{Symbol: "(net/http.Header).Set", Role: model.HeaderWrite, Args: keyValue()},
			model.Func{Symbol: "(net/http.Header).Add", Role: model.HeaderWrite, Args: keyValue()},
			model.Func{Symbol: "(*net/http.Request).Cookie", Role: model.RequestCookie, Args: name(0)},
			model.Func{Symbol: "(*net/http.Request).CookiesNamed", Role: model.RequestCookie, Args: name(0)},
		),
	}
}

// flags are the declarations of package flag: flag.Bool(name, value, usage)
// returns a pointer, flag.BoolVar(p, name, value, usage) fills one.
func flags() []model.Func {
	var funcs []model.Func
	for _, kind := range []string{"Bool", "Duration", "Float64", "Int", "Int64", "String", "Uint", "Uint64"} {
		for _, symbol := range []string{"flag." + kind, "(*flag.FlagSet)." + kind} {
			funcs = append(funcs,
				model.Func{Symbol: symbol, Role: model.ConfigFlag, Args: []model.Arg{
					{Slot: model.ArgKey, Index: 0}, {Slot: model.ArgDefault, Index: 1},
				}},
				model.Func{Symbol: symbol + "Var", Role: model.ConfigFlag, Args: []model.Arg{
					{Slot: model.ArgPointer, Index: 0}, {Slot: model.ArgKey, Index: 1}, {Slot: model.ArgDefault, Index: 2},
				}},
			)
		}
	}
	return funcs
}
