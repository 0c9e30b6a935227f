// Package lib is what we know of other people's libraries: one file per
// library, typed literals in the vocabulary of package model, each fact with
// the place it was read. TestModels resolves all of it in the pinned libraries
// of testdata/go.mod, TestDefaults compares it with the running libraries.
package lib

import "github.com/sessionlint/sessionlint/internal/model"

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
	libs = append(libs, golangJWT()...)
	return append(libs, routers()...)
}
