package lib

import "github.com/sessionlint/sessionlint/internal/model"

// ginSessions wraps gorilla's stores for gin.
func ginSessions() *model.Library {
	const pkg = "github.com/gin-contrib/sessions"
	lib := wrappedGorilla(pkg)
	lib.Name = "gin-contrib/sessions"
	lib.Majors = []string{"v1.1"}
	lib.Doc = "https://pkg.go.dev/github.com/gin-contrib/sessions; sessions.go, session_options_go1.11.go, cookie/cookie.go at v1.1.0"
	// The other stores are gorilla-style server stores with equal defaults:
	// memstore (quasoft/memstore), redis (boj/redistore), filesystem
	// (gorilla), postgres (antonlindstrom/pgstore), gorm (wader/gormstore).
	addServerStore(lib, pkg+"/memstore", "NewStore", 0)
	addServerStore(lib, pkg+"/filesystem", "NewStore", 1)
	addServerStore(lib, pkg+"/postgres", "NewStore", 1)
	addServerStore(lib, pkg+"/gorm", "NewStore", 2)
	addRedisStores(lib, pkg, 5)
	return lib
}

// hertzSessions is a copy of gin-contrib/sessions for hertz.
func hertzSessions() *model.Library {
	const pkg = "github.com/hertz-contrib/sessions"
	lib := wrappedGorilla(pkg)
	lib.Name = "hertz-contrib/sessions"
	lib.Majors = []string{"v1.0"}
	lib.Doc = "https://pkg.go.dev/github.com/hertz-contrib/sessions; sessions.go, session_options.go, cookie/cookie.go at v1.0.3"
	lib.Funcs = append(lib.Funcs,
		model.Func{Symbol: pkg + ".New", Role: model.SessionUse, Args: nameAndStore()},
		model.Func{Symbol: pkg + ".Many", Role: model.SessionUse, Args: nameAndStore()},
	)
	addRedisStores(lib, pkg, 4)
	return lib
}

// wrappedGorilla is what both wrappers have. Options replaces all cookie
// options, and there is no way to change the age of the codec.
func wrappedGorilla(pkg string) *model.Library {
	options := []model.Arg{{Slot: model.ArgOptions}}
	return &model.Library{
		Module:  pkg,
		Anchors: []string{pkg},
		Life:    ginSessionsLife(pkg),
		Types: []model.Type{
			{Symbol: pkg + ".Options", Kind: model.Options, Settings: cookieOptions("")},
			{Symbol: pkg + ".Store", Kind: model.Store},
			{Symbol: pkg + ".Session", Kind: model.PerSession},
			{Symbol: pkg + "/cookie.Store", Kind: model.Store, Session: model.ClientSession},
		},
		Funcs: []model.Func{
			// cookie/cookie.go: gorilla's NewCookieStore, of the resolved gorilla version.
			{Symbol: pkg + "/cookie.NewStore", Role: model.StoreNew, Session: model.ClientSession, Type: pkg + "/cookie.Store", Args: secrets(0), Like: gorillaPkg + ".NewCookieStore"},
			{Symbol: "(" + pkg + ".Store).Options", Role: model.StoreSet, Type: pkg + ".Store", Args: options},
			{Symbol: "(" + pkg + ".Session).Options", Role: model.StoreSet, Type: pkg + ".Session", Args: options},
			{Symbol: "(" + pkg + ".Session).ID", Role: model.SessionID},
			{Symbol: pkg + ".Sessions", Role: model.SessionUse, Args: nameAndStore()},
			{Symbol: pkg + ".SessionsMany", Role: model.SessionUse, Args: nameAndStore()},
		},
	}
}

func nameAndStore() []model.Arg {
	return []model.Arg{{Slot: model.ArgName, Index: 0}, {Slot: model.ArgStore, Index: 1}}
}

func addRedisStores(lib *model.Library, pkg string, keys int) {
	addServerStore(lib, pkg+"/redis", "NewStore", keys)
	addServerStore(lib, pkg+"/redis", "NewStoreWithDB", keys+1)
	addServerStore(lib, pkg+"/redis", "NewStoreWithPool", 1)
}

// addServerStore adds a constructor of a server store, and its type once. Its
// last parameter, at index keys, are pairs of keys as for NewCookieStore.
func addServerStore(lib *model.Library, pkg, constructor string, keys int) {
	store := pkg + ".Store"
	known := false
	for _, t := range lib.Types {
		known = known || t.Symbol == store
	}
	if !known {
		lib.Types = append(lib.Types, model.Type{Symbol: store, Kind: model.Store, Session: model.ServerSession})
	}
	lib.Funcs = append(lib.Funcs, model.Func{
		Symbol: pkg + "." + constructor, Role: model.StoreNew, Session: model.ServerSession, Type: store, Args: secrets(keys), Defaults: serverStoreDefaults(),
	})
}
