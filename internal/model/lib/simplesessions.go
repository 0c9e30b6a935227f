package lib

import (
	"slices"
	"time"

	"github.com/sessionlint/sessionlint/internal/model"
)

// simpleSessions keep a record in a store; how long, the store decides. The
// application writes the cookie in a hook, and so may add to what the options
// do not say (manager.go:138 at v3.0.0).
func simpleSessions() []*model.Library {
	const pkg = "github.com/zerodha/simplesessions/v3"
	const options = pkg + ".Options"
	return []*model.Library{
		{
			Module:  pkg,
			Name:    "simplesessions",
			Majors:  []string{"v3.0"},
			Doc:     "https://pkg.go.dev/github.com/zerodha/simplesessions/v3; manager.go, session.go at v3.0.0",
			Anchors: []string{pkg},
			Types: []model.Type{
				{Symbol: options, Kind: model.Store, Session: model.ServerSession, Settings: []model.Field{
					{Path: "Cookie.Name", Setting: model.Name, Zero: model.Default{Is: model.Text, Text: "session"}},
					{Path: "Cookie.Domain", Setting: model.Domain},
					{Path: "Cookie.Path", Setting: model.Path, Zero: model.Default{Is: model.Text, Text: "/"}},
					{Path: "Cookie.IsSecure", Setting: model.Secure, Zero: inHook()},
					{Path: "Cookie.IsHTTPOnly", Setting: model.HTTPOnly, Zero: inHook()},
					{Path: "Cookie.SameSite", Setting: model.SameSite, Zero: inHook()},
					{Path: "Cookie.MaxAge", Setting: model.MaxAge, Form: model.Nanos},
				}},
			},
			Life: simpleSessionsLife(pkg),
			Funcs: []model.Func{
				{Symbol: pkg + ".New", Role: model.StoreNew, Session: model.ServerSession, Type: options, Args: []model.Arg{{Slot: model.ArgConfig, Index: 0}}, Defaults: elsewhere("the store", model.AbsoluteTimeout, model.IdleTimeout)},
				{Symbol: "(*" + pkg + ".Session).ID", Role: model.SessionID},
			},
		},
		simplePostgres(),
	}
}

// elsewhere are settings that another object has.
func elsewhere(where string, settings ...model.Setting) (list []model.Default) {
	for _, s := range settings {
		list = append(list, model.Default{Setting: s, Is: model.Elsewhere, Note: where})
	}
	return list
}

// inHook: the function that writes the cookie can set what is not said.
func inHook() model.Default {
	return model.Default{Is: model.Elsewhere, Note: "the hook that writes the cookie"}
}

// simplePostgres refuses records that are older than TTL, counted from their
// creation: postgres.go:75 and 382 at v3.0.0.
func simplePostgres() *model.Library {
	const pkg = "github.com/zerodha/simplesessions/stores/postgres/v3"
	return &model.Library{
		Module:  pkg,
		Name:    "simplesessions",
		Majors:  []string{"v3.0"},
		Doc:     "https://pkg.go.dev/github.com/zerodha/simplesessions/stores/postgres/v3; postgres.go at v3.0.0",
		Anchors: []string{pkg},
		Types: []model.Type{
			{Symbol: pkg + ".Opt", Kind: model.Store, Session: model.ServerSession, Settings: []model.Field{
				{Path: "TTL", Setting: model.AbsoluteTimeout, Form: model.Nanos, Zero: model.Default{Is: model.Lasts, Dur: 24 * time.Hour}},
			}},
		},
		Funcs: []model.Func{
			{
				Symbol: pkg + ".New", Role: model.StoreNew, Session: model.ServerSession, Type: pkg + ".Opt",
				Args: []model.Arg{{Slot: model.ArgConfig, Index: 0}},
				Defaults: append(elsewhere("the manager", model.Name, model.Path, model.Domain, model.Secure, model.HTTPOnly, model.SameSite),
					model.Default{Setting: model.AbsoluteTimeout, Is: model.Lasts, Dur: 24 * time.Hour},
					model.Default{Setting: model.IdleTimeout, Is: model.Unset},
				),
			},
		},
	}
}

// simpleSessionsLife: NewSession makes a record under a fresh ID (manager.go:154),
// Acquire opens the one that the client names and never adopts an unknown ID;
// every call writes to the store at once.
func simpleSessionsLife(pkg string) []model.Func {
	a := sessionAPI{prefix: "(*" + pkg + ".Session).", session: model.Receiver, kind: model.ServerSession, saves: true}
	return slices.Concat(
		each(model.Func{Role: model.SessionNew, Session: model.ServerSession, Saves: true}, "(*"+pkg+".Manager).", "NewSession"),
		a.put("Set"),
		a.named(model.SessionGet, "Get"),
		a.named(model.SessionRemove, "Delete"),
		a.do(model.SessionClear, "Clear"),
		a.do(model.SessionDestroy, "Destroy"),
	)
}
