package lib

import (
	"slices"

	"github.com/sessionlint/sessionlint/internal/model"
)

// ecosystem are libraries that few programs use, all resolved in
// testdata/wide.
func ecosystem() []*model.Library {
	return slices.Concat(frameworks(), rareJWT(), rareLogins(), rareHelpers())
}

// frameworks bring sessions, cookies and tokens of their own.
func frameworks() []*model.Library {
	return []*model.Library{goframe(), goZero(), kratos(), goravel(), revel(), buffalo(), flamego()}
}

// flamego: router.go, context.go at v1.13.0. Handlers are functions whose
// arguments are injected.
func flamego() *model.Library {
	const pkg = "github.com/flamego/flamego"
	const router, ctx = "(" + pkg + ".Router).", "(" + pkg + ".Context)."
	return &model.Library{
		Module: pkg, Name: "flamego", Majors: []string{"v1.13"}, Doc: "https://pkg.go.dev/" + pkg + "; router.go, context.go at v1.13.0", Anchors: []string{pkg},
		Carriers: []model.Carrier{{Symbol: pkg + ".Context", Request: true, Response: true}},
		Funcs: slices.Concat(
			[]model.Func{{Symbol: ctx + "SetCookie", Role: model.CookieSend, Args: []model.Arg{arg(model.ArgCookie, 0)}}},
			reads(model.RequestCookie, ctx, "Cookie"),
			reads(model.RequestPath, ctx, "Param"),
			reads(model.RequestQuery, ctx, "Query QueryStrings QueryTrim QueryUnescape"),
			redirects(ctx, "Redirect", 0),
		),
		Life: slices.Concat(
			adds(0, 1, router, "Any "+verbs),
			each(model.Func{Role: model.RouteAdd, Args: []model.Arg{arg(model.ArgPath, 0), arg(model.ArgVerbs, 1), arg(model.ArgHandler, 2)}}, router, "Routes"),
			each(model.Func{Role: model.RouteGroup, Args: []model.Arg{arg(model.ArgPath, 0), arg(model.ArgBuild, 1), arg(model.ArgMiddleware, 2)}}, router, "Group"),
			uses("(*"+pkg+".Flame).", "Use"),
			nexts(ctx, "Next"),
			forwards(answered, 0, 1, ctx, "Redirect"),
		),
	}
}

// revel signs all session data into a cookie whose attributes are in a
// configuration file; it is written behind the action.
func revel() *model.Library {
	const pkg = "github.com/revel/revel"
	const controller = "(*" + pkg + ".Controller)."
	s := sessionAPI{prefix: "(" + pkg + "/session.Session).", session: model.Receiver, kind: model.ClientSession, saves: true}
	return &model.Library{
		Module: pkg, Name: "revel", Majors: []string{"v1.1"}, Anchors: []string{pkg, pkg + "/session"},
		Doc:      "https://pkg.go.dev/" + pkg + "; controller.go, session/session.go, session_adapter_cookie.go at v1.1.0",
		Carriers: []model.Carrier{{Symbol: pkg + ".Controller", Request: true, Response: true, Buffered: true}},
		Fields:   []model.LifeField{{Symbol: pkg + ".Controller.Session", Role: model.SessionPut}},
		Funcs: slices.Concat(
			[]model.Func{
				{Symbol: controller + "SetCookie", Role: model.CookieSend, Args: []model.Arg{arg(model.ArgCookie, 0)}},
				{Symbol: s.prefix + "ID", Role: model.SessionID},
				{Symbol: pkg + ".Sign", Role: model.TokenEncode, Args: values(0)},
				{Symbol: pkg + ".Verify", Role: model.TokenVerify, Args: slots(model.ArgToken, 0)},
			},
			bodies(controller, "RenderJSON", 0),
			bodies(controller, "RenderText", 0, 1),
			failures(controller, "RenderError", 0),
			redirects(controller, "Redirect", 0),
		),
		Life: slices.Concat(
			s.put("Set"),
			s.named(model.SessionGet, "Get GetInto"),
			s.named(model.SessionRemove, "Del"),
		),
	}
}

// buffalo wraps gorilla/sessions: which store is behind a session is said in
// Options. It saves the session before it renders or redirects.
func buffalo() *model.Library {
	const pkg = "github.com/gobuffalo/buffalo"
	const app, ctx, cookies = "(*" + pkg + ".App).", "(" + pkg + ".Context).", "(*" + pkg + ".Cookies)."
	s := sessionAPI{prefix: "(*" + pkg + ".Session).", session: model.Receiver, saves: true}
	return &model.Library{
		Module: pkg, Name: "buffalo", Majors: []string{"v1.1"}, Anchors: []string{pkg},
		Doc:      "https://pkg.go.dev/" + pkg + "; cookies.go, session.go, context.go, route_mappings.go at v1.1.4",
		Carriers: []model.Carrier{{Symbol: pkg + ".Context", Request: true, Response: true}},
		Funcs: slices.Concat(
			[]model.Func{
				{Symbol: cookies + "Set", Role: model.CookieSend, Args: []model.Arg{arg(model.ArgName, 0), arg(model.ArgValue, 1), {Slot: model.ArgMaxAge, Index: 2, Form: model.Nanos}}},
				{Symbol: cookies + "SetWithExpirationTime", Role: model.CookieSend, Args: []model.Arg{arg(model.ArgName, 0), arg(model.ArgValue, 1), {Slot: model.ArgExpires, Index: 2, Form: model.Clock}}},
				{Symbol: cookies + "SetWithPath", Role: model.CookieSend, Args: []model.Arg{arg(model.ArgName, 0), arg(model.ArgValue, 1), arg(model.ArgPath, 2)}},
				{Symbol: cookies + "Delete", Role: model.CookieDelete, Args: name(0)},
			},
			reads(model.RequestCookie, cookies, "Get"),
			forms(true, ctx, "Param"),
			failures(ctx, "Error", 1),
			redirects(ctx, "Redirect", 1),
		),
		Life: slices.Concat(
			s.put("Set"),
			s.named(model.SessionGet, "Get"),
			s.named(model.SessionRemove, "Delete GetOnce"),
			s.do(model.SessionClear, "Clear"),
			s.do(model.SessionSave, "Save"),
			sessionAPI{prefix: ctx, session: model.Receiver, saves: true}.do(model.SessionOpen, "Session"),
			adds(0, 1, app, "ANY DELETE GET HEAD OPTIONS PATCH POST PUT Mount"),
			groups(app, "Group"),
			uses(app, "Use"),
			fails(0, ctx, "Error"),
			statuses(answered, 0, ctx, "Render"),
			forwards(answered, 1, 0, ctx, "Redirect"),
		),
	}
}

// goravel: the session is saved behind the handler. Regenerate makes a fresh
// ID and ends the record under the old one only when it is told to; the guards
// of its logins regenerate (auth/session_guard.go), or sign a token.
func goravel() *model.Library {
	const module = "github.com/goravel/framework"
	const contracts = module + "/contracts"
	s := sessionAPI{prefix: "(" + contracts + "/session.Session).", session: model.Receiver, kind: model.ServerSession, saves: true}
	guard := sessionAPI{prefix: "(" + contracts + "/auth.GuardDriver).", session: model.Receiver, saves: true}
	return &model.Library{
		Module: module, Name: "goravel", Majors: []string{"v1.18"}, Anchors: []string{contracts + "/session", contracts + "/auth"},
		Doc: "https://www.goravel.dev/the-basics/session.html; contracts/session/session.go, contracts/auth/auth.go, session/session.go at v1.18.0",
		Funcs: []model.Func{
			{Symbol: s.prefix + "GetID", Role: model.SessionID},
			{Symbol: guard.prefix + "Parse", Role: model.TokenVerify, Args: slots(model.ArgToken, 0)},
		},
		Life: slices.Concat(
			s.put("Put Flash Now"),
			s.named(model.SessionGet, "Get Has Exists"),
			s.named(model.SessionRemove, "Remove Pull"),
			s.do(model.SessionRemove, "Forget"),
			s.do(model.SessionClear, "Flush"),
			s.do(model.SessionRenew, "Regenerate"),
			s.do(model.SessionDestroy, "Invalidate"),
			s.do(model.SessionSave, "Save"),
			sessionAPI{prefix: "(" + contracts + "/session.Driver).", kind: model.ServerSession, saves: true}.do(model.SessionDestroy, "Destroy"),
			each(model.Func{Role: model.SessionBegin, Saves: true, Args: slots(model.ArgUser, 0)}, guard.prefix, "Login LoginUsingID"),
			guard.do(model.SessionDestroy, "Logout"),
		),
	}
}
