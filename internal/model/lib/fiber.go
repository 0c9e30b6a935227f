package lib

import (
	"time"

	"github.com/sessionlint/sessionlint/internal/model"
)

// fiber2 hands the cookie to fasthttp, with SameSite=Lax unless told
// otherwise. Its sessions have one sliding expiry.
func fiber2() *model.Library {
	const pkg = "github.com/gofiber/fiber/v2"
	const session = pkg + "/middleware/session"
	const ctx = "(*" + pkg + ".Ctx)."
	fields := append(fiberCookieFields(),
		model.Field{Path: "Expiration", Setting: model.IdleTimeout, Form: model.Nanos, Zero: lasts(24 * time.Hour)}, // restarted by every Save
		model.Field{Path: "Expiration", Setting: model.MaxAge, Form: model.Nanos, Zero: lasts(24 * time.Hour)},      // session.go:253
		model.Field{Path: "KeyLookup", Setting: model.Name, Form: model.Lookup},                                     // config.go:99
		model.Field{Path: "CookieName", Setting: model.Name, Zero: text("session_id")},                              // config.go:95: deprecated, overrides KeyLookup
	)
	return &model.Library{
		Module:  pkg,
		Name:    "fiber",
		Majors:  []string{"v2.52"},
		Doc:     "https://docs.gofiber.io/api/ctx#cookie; ctx.go, middleware/session/config.go and session.go at v2.52.15",
		Anchors: []string{pkg, session},
		Types: []model.Type{
			fiberCookie(pkg + ".Cookie"),
			{Symbol: session + ".Config", Kind: model.Store, Session: model.ServerSession, Settings: fields, Forces: []model.Force{secureIfNone()}},
			{Symbol: session + ".Store", Kind: model.Store, Session: model.ServerSession, Settings: fields, Forces: []model.Force{secureIfNone()}},
			{Symbol: session + ".Session", Kind: model.PerSession},
		},
		Carriers: fiberCarriers(pkg + ".Ctx"),
		Fields:   []model.LifeField{{Symbol: pkg + ".Config.Immutable", Role: model.RouterNew}},
		Life:     append(fiber2Routes(pkg, ctx), fiber2Life(session)...),
		Lookups:  fiber2Lookups(pkg),
		Keys:     fiberKeys(pkg),
		Funcs: append(append(fiberContext(ctx), fiber2Tokens(pkg, ctx)...),
			// store.go, Get: CVE-2024-38513.
			model.Func{Symbol: session + ".New", Adopts: "v2.52.5", Role: model.StoreNew, Session: model.ServerSession, Type: session + ".Store", Args: []model.Arg{{Slot: model.ArgConfig}}, Defaults: fiber2Defaults()},
			model.Func{Symbol: "(*" + session + ".Session).SetExpiry", Role: model.StoreSet, Type: session + ".Session", Attr: model.IdleTimeout, Also: []model.Setting{model.MaxAge}, Form: model.Nanos},
			model.Func{Symbol: "(*" + session + ".Session).ID", Role: model.SessionID},
		),
	}
}

// fiber2Defaults: middleware/session/config.go:71 at v2.52.15.
func fiber2Defaults() []model.Default {
	return append(fiberCookieDefaults(),
		model.Default{Setting: model.IdleTimeout, Is: model.Lasts, Dur: 24 * time.Hour},
		model.Default{Setting: model.MaxAge, Is: model.Lasts, Dur: 24 * time.Hour},
		model.Default{Setting: model.AbsoluteTimeout, Is: model.Unset},
	)
}

// fiber3 makes the context an interface and adds an absolute timeout.
func fiber3() *model.Library {
	const pkg = "github.com/gofiber/fiber/v3"
	const session = pkg + "/middleware/session"
	fields := append(fiberCookieFields(),
		model.Field{Path: "IdleTimeout", Setting: model.IdleTimeout, Form: model.Nanos, Zero: lasts(30 * time.Minute)},
		model.Field{Path: "IdleTimeout", Setting: model.MaxAge, Form: model.Nanos, Zero: lasts(30 * time.Minute)}, // session.go, setSession
		model.Field{Path: "AbsoluteTimeout", Setting: model.AbsoluteTimeout, Form: model.Nanos},                   // wiped by Reset
		model.Field{Path: "Extractor", Setting: model.Name, Form: model.Wrapped, Zero: text("session_id")},
	)
	config := model.Type{Symbol: session + ".Config", Kind: model.Store, Session: model.ServerSession, Settings: fields, Forces: []model.Force{secureIfNone()}, Delegate: "Store"} // middleware.go:167
	store := model.Type{Symbol: session + ".Store", Kind: model.Store, Session: model.ServerSession, Settings: fields, Forces: []model.Force{secureIfNone()}}
	optional := []model.Arg{{Slot: model.ArgConfig}}
	return &model.Library{
		Module:   pkg,
		Name:     "fiber",
		Majors:   []string{"v3.5"},
		Doc:      "https://docs.gofiber.io/next/middleware/session; res.go:314, middleware/session/config.go, session.go, middleware.go at v3.5.0",
		Anchors:  []string{pkg, session},
		Types:    []model.Type{fiberCookie(pkg + ".Cookie"), config, store, {Symbol: session + ".Session", Kind: model.PerSession}},
		Carriers: fiberCarriers(pkg + ".Ctx"),
		Fields:   []model.LifeField{{Symbol: pkg + ".Config.Immutable", Role: model.RouterNew}},
		Life:     append(fiber3Routes(pkg), fiber3Life(session)...),
		Lookups:  fiber3Lookups(pkg),
		Keys:     fiberKeys(pkg),
		Funcs: append(append(fiber3Context(pkg), fiber3Tokens(pkg)...),
			model.Func{Symbol: session + ".New", Role: model.StoreNew, Session: model.ServerSession, Type: session + ".Config", Args: optional, Defaults: fiber3Defaults()},
			model.Func{Symbol: session + ".NewWithStore", Role: model.StoreNew, Session: model.ServerSession, Type: session + ".Config", Args: optional, Defaults: fiber3Defaults()},
			model.Func{Symbol: session + ".NewStore", Role: model.StoreNew, Session: model.ServerSession, Type: session + ".Store", Args: optional, Defaults: fiber3Defaults()},
			model.Func{Symbol: pkg + "/extractors.FromCookie", Role: model.SettingOption, Attr: model.Name, Args: name(0)},
			model.Func{Symbol: "(*" + session + ".Session).SetIdleTimeout", Role: model.StoreSet, Type: session + ".Session", Attr: model.IdleTimeout, Also: []model.Setting{model.MaxAge}, Form: model.Nanos},
			model.Func{Symbol: "(*" + session + ".Session).ID", Role: model.SessionID},
			model.Func{Symbol: "(*" + session + ".Middleware).ID", Role: model.SessionID},
		),
	}
}

// fiber3Context are the calls on a context, on its two halves, and on the
// structs behind them, which custom contexts embed.
func fiber3Context(pkg string) []model.Func {
	funcs := fiberContext("(" + pkg + ".Ctx).")
	for _, half := range []string{"(" + pkg + ".Res).", "(*" + pkg + ".DefaultRes)."} {
		funcs = append(funcs, fiberResponse(half)...)
	}
	for _, half := range []string{"(" + pkg + ".Req).", "(*" + pkg + ".DefaultReq)."} {
		funcs = append(funcs, model.Func{Symbol: half + "Cookies", Role: model.RequestCookie, Lent: true, Args: name(0)})
	}
	return funcs
}

// fiber3Defaults: middleware/session/config.go:92 at v3.5.0.
func fiber3Defaults() []model.Default {
	return append(fiberCookieDefaults(),
		model.Default{Setting: model.IdleTimeout, Is: model.Lasts, Dur: 30 * time.Minute},
		model.Default{Setting: model.MaxAge, Is: model.Lasts, Dur: 30 * time.Minute},
		model.Default{Setting: model.AbsoluteTimeout, Is: model.Unset},
	)
}
