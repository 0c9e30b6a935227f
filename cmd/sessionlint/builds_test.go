package main

import (
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

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
// analysed. Tests that do not compile spoil nothing, unless they count.
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
	if n := strings.Count(res.err, "\n"); n != 3 {
		t.Errorf("want 3 lines for 3 packages, have %d: %v", n, res)
	}
	for _, line := range []string{
		"sessionlint: example.com/m/broken: " + filepath.Join(m.dir, "broken/broken.go") + ":3:13: cannot use",
		"(and 1 more)",
		"sessionlint: example.com/m/user: not analysed, because example.com/m/broken does not compile",
		"sessionlint: example.com/m/syntax: ",
	} {
		if !strings.Contains(res.err, line) {
			t.Errorf("want %q in %v", line, res)
		}
	}
	m.command("-tests", "./okbuttest").want(t, 2, "1 finding", "sessionlint: example.com/m/okbuttest: ")
	m.write("user/.sessionlint.yaml", "tests: true\n")
	m.command("./okbuttest").want(t, 1, "1 finding", "")
	m.write("okbuttest/.sessionlint.yaml", "tests: true\n")
	m.command("./okbuttest").want(t, 2, "1 finding", "sessionlint: example.com/m/okbuttest: ")
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
