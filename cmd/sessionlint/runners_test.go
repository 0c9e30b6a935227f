package main

import (
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
	m.command("-tests=1", "./auth").want(t, 1, "auth_test.go", "")
	found(t, m.agree("-tests", "./auth"), "auth/auth_test.go:8:44-8:51 tokenlog", "auth/ext_test.go:10:42-10:54 tokenlog")
}

// Without -json go vet prints text, and the tool's exit code is its own.
func TestVetText(t *testing.T) {
	m := newModule(t, chain)
	m.vet("./...").want(t, 1, "", "web/web.go:6:21: session cookie is sent over plain HTTP (Secure is never set), set it to true\n")
	m.vet("./auth").want(t, 0, "", "")
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
