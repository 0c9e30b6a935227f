package main

import (
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// bad is a handler with an insecure cookie, in a package called web.
const bad = `package web

import "net/http"

func Handle(w http.ResponseWriter, r *http.Request) {
	http.SetCookie(w, &http.Cookie{Name: "session", Value: r.Header.Get("X")})
}
`

const insecureAt = ":6:21-6:75 cookiesecure never-set: session cookie is sent over plain HTTP"

// chain has a fact that travels over two packages.
const chain = `
-- web/web.go --
` + bad + `
-- log.go --
package main

import (
	"log"

	"example.com/m/auth"
)

func main() { log.Println(auth.Fresh()) }
-- auth/auth.go --
package auth

import "example.com/m/auth/token"

// Fresh wraps a function of another package.
func Fresh() string { return token.NewToken() }
-- auth/auth_test.go --
package auth

import (
	"log"
	"testing"
)

func TestFresh(t *testing.T) { log.Println(Fresh()) }
-- auth/token/token.go --
package token

func NewToken() string { return "t" }
`

const loggedAt = "log.go:9:27-9:39 tokenlog call: token is logged (result of auth.Fresh)"

func TestAgree(t *testing.T) {
	m := newModule(t, chain)
	list := m.agree("./...")
	found(t, list, loggedAt, "web/web.go"+insecureAt+" (Secure is never set), set it to true | cookie made here")
	m.as = "multichecker doubles"
	res := m.command("-json", "./...")
	if multi := m.treeFindings(res, res.out); !slices.Equal(multi, list) {
		t.Errorf("multichecker finds\n%s\nwe\n%s", strings.Join(multi, "\n"), strings.Join(list, "\n"))
	}
	if first, second := m.command("-f=json", "./..."), m.command("-f=json", "./..."); first != second {
		t.Errorf("two runs differ: %v and %v", first, second)
	}
}

// The real rules agree as well, whatever they find.
func TestRulesAgree(t *testing.T) {
	m := newModule(t, chain)
	m.as = "rules"
	list := m.agree("./...")
	m.as = "multichecker rules"
	res := m.command("-json", "./...")
	if multi := m.treeFindings(res, res.out); !slices.Equal(multi, list) {
		t.Errorf("multichecker finds\n%s\nwe\n%s", strings.Join(multi, "\n"), strings.Join(list, "\n"))
	}
}

// Facts of dependencies are there although only one package is named.
func TestOnePackage(t *testing.T) {
	m := newModule(t, chain)
	found(t, m.agree("."), loggedAt)
	found(t, m.agree(), loggedAt)
	found(t, m.agree("./web"), "web/web.go"+insecureAt)
	found(t, m.agree("./auth/token"))
}

func TestTests(t *testing.T) {
	m := newModule(t, chain+`
-- auth/ext_test.go --
package auth_test

import (
	"log"
	"testing"

	"example.com/m/auth"
)

func TestExt(t *testing.T) { log.Println(auth.Fresh()) }
`)
	found(t, m.agree("./auth"))
	found(t, m.agree("-tests", "./auth"), "auth/auth_test.go:8:44-8:51 tokenlog", "auth/ext_test.go:10:42-10:54 tokenlog")
}

// Without -json go vet prints text, and the tool's exit code is its own.
func TestVetText(t *testing.T) {
	m := newModule(t, chain)
	m.vet("./...").want(t, 1, "", "web/web.go:6:21: session cookie is sent over plain HTTP (Secure is never set), set it to true\n")
	m.vet("./auth").want(t, 0, "", "")
}

// Another Go on the same code finds the same, be it older or newer than the
// one that built the tool.
func TestToolchains(t *testing.T) {
	if testing.Short() {
		t.Skip("compiles the standard library")
	}
	for _, toolchain := range []string{"go1.25.0", "go1.27.3"} {
		t.Run(toolchain, func(t *testing.T) {
			m := newModule(t, chain)
			m.env = []string{"GOTOOLCHAIN=" + toolchain, "GOPROXY=" + goenv(t, "GOPROXY")}
			if res := m.exec("go", "version"); !strings.Contains(res.out, toolchain) {
				t.Skipf("%s is not available: %s", toolchain, res.err)
			}
			found(t, m.agree("./..."), loggedAt, "web/web.go"+insecureAt)
			m.vet("./web").want(t, 1, "", "web/web.go:6:21: session cookie is sent over plain HTTP (Secure is never set), set it to true\n")
		})
	}
}

func goenv(t *testing.T, name string) string {
	t.Helper()
	out, err := exec.Command("go", "env", name).Output()
	if err != nil {
		t.Fatal(err)
	}
	return strings.TrimSpace(string(out))
}

// A module that asks for a newer Go than the tool's gets one line of advice.
func TestNewerDirective(t *testing.T) {
	if testing.Short() {
		t.Skip("needs a newer Go")
	}
	m := newModule(t, "-- go.mod --\nmodule example.com/m\n\ngo 1.27\n-- a.go --\npackage a\n")
	m.env = []string{"GOTOOLCHAIN=go1.27.3", "GOPROXY=" + goenv(t, "GOPROXY")}
	if res := m.exec("go", "version"); !strings.Contains(res.out, "go1.27") {
		t.Skipf("not available: %s", res.err)
	}
	const advice = "the module asks for go1.27, but this program was built with go1.26: rebuild it with your Go (go install "
	for _, res := range []result{m.command(), m.vet()} {
		if res.code == 0 || strings.Count(res.err, advice) != 1 {
			t.Errorf("want %q once, have %v", advice, res)
		}
	}
}

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

func TestCgo(t *testing.T) {
	if _, err := exec.LookPath("gcc"); err != nil {
		t.Skip("no C compiler")
	}
	m := newModule(t, `
-- c.go --
package c

// int one(void) { return 1; }
import "C"

import "net/http"

var One = C.one()

func F(w http.ResponseWriter) {
	http.SetCookie(w, &http.Cookie{Name: "session"})
}
`)
	m.env = []string{"CGO_ENABLED=1"}
	found(t, m.agree("."), "c.go:11:21-11:49 cookiesecure")
	before := m.read("c.go")
	m.command("-fix").want(t, 1, "", "is made from another file")
	if m.read("c.go") != before {
		t.Error("cgo file was edited")
	}
}

func TestOtherPlatform(t *testing.T) {
	const logs = "package a\n\nimport \"log\"\n\nfunc NewToken() string { return \"\" }\n\nfunc F() { log.Println(NewToken()) }\n"
	m := newModule(t, "-- a_windows.go --\n"+logs+"-- a_linux.go --\npackage a\n-- a_darwin.go --\npackage a\n")
	m.env = []string{"GOOS=windows", "CGO_ENABLED=0"}
	found(t, m.agree("."), "a_windows.go:7:24-7:34 tokenlog")
	m.env = []string{"GOOS=linux", "CGO_ENABLED=0"}
	found(t, m.agree("."))
}

func TestTags(t *testing.T) {
	m := newModule(t, "-- a.go --\npackage web\n-- b.go --\n//go:build special\n\n"+bad)
	found(t, m.agree("."))
	found(t, m.agree("-tags=special", "."), "b.go:8:21")
}

// Packages that do not compile are named, once; what does not need them is
// analysed.
func TestBrokenPackage(t *testing.T) {
	m := newModule(t, chain+`
-- broken/broken.go --
package broken

var X int = "text"

var Y undefined
-- user/user.go --
package user

import "example.com/m/broken"

var X = broken.X
-- syntax/syntax.go --
package syntax

func {
-- okbuttest/web.go --
`+bad+`
-- okbuttest/web_test.go --
package web

var Z undefined
`)
	list := m.findings("./...")
	found(t, list, loggedAt, "okbuttest/web.go"+insecureAt, "web/web.go"+insecureAt)
	res := m.command("./...")
	res.want(t, 2, "3 findings", "")
	if n := strings.Count(res.err, "\n"); n != 4 {
		t.Errorf("want 4 lines for 4 packages, have %d: %v", n, res)
	}
	for _, line := range []string{
		"sessionlint: example.com/m/broken: " + filepath.Join(m.dir, "broken/broken.go") + ":3:13: cannot use",
		"(and 1 more)",
		"sessionlint: example.com/m/user: not analysed, because example.com/m/broken does not compile",
		"sessionlint: example.com/m/syntax: ",
		"sessionlint: example.com/m/okbuttest: ",
	} {
		if !strings.Contains(res.err, line) {
			t.Errorf("want %q in %v", line, res)
		}
	}
}

// A directory whose files are all excluded is not worth a word among others.
func TestExcludedFiles(t *testing.T) {
	m := newModule(t, "-- web.go --\n"+bad+`
-- it/it_test.go --
//go:build integration

package it
-- it/it.go --
//go:build never

package it
`)
	res := m.command("./...")
	res.want(t, 1, "1 finding in 1 file of 1 package", "")
	if res.err != "" {
		t.Errorf("want no complaint, have %v", res)
	}
	m.command("./it").want(t, 2, "", "it")
}

// A rule that fails is named and does not take the others with it.
func TestFailingRule(t *testing.T) {
	m := newModule(t, "-- web.go --\n"+bad+"\nvar PanicPlease int\n-- other/web.go --\n"+bad)
	res := m.command("./...")
	res.want(t, 2, "cookiesecure 2", "plaincookie: rule plaincookie failed on package example.com/m ")
	if n := strings.Count(res.err, "\n"); n != 1 {
		t.Errorf("want one line, have %v", res)
	}
	m.vet("./...").want(t, 1, "", "rule plaincookie failed on package example.com/m ")
}

// Facts about methods arrive where their package is not imported.
func TestIndirectFact(t *testing.T) {
	m := newModule(t, `
-- a.go --
package a

import (
	"log"

	"example.com/m/b"
)

func F() { log.Println(b.Make().FreshToken()) }
-- b/b.go --
package b

import "example.com/m/c"

func Make() c.T { return c.T{} }
-- c/c.go --
package c

type T struct{}

func (T) FreshToken() string { return "" }
`)
	found(t, m.agree("."), "a.go:9:24-9:45 tokenlog")
}
