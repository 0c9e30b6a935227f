package lib

import (
	"slices"
	"time"

	"github.com/sessionlint/sessionlint/internal/model"
)

// idSessions keep a record on the server under an ID of their own.
func idSessions() []*model.Library {
	return []*model.Library{iczaSession(), goSession(), fasthttpSession(), sessionup()}
}

// iczaSession: a session is made by NewSession and sent by Add, so that a
// login always has a fresh ID.
func iczaSession() *model.Library {
	const pkg = "github.com/icza/session"
	manager, s := "("+pkg+".Manager).", sessionAPI{prefix: "(" + pkg + ".Session).", session: model.Receiver, kind: model.ServerSession, saves: true}
	call := sessionAPI{kind: model.ServerSession, saves: true, does: model.InHeader}
	life := slices.Concat(
		s.put("SetAttr"),
		s.named(model.SessionGet, "Attr CAttr"),
		each(model.Func{Role: model.SessionNew, Session: model.ServerSession, Saves: true}, pkg+".", "NewSession NewSessionOptions"),
		sessionAPI{prefix: "(" + pkg + ".Store).", kind: model.ServerSession, saves: true}.do(model.SessionDestroy, "Remove"),
	)
	for _, prefix := range []string{manager, pkg + "."} {
		call.prefix = prefix
		life = slices.Concat(life, call.do(model.SessionSave, "Add"), call.do(model.SessionDestroy, "Remove"), call.do(model.SessionOpen, "Get"))
	}
	return &model.Library{
		Module:  pkg,
		Name:    "icza/session",
		Majors:  []string{"v1.3"},
		Doc:     "https://pkg.go.dev/" + pkg + "; cookie_manager.go, session.go at v1.3.0",
		Anchors: []string{pkg},
		Types: []model.Type{
			{Symbol: pkg + ".Manager", Kind: model.Store, Session: model.ServerSession},
			{Symbol: pkg + ".CookieMngrOptions", Kind: model.Store, Session: model.ServerSession, Settings: []model.Field{
				{Path: "SessIDCookieName", Setting: model.Name, Zero: text("sessid")},
				{Path: "AllowHTTP", Setting: model.Secure, Form: model.Inverted, Zero: model.Default{Is: model.On}},
				{Path: "CookieMaxAge", Setting: model.MaxAge, Form: model.Nanos, Zero: lasts(month)},
				{Path: "CookiePath", Setting: model.Path, Zero: text("/")},
			}},
		},
		Funcs: []model.Func{
			{Symbol: pkg + ".NewCookieManager", Role: model.StoreNew, Session: model.ServerSession, Type: pkg + ".Manager", Defaults: iczaDefaults()},
			{Symbol: pkg + ".NewCookieManagerOptions", Role: model.StoreNew, Session: model.ServerSession, Type: pkg + ".Manager", Args: []model.Arg{arg(model.ArgConfig, 1)}, Defaults: iczaDefaults()},
			{Symbol: s.prefix + "ID", Role: model.SessionID},
		},
		Life: life,
	}
}

// iczaDefaults: cookie_manager.go, NewCookieManagerOptions and Add. How long a
// session may be idle is said when it is made.
func iczaDefaults() []model.Default {
	return []model.Default{
		{Setting: model.Name, Is: model.Text, Text: "sessid"},
		{Setting: model.Path, Is: model.Text, Text: "/"},
		{Setting: model.Domain, Is: model.Unset},
		{Setting: model.Secure, Is: model.On},
		{Setting: model.HTTPOnly, Is: model.On},
		{Setting: model.SameSite, Is: model.Unset},
		{Setting: model.MaxAge, Is: model.Lasts, Dur: month},
		{Setting: model.IdleTimeout, Is: model.Elsewhere, Note: "SessOptions.Timeout of each session, 30 minutes without one"},
		{Setting: model.AbsoluteTimeout, Is: model.Unset},
	}
}

// goSession: the cookie is Secure on TLS requests only, and on those from a
// private address, which is where a proxy is (session.go, isSecure).
func goSession() *model.Library {
	const pkg = "github.com/go-session/session/v3"
	s := sessionAPI{prefix: "(" + pkg + ".Store).", session: model.Receiver, kind: model.ServerSession}
	call := sessionAPI{session: 2, kind: model.ServerSession, saves: true, does: model.InHeader}
	life := slices.Concat(
		s.put("Set"),
		s.named(model.SessionGet, "Get"),
		s.named(model.SessionRemove, "Delete"),
		s.do(model.SessionClear, "Flush"),
		s.do(model.SessionSave, "Save"),
		sessionAPI{prefix: "(" + pkg + ".ManagerStore).", session: 1, kind: model.ServerSession, saves: true}.do(model.SessionDestroy, "Delete"),
	)
	for _, prefix := range []string{"(*" + pkg + ".Manager).", pkg + "."} {
		call.prefix = prefix
		life = slices.Concat(life, call.do(model.SessionOpen, "Start"), call.do(model.SessionRenew, "Refresh"), call.do(model.SessionDestroy, "Destroy"))
	}
	return &model.Library{
		Module:  pkg,
		Name:    "go-session",
		Majors:  []string{"v3.2"},
		Doc:     "https://pkg.go.dev/" + pkg + "; session.go, store.go at v3.2.1",
		Anchors: []string{pkg},
		Types:   []model.Type{{Symbol: pkg + ".Manager", Kind: model.Store, Session: model.ServerSession}},
		Funcs: append(goSessionOptions(pkg),
			model.Func{Symbol: pkg + ".NewManager", Role: model.StoreNew, Session: model.ServerSession, Type: pkg + ".Manager", Args: []model.Arg{arg(model.ArgOption, 0)}, Defaults: goSessionDefaults()},
			// It configures the manager behind Start, Destroy and Refresh.
			model.Func{Symbol: pkg + ".InitManager", Role: model.StoreNew, Session: model.ServerSession, Args: []model.Arg{arg(model.ArgOption, 0)}, Defaults: goSessionDefaults()},
			model.Func{Symbol: pkg + ".SetSign", Role: model.SecretKey, Args: secrets(0)},
			model.Func{Symbol: s.prefix + "SessionID", Role: model.SessionID},
		),
		Life: life,
	}
}

func goSessionOptions(pkg string) []model.Func {
	option := func(name string, attr model.Setting, slot model.Slot, form model.Form) model.Func {
		return model.Func{Symbol: pkg + "." + name, Role: model.SettingOption, Attr: attr, Form: form, Args: []model.Arg{{Slot: slot, Form: form}}}
	}
	return []model.Func{
		option("SetCookieName", model.Name, model.ArgName, model.Plain),
		option("SetDomain", model.Domain, model.ArgDomain, model.Plain),
		option("SetCookieLifeTime", model.MaxAge, model.ArgMaxAge, model.Seconds),
		option("SetSecure", model.Secure, model.ArgSecure, model.IfTLS),
		option("SetSameSite", model.SameSite, model.ArgSameSite, model.Plain),
		option("SetExpired", model.IdleTimeout, model.ArgTimeout, model.Seconds),
	}
}

// goSessionDefaults: session.go, defaultOptions.
func goSessionDefaults() []model.Default {
	return []model.Default{
		{Setting: model.Name, Is: model.Text, Text: "go_session_id"},
		{Setting: model.Path, Is: model.Text, Text: "/"},
		{Setting: model.Domain, Is: model.Unset},
		{Setting: model.Secure, Is: model.FromTLS},
		{Setting: model.HTTPOnly, Is: model.On},
		{Setting: model.SameSite, Is: model.Unset},
		{Setting: model.MaxAge, Is: model.Lasts, Dur: 7 * 24 * time.Hour},
		{Setting: model.IdleTimeout, Is: model.Lasts, Dur: 2 * time.Hour},
		{Setting: model.AbsoluteTimeout, Is: model.Unset},
	}
}

// fasthttpSession makes a session under whatever ID the client sends
// (session.go, Get). Its Expiration 0 means for ever. What NewDefaultConfig
// returns is left open: a manager made of it would be reported twice.
func fasthttpSession() *model.Library {
	const pkg = "github.com/fasthttp/session/v2"
	const config, manager = pkg + ".Config", pkg + ".Session"
	s := sessionAPI{prefix: "(*" + pkg + ".Store).", session: model.Receiver, kind: model.ServerSession}
	m := sessionAPI{prefix: "(*" + manager + ").", kind: model.ServerSession, saves: true}
	saved := m
	saved.session = 1
	settings := []model.Field{
		{Path: "CookieName", Setting: model.Name, Zero: text("sessionid")},
		{Path: "Domain", Setting: model.Domain},
		{Path: "CookieSameSite", Setting: model.SameSite},
		{Path: "Secure", Setting: model.Secure, Form: model.IfTLS}, // and IsSecureFunc, which is ctx.IsTLS
		{Path: "Expiration", Setting: model.IdleTimeout, Form: model.Nanos},
	}
	return &model.Library{
		Module:  pkg,
		Name:    "fasthttp/session",
		Majors:  []string{"v2.5"},
		Doc:     "https://pkg.go.dev/" + pkg + "; session.go, cookie.go, config.go at v2.5.9",
		Anchors: []string{pkg},
		Types: []model.Type{
			{Symbol: config, Kind: model.Store, Session: model.ServerSession, Settings: settings, Forces: []model.Force{secureIfNone()}},
			{Symbol: manager, Kind: model.Store, Session: model.ServerSession},
		},
		Funcs: []model.Func{
			{Symbol: pkg + ".New", Adopts: "*", Role: model.StoreNew, Session: model.ServerSession, Type: manager, Args: []model.Arg{arg(model.ArgConfig, 0)}, Defaults: fasthttpSessionDefaults()},
			{Symbol: s.prefix + "GetSessionID", Role: model.SessionID},
		},
		Life: slices.Concat(
			s.put("Set SetBytes"),
			s.named(model.SessionGet, "Get GetBytes"),
			s.named(model.SessionRemove, "Delete DeleteBytes"),
			s.do(model.SessionClear, "Flush"),
			m.do(model.SessionOpen, "Get"),
			m.do(model.SessionRenew, "Regenerate"),
			m.do(model.SessionDestroy, "Destroy"),
			saved.do(model.SessionSave, "Save"),
		),
	}
}

func fasthttpSessionDefaults() []model.Default {
	return []model.Default{
		{Setting: model.Name, Is: model.Text, Text: "sessionid"},
		{Setting: model.Path, Is: model.Text, Text: "/"},
		{Setting: model.Domain, Is: model.Unset},
		{Setting: model.Secure, Is: model.Off},
		{Setting: model.HTTPOnly, Is: model.On},
		{Setting: model.SameSite, Is: model.Unset},
		{Setting: model.AbsoluteTimeout, Is: model.Unset},
		{Setting: model.IdleTimeout, Is: model.Unset},
	}
}

// sessionup: every Init makes a session with a fresh ID; one that the client
// had stays in the store. ExpiresIn 0 means until the browser is closed, and a
// day on the server (session.go, newSession).
func sessionup() *model.Library {
	const pkg = "github.com/swithek/sessionup"
	const manager = pkg + ".Manager"
	m := sessionAPI{prefix: "(*" + manager + ").", kind: model.ServerSession, saves: true, does: model.InHeader}
	byID := sessionAPI{prefix: "(*" + manager + ").", session: 1, kind: model.ServerSession, saves: true}
	store := sessionAPI{prefix: "(" + pkg + ".Store).", session: 1, kind: model.ServerSession, saves: true}
	option := func(name string, attr model.Setting, slot model.Slot, form model.Form) model.Func {
		return model.Func{Symbol: pkg + "." + name, Role: model.SettingOption, Attr: attr, Form: form, Args: []model.Arg{{Slot: slot, Form: form}}}
	}
	return &model.Library{
		Module:  pkg,
		Name:    "sessionup",
		Majors:  []string{"v1.4"},
		Doc:     "https://pkg.go.dev/" + pkg + "; manager.go, session.go at v1.4.1",
		Anchors: []string{pkg},
		Types:   []model.Type{{Symbol: manager, Kind: model.Store, Session: model.ServerSession}},
		Funcs: []model.Func{
			{Symbol: pkg + ".NewManager", Role: model.StoreNew, Session: model.ServerSession, Type: manager, Variadic: 1, Args: []model.Arg{arg(model.ArgOption, 1)}, Defaults: sessionupDefaults()},
			option("CookieName", model.Name, model.ArgName, model.Plain),
			option("Domain", model.Domain, model.ArgDomain, model.Plain),
			option("Path", model.Path, model.ArgPath, model.Plain),
			option("Secure", model.Secure, model.ArgSecure, model.Plain),
			option("HttpOnly", model.HTTPOnly, model.ArgHTTPOnly, model.Plain),
			option("SameSite", model.SameSite, model.ArgSameSite, model.Plain),
			option("ExpiresIn", model.MaxAge, model.ArgMaxAge, model.Nanos),
			{Symbol: pkg + ".DefaultGenID", Role: model.RandStrong, Bits: 238}, // 40 of 62 characters
		},
		Life: slices.Concat(
			m.do(model.SessionBegin, "Init", arg(model.ArgUser, 2)),
			m.do(model.SessionDestroy, "Revoke"),
			byID.do(model.SessionDestroy, "RevokeByID RevokeByIDExt"),
			store.do(model.SessionDestroy, "DeleteByID"),
			sessionAPI{prefix: pkg + ".", kind: model.ServerSession, saves: true}.do(model.SessionOpen, "FromContext"),
			each(model.Func{Role: model.SessionDestroyAll, Session: model.ServerSession, Saves: true}, m.prefix, "RevokeAll RevokeOther"),
			each(model.Func{Role: model.SessionDestroyAll, Session: model.ServerSession, Saves: true, Args: slots(model.ArgUser, 1)}, m.prefix, "RevokeByUserKey"),
			each(model.Func{Role: model.SessionDestroyAll, Session: model.ServerSession, Saves: true, Args: slots(model.ArgUser, 1)}, store.prefix, "DeleteByUserKey"),
		),
	}
}

// sessionupDefaults: manager.go, Defaults.
func sessionupDefaults() []model.Default {
	return []model.Default{
		{Setting: model.Name, Is: model.Text, Text: "sessionup"},
		{Setting: model.Path, Is: model.Text, Text: "/"},
		{Setting: model.Domain, Is: model.Unset},
		{Setting: model.Secure, Is: model.On},
		{Setting: model.HTTPOnly, Is: model.On},
		{Setting: model.SameSite, Is: model.Text, Text: "Strict"},
		{Setting: model.AbsoluteTimeout, Is: model.Elsewhere, Note: "ExpiresIn, 24 hours without it"},
		{Setting: model.IdleTimeout, Is: model.Unset},
	}
}
