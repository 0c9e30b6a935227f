package main

import (
	"path/filepath"
	"strings"
	"testing"
)

func TestReplacedDirectory(t *testing.T) {
	m := newModule(t, `
-- app/go.mod --
module example.com/app

go 1.25.0

require example.com/lib v1.2.3

replace example.com/lib => ../lib
-- app/app.go --
package app

import (
	"log"

	"example.com/lib"
)

func F() { log.Println(lib.Wrap()) }
-- lib/go.mod --
module example.com/lib

go 1.25.0
-- lib/lib.go --
package lib

import "example.com/lib/token"

func Wrap() string { return token.NewToken() }
-- lib/token/token.go --
package token

func NewToken() string { return "" }
-- lib/broken_test.go --
package lib

import "example.com/nowhere"
-- go.mod --
module example.com/unused
`).in("app")
	found(t, m.agree("./..."), "app.go:9:24-9:34 tokenlog")
}

func TestWorkspace(t *testing.T) {
	m := newModule(t, `
-- go.work --
go 1.25.0

use (
	./app
	./lib
)
-- app/go.mod --
module example.com/app

go 1.25.0
-- app/app.go --
package app

import (
	"log"

	"example.com/lib"
)

func F() { log.Println(lib.NewToken()) }
-- lib/go.mod --
module example.com/lib

go 1.25.0
-- lib/lib.go --
package lib

func NewToken() string { return "" }
-- lib/web/web.go --
`+bad)
	found(t, m.agree("./app/...", "./lib/..."), "app/app.go:9:24-9:38 tokenlog", "lib/web/web.go"+insecureAt)
	found(t, m.in("app").agree(), "app.go:9:24-9:38 tokenlog")
}

// Vendored packages are foreign: not analysed, no facts, even when named;
// unless -modules says that they are own.
func TestVendor(t *testing.T) {
	m := newModule(t, `
-- go.mod --
module example.com/m

go 1.25.0

require example.com/dep v1.0.0
-- m.go --
package m

import (
	"log"

	"example.com/dep"
)

func F() { log.Println(dep.NewToken()) }
-- vendor/modules.txt --
# example.com/dep v1.0.0
## explicit; go 1.25
example.com/dep
-- vendor/example.com/dep/dep.go --
package dep

import "net/http"

func NewToken() string { return "" }

var C = &http.Cookie{Name: "session"}
`)
	found(t, m.agree("./..."))
	found(t, m.agree("./vendor/example.com/dep"))
	m.command("./vendor/example.com/dep").want(t, 2, "", "belongs to another module")
	found(t, m.agree("-modules=example.com/dep", "."), "m.go:9:24-9:38 tokenlog")
}

// The standard library is nobody's own code but its maintainers'.
func TestStandardLibrary(t *testing.T) {
	m := newModule(t, "-- a.go --\npackage a\n")
	src := filepath.Join(goenv(t, "GOROOT"), "src")
	m.command("-C="+src, "./html").want(t, 2, "", "html: belongs to another module")
	m.command("-C="+src, "-modules=std", "./html").want(t, 0, "no findings in 1 package", "")
}

// A session library declares the options that its users fill: what it leaves
// open itself is not known. What it presets is.
func TestLibraryItself(t *testing.T) {
	m := newModule(t, "-- a.go --\npackage a\n")
	m.as = "rules"
	dir, err := filepath.Abs(filepath.Join("..", "..", "testdata"))
	if err != nil {
		t.Fatal(err)
	}
	res := m.command("-C="+dir, "-modules=github.com/gorilla/sessions", "-f=line", "-cookiehttponly", "github.com/gorilla/sessions")
	if n := strings.Count(res.out, "HttpOnly is never set"); n != 2 || strings.Contains(res.out, "store.go:242") {
		t.Errorf("want the two literals of the constructors, have %v", res)
	}
}
