// Package lib is what we know of other people's libraries: one file per
// library, typed literals in the vocabulary of package model, each fact with
// the place it was read. TestModels resolves all of it in the pinned libraries
// of testdata/go.mod, TestDefaults compares it with the running libraries.
package lib

import (
	"github.com/sessionlint/sessionlint/internal/model"
)

// shelves returns what makes the libraries, in the order in which people meet
// them. A shelf is filled when a package that imports one of its libraries is
// analysed: see Index.
func shelves() []func() []*model.Library {
	return []func() []*model.Library{
		one(standard),
		one(gin),
		one(echo4),
		one(echo5),
		one(fasthttp),
		one(fiber2),
		one(fiber3),
		one(hertz),
		one(beego),
		one(iris),
		one(gorilla),
		one(securecookie),
		one(scs),
		simpleSessions,
		one(ginSessions),
		one(hertzSessions),
		echoSessions,
		gorillaStores,
		golangJWT,
		tokenLibraries,
		smallJWT,
		jwtMiddlewares,
		authKeys,
		credentials,
		loginLibraries,
		routers,
		routeLibraries,
		remoteCalls,
		one(stdRandom),
		one(stdCrypto),
		one(stdLogging),
		one(stdWeb),
		one(stdSQL),
		uuids,
		sortableIDs,
		nanoIDs,
		randomTexts,
		weakHelpers,
		loggers,
		databases,
		one(viper),
		cookieSessions,
		idSessions,
		injectedSessions,
		frameworks,
		rareJWT,
		rareLogins,
		rareHelpers,
	}
}

// All returns the libraries.
func All() []*model.Library {
	var all []*model.Library
	for _, shelf := range shelves() {
		all = append(all, shelf()...)
	}
	return all
}

func one(library func() *model.Library) func() []*model.Library {
	return func() []*model.Library { return []*model.Library{library()} }
}

func echoSessions() []*model.Library {
	return []*model.Library{
		echoSession("github.com/labstack/echo-contrib", "v0.50"),
		echoSession("github.com/labstack/echo-contrib/v5", "v5.0"),
	}
}

// tokenLibraries sign and verify, beside golang-jwt.
func tokenLibraries() []*model.Library {
	return []*model.Library{
		jwx("github.com/lestrrat-go/jwx/v2", "v2.1", "FromRaw"),
		jwx("github.com/lestrrat-go/jwx/v3", "v3.3", "Import"),
		jwtauth(),
		goJose("github.com/go-jose/go-jose/v3", "v3.0", "CompactSerialize"),
		goJose("github.com/go-jose/go-jose/v4", "v4.1", "Serialize"),
		goJose("gopkg.in/square/go-jose.v2", "v2.6", "CompactSerialize"),
		goPaseto(),
		o1eglPaseto(),
	}
}
