package lib

import (
	"time"

	"github.com/sessionlint/sessionlint/internal/model"
)

// iris hands cookies to net/http after option functions have run on them.
func iris() *model.Library {
	const root = "github.com/kataras/iris/v12"
	const context, sessions = root + "/context", root + "/sessions"
	const ctx = "(*" + context + ".Context)."
	return &model.Library{
		Module:  root,
		Name:    "iris",
		Majors:  []string{"v12.2"},
		Doc:     "https://pkg.go.dev/github.com/kataras/iris/v12/sessions; sessions/config.go, sessions/sessions.go, context/context.go:5560-6030 at v12.2.11",
		Anchors: []string{root, context, sessions},
		Types: []model.Type{
			{Symbol: sessions + ".Config", Kind: model.Store, Session: model.ServerSession, Settings: irisConfig()},
			{Symbol: sessions + ".Sessions", Kind: model.Store, Session: model.ServerSession},
		},
		Vars:     irisAliases(root, context),
		Carriers: []model.Carrier{{Symbol: context + ".Context", Request: true, Response: true}},
		Life:     append(irisRoutes(root), irisLife(sessions)...),
		Lookups:  irisLookups(root),
		Funcs: append(append(irisOptions(context), irisTokens(root)...),
			model.Func{Symbol: ctx + "SetCookie", Role: model.CookieSend, Variadic: 1, Args: []model.Arg{{Slot: model.ArgCookie, Index: 0}, {Slot: model.ArgOption, Index: 1}}},
			model.Func{Symbol: ctx + "UpsertCookie", Role: model.CookieSend, Variadic: 1, Args: []model.Arg{{Slot: model.ArgCookie, Index: 0}, {Slot: model.ArgOption, Index: 1}}},
			// context.go:5945; SetCookieKVExpiration is a variable of 8760 h.
			model.Func{Symbol: ctx + "SetCookieKV", Role: model.CookieSend, Variadic: 2, Args: []model.Arg{
				{Slot: model.ArgName, Index: 0}, {Slot: model.ArgValue, Index: 1}, {Slot: model.ArgOption, Index: 2},
			}, Defaults: []model.Default{
				{Setting: model.Path, Is: model.Text, Text: "/"},
				{Setting: model.HTTPOnly, Is: model.On},
				{Setting: model.Secure, Is: model.Off},
				{Setting: model.SameSite, Is: model.Unset},
				{Setting: model.MaxAge, Is: model.Lasts, Dur: 8760 * time.Hour},
			}},
			model.Func{Symbol: ctx + "RemoveCookie", Role: model.CookieDelete, Variadic: 1, Args: []model.Arg{
				{Slot: model.ArgName, Index: 0}, {Slot: model.ArgOption, Index: 1},
			}, Defaults: []model.Default{
				{Setting: model.Path, Is: model.Text, Text: "/"},
				{Setting: model.HTTPOnly, Is: model.On},
			}},
			model.Func{Symbol: ctx + "GetCookie", Role: model.RequestCookie, Args: name(0)},
			model.Func{Symbol: ctx + "GetRequestCookie", Role: model.RequestCookie, Args: name(0)},
			model.Func{Symbol: ctx + "Header", Role: model.HeaderWrite, Args: keyValue()},
			// sessions.go:120, Start: a cookie's ID goes to provider.Read, which makes a session under it if there is none.
			model.Func{Symbol: sessions + ".New", Adopts: "*", Role: model.StoreNew, Session: model.ServerSession, Type: sessions + ".Sessions", Args: []model.Arg{{Slot: model.ArgConfig}}, Defaults: irisDefaults()},
			model.Func{Symbol: "(*" + sessions + ".Sessions).Handler", Role: model.SessionUse, Args: []model.Arg{{Slot: model.ArgStore, Index: model.Receiver}, {Slot: model.ArgOption}}},
			model.Func{Symbol: "(*" + sessions + ".Session).ID", Role: model.SessionID},
		),
	}
}

// irisConfig: sessions/config.go and sessions.go, New. Expires 0 means for
// ever, and -1 a cookie without lifetime.
func irisConfig() []model.Field {
	return []model.Field{
		{Path: "Cookie", Setting: model.Name, Zero: text("irissessionid")},
		{Path: "CookieSecureTLS", Setting: model.Secure, Form: model.IfTLS},
		{Path: "Expires", Setting: model.AbsoluteTimeout, Form: model.Nanos},
		{Path: "Expires", Setting: model.MaxAge, Form: model.Nanos, Zero: lasts(irisUnlimited)},
	}
}

// irisUnlimited is about context.CookieExpireUnlimited, 24 years, 10 months
// and 10 days from the start of the program (context.go:5994).
const irisUnlimited = 9080 * 24 * time.Hour

func irisDefaults() []model.Default {
	return []model.Default{
		{Setting: model.Name, Is: model.Text, Text: "irissessionid"},
		{Setting: model.Path, Is: model.Text, Text: "/"},
		{Setting: model.Domain, Is: model.Elsewhere, Note: "the parent domain of the host, if Config.Cookie is set and DisableSubdomainPersistence is not"},
		{Setting: model.SameSite, Is: model.Elsewhere, Note: "whether Config.Cookie is set and DisableSubdomainPersistence is not"},
		{Setting: model.HTTPOnly, Is: model.On},
		{Setting: model.Secure, Is: model.Off},
		{Setting: model.MaxAge, Is: model.Lasts, Dur: irisUnlimited},
		{Setting: model.AbsoluteTimeout, Is: model.Unset},
		{Setting: model.IdleTimeout, Is: model.Unset},
	}
}

// irisOptions: context/context.go:5563-5740. CookieSecure and CookieCleanPath
// are options themselves; CookieExpires sets MaxAge as well.
func irisOptions(context string) []model.Func {
	option := func(option string, attr model.Setting, slot model.Slot) model.Func {
		return model.Func{Symbol: context + "." + option, Role: model.SettingOption, Attr: attr, Args: []model.Arg{{Slot: slot}}}
	}
	expires := option("CookieExpires", model.MaxAge, model.ArgMaxAge)
	expires.Form, expires.Args[0].Form = model.Nanos, model.Nanos
	return []model.Func{
		option("CookieHTTPOnly", model.HTTPOnly, model.ArgHTTPOnly),
		option("CookieSameSite", model.SameSite, model.ArgSameSite),
		option("CookieDomain", model.Domain, model.ArgDomain),
		option("CookiePath", model.Path, model.ArgPath),
		expires,
		{Symbol: context + ".CookieSecure", Role: model.SettingOption, Attr: model.Secure, Form: model.IfTLS, Defaults: []model.Default{{Setting: model.Secure, Is: model.FromTLS}}},
		{Symbol: context + ".CookieCleanPath", Role: model.SettingOption, Attr: model.Path, Defaults: []model.Default{{Setting: model.Path, Is: model.Unset}}},
		{Symbol: context + ".CookieAllowSubdomains", Role: model.SettingOption, Attr: model.Domain, Also: []model.Setting{model.SameSite}, Defaults: []model.Default{
			{Setting: model.Domain, Is: model.Elsewhere, Note: "the parent domain of the host"},
			{Setting: model.SameSite, Is: model.Text, Text: "Lax"},
		}},
	}
}

// irisAliases are the variables of package iris that hold the options.
func irisAliases(root, context string) []model.Var {
	var vars []model.Var
	for _, f := range irisOptions(context) {
		alias := root + f.Symbol[len(context):]
		vars = append(vars, model.Var{Symbol: alias, Role: model.SettingOption, Func: f.Symbol})
	}
	return vars
}
