package lib

import (
	"time"

	"github.com/sessionlint/sessionlint/internal/model"
)

// scs never adopts an unknown ID; its cookie is HttpOnly and Lax but not
// Secure unless the caller says so.
func scs() *model.Library {
	const pkg = "github.com/alexedwards/scs/v2"
	const manager = pkg + ".SessionManager"
	settings := append(scsCookie("Cookie."),
		model.Field{Path: "Lifetime", Setting: model.AbsoluteTimeout, Form: model.Nanos}, // restarted by RenewToken
		model.Field{Path: "Lifetime", Setting: model.MaxAge, Form: model.Nanos},          // session.go:199: only if Persist
		model.Field{Path: "IdleTimeout", Setting: model.IdleTimeout, Form: model.Nanos},  // 0: no limit
		model.Field{Path: "HashTokenInStore", Setting: model.HashedTokens},
		model.Field{Path: "Store", Setting: model.Persistent, Form: model.Backend, Words: []model.Spelling{{Text: pkg + "/memstore.MemStore"}}},
	)
	return &model.Library{
		Module:  pkg,
		Name:    "scs",
		Majors:  []string{"v2.9"},
		Doc:     "https://pkg.go.dev/github.com/alexedwards/scs/v2#SessionManager; session.go:18-205 at v2.9.0",
		Anchors: []string{pkg},
		Types: []model.Type{
			{Symbol: manager, Kind: model.Store, Session: model.ServerSession, Settings: settings},
			{Symbol: pkg + ".SessionCookie", Kind: model.Options, Settings: scsCookie("")},
		},
		Life: scsLife(pkg, manager),
		Funcs: []model.Func{
			{Symbol: pkg + ".New", Role: model.StoreNew, Session: model.ServerSession, Type: manager, Defaults: scsDefaults()},
			{Symbol: pkg + ".NewSession", Role: model.StoreNew, Session: model.ServerSession, Type: manager, Defaults: scsDefaults()},
			{Symbol: "(*" + manager + ").LoadAndSave", Role: model.SessionUse, Args: []model.Arg{{Slot: model.ArgStore, Index: model.Receiver}}},
			{Symbol: "(*" + manager + ").Token", Role: model.SessionID},
		},
	}
}

func scsCookie(prefix string) []model.Field {
	return []model.Field{
		{Path: prefix + "Name", Setting: model.Name},
		{Path: prefix + "Domain", Setting: model.Domain},
		{Path: prefix + "HttpOnly", Setting: model.HTTPOnly},
		{Path: prefix + "Path", Setting: model.Path},
		{Path: prefix + "SameSite", Setting: model.SameSite},
		{Path: prefix + "Secure", Setting: model.Secure},
		{Path: prefix + "Partitioned", Setting: model.Partitioned},
		{Path: prefix + "Persist", Setting: model.SessionOnly, Form: model.Inverted, Zero: model.Default{Is: model.On}},
	}
}

// scsDefaults: session.go:106 at v2.9.0.
func scsDefaults() []model.Default {
	return []model.Default{
		{Setting: model.Name, Is: model.Text, Text: "session"},
		{Setting: model.Domain, Is: model.Unset},
		{Setting: model.HTTPOnly, Is: model.On},
		{Setting: model.Path, Is: model.Text, Text: "/"},
		{Setting: model.SameSite, Is: model.Text, Text: "Lax"},
		{Setting: model.Secure, Is: model.Off},
		{Setting: model.Partitioned, Is: model.Off},
		{Setting: model.SessionOnly, Is: model.Off},
		{Setting: model.MaxAge, Is: model.Lasts, Dur: 24 * time.Hour},
		{Setting: model.AbsoluteTimeout, Is: model.Lasts, Dur: 24 * time.Hour},
		{Setting: model.IdleTimeout, Is: model.Unset},
		{Setting: model.Persistent, Is: model.Off},
		{Setting: model.HashedTokens, Is: model.Off},
	}
}
