// Package lib is what we know of other people's libraries: one file per
// library, typed literals in the vocabulary of package model, each fact with
// the place it was read. TestModels resolves all of it in the pinned libraries
// of testdata/go.mod, TestDefaults compares it with the running libraries.
package lib

import (
	"slices"

	"github.com/sessionlint/sessionlint/internal/model"
)

// All returns the libraries, in the order in which people meet them.
func All() []*model.Library {
	libs := []*model.Library{
		standard(),
		gin(),
		echo4(),
		echo5(),
		fasthttp(),
		fiber2(),
		fiber3(),
		hertz(),
		beego(),
		iris(),
		gorilla(),
		securecookie(),
		scs(),
		ginSessions(),
		hertzSessions(),
		echoSession("github.com/labstack/echo-contrib", "v0.50"),
		echoSession("github.com/labstack/echo-contrib/v5", "v5.0"),
	}
	return slices.Concat(libs, gorillaStores(), golangJWT(), tokenLibraries(), jwtMiddlewares(), authKeys(), credentials(), routers(), routeLibraries(), ingredients())
}

// tokenLibraries sign and verify, beside golang-jwt.
func tokenLibraries() []*model.Library {
	return []*model.Library{
		jwx("github.com/lestrrat-go/jwx/v2", "v2.1", "FromRaw"),
		jwx("github.com/lestrrat-go/jwx/v3", "v3.3", "Import"),
		jwtauth(),
		goJose("github.com/go-jose/go-jose/v3", "v3.0", "CompactSerialize"),
		goJose("github.com/go-jose/go-jose/v4", "v4.1", "Serialize"),
		goPaseto(),
		o1eglPaseto(),
	}
}

// ingredients are what tokens are made of, and where they end up.
func ingredients() []*model.Library {
	std := []*model.Library{stdRandom(), stdCrypto(), stdLogging(), stdWeb(), stdSQL()}
	return slices.Concat(std, uuids(), sortableIDs(), nanoIDs(), randomTexts(), weakHelpers(), loggers(), databases())
}
