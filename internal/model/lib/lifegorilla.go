package lib

import (
	"slices"

	"github.com/sessionlint/sessionlint/internal/model"
)

// gorillaLife: sessions.go and store.go at v1.4.0. What a session is follows
// from its store; a server store reuses the ID of the cookie unless it is
// emptied, and deletes the record when MaxAge is not positive.
func gorillaLife(stores ...string) []model.Func {
	session := sessionAPI{prefix: "(*" + gorillaSession + ").", session: model.Receiver, does: model.InHeader}
	var stored []model.Func
	for _, store := range append([]string{"(" + gorillaPkg + ".Store)."}, stores...) {
		stored = slices.Concat(stored,
			sessionAPI{prefix: store, session: 2, does: model.InHeader}.do(model.SessionSave, "Save"),
			sessionAPI{prefix: store, session: 0}.do(model.SessionOpen, "Get New", model.Arg{Slot: model.ArgStore, Index: model.Receiver}),
		)
	}
	return slices.Concat(stored,
		session.do(model.SessionSave, "Save"),
		sessionAPI{prefix: gorillaPkg + ".", does: model.InHeader}.do(model.SessionSave, "Save"),
	)
}

func gorillaFields() []model.LifeField {
	return append(lifeFields(gorillaSession, map[string]model.Role{
		"Values": model.SessionPut, "ID": model.SessionRenew, "Options": model.SessionDestroy,
	}, "Values", "ID", "Options"), model.LifeField{Symbol: gorillaPkg + ".Options.MaxAge", Role: model.SessionDestroy})
}

// ginSessionsLife: sessions.go at v1.1.0. There is no call that renews; Clear
// keeps ID and record; Options with a negative MaxAge end the record of a
// server store at the next Save.
func ginSessionsLife(pkg string) []model.Func {
	a := sessionAPI{prefix: "(" + pkg + ".Session).", session: model.Receiver}
	return slices.Concat(
		a.put("Set"),
		a.named(model.SessionGet, "Get"),
		a.named(model.SessionRemove, "Delete"),
		a.do(model.SessionClear, "Clear"),
		sessionAPI{prefix: a.prefix, session: a.session, does: model.InHeader}.do(model.SessionSave, "Save"),
		a.do(model.SessionDestroy, "Options", model.Arg{Slot: model.ArgOptions}),
		sessionAPI{prefix: pkg + "."}.do(model.SessionOpen, "Default DefaultMany"),
	)
}

// gorillaStores are stores behind gorilla's interface, with the calls that end
// a record by themselves.
func gorillaStores() []*model.Library {
	const redis, redis2 = "github.com/boj/redistore", "github.com/boj/redistore/v2"
	return []*model.Library{
		gorillaStore(redis, "v1.4", "RediStore", "redistore.go at v1.4.1", "NewRediStore NewRediStoreWithDB NewRediStoreWithPool NewRediStoreWithURL", "Delete"),
		gorillaStore(redis2, "v2.0", "RediStore", "redistore.go at v2.0.1", "NewStore", "Delete"),
		gorillaStore("github.com/quasoft/memstore", "v0.0", "MemStore", "memstore.go at v0.0.0-20191010062613", "NewMemStore", ""),
		gorillaStore("github.com/antonlindstrom/pgstore", "v0.0", "PGStore", "pgstore.go at v0.0.0-20220421113606", "NewPGStore NewPGStoreFromPool", ""),
		gorillaStore("github.com/wader/gormstore/v2", "v2.0", "Store", "gormstore.go at v2.0.3", "New NewOptions", ""),
		gorillaStore("github.com/rbcervilla/redisstore/v9", "v9.0", "RedisStore", "redisstore.go at v9.0.0", "NewRedisStore", ""),
	}
}

// gorillaStore is a server store: constructors, loads, saves, and calls that
// delete (r, w, session).
func gorillaStore(pkg, major, typ, doc, constructors, deletes string) *model.Library {
	symbol := pkg + "." + typ
	l := &model.Library{
		Module: pkg, Name: pkg[len("github.com/"):], Majors: []string{major}, Doc: "https://pkg.go.dev/" + pkg + "; " + doc,
		Anchors: []string{pkg},
		Types:   []model.Type{{Symbol: symbol, Kind: model.Store, Session: model.ServerSession}},
		Funcs: slices.Concat(
			each(model.Func{Role: model.StoreNew, Session: model.ServerSession, Type: symbol, Defaults: serverStoreDefaults()}, pkg+".", constructors),
			each(model.Func{Role: model.SessionLoad, Type: gorillaSession, Args: []model.Arg{
				{Slot: model.ArgStore, Index: model.Receiver}, {Slot: model.ArgName, Index: 1},
			}}, "(*"+symbol+").", "Get New")),
		Life: slices.Concat(
			sessionAPI{prefix: "(*" + symbol + ").", session: 2, kind: model.ServerSession, does: model.InHeader}.do(model.SessionSave, "Save"),
			sessionAPI{prefix: "(*" + symbol + ").", session: 2, kind: model.ServerSession, saves: true}.do(model.SessionDestroy, deletes),
			sessionAPI{prefix: "(*" + symbol + ").", session: 0, kind: model.ServerSession}.do(model.SessionOpen, "Get New"),
		),
	}
	return l
}
