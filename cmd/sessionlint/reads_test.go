package main

import (
	"fmt"
	"maps"
	"slices"
	"testing"
)

const wrapped = `-- web/web.go --
package web

import "net/http"

// A Request is the program's own kind of request.
type Request struct{ instance *http.Request }

// Cookie returns what a cookie carries.
func (r Request) Cookie(name string) string {
	c, err := r.instance.Cookie(name)
	if err != nil {
		return ""
	}
	return c.Value
}

// A Context is what handlers get.
type Context struct{ Request Request }

func (c *Context) cookieOf(shop, name string) string { return c.Request.Cookie(name) }

// Prefixed reads another cookie than the one that its caller names.
func (c *Context) Prefixed(name string) string {
	name = "shop_" + name
	return c.Request.Cookie(name)
}

// User is who is logged in.
func (c *Context) User() string { return c.cookieOf("shop", "session") }

// Listed finds a cookie among all of them.
func Listed(r *http.Request, name string) string {
	for _, c := range r.Cookies() {
		if c.Name == name {
			return c.Value
		}
	}
	return ""
}

// Received looks at the cookies of an answer, which nobody sent.
func Received(r *http.Response) bool {
	for _, c := range r.Cookies() {
		if c.Name == "session" {
			return true
		}
	}
	return false
}
-- shop/shop.go --
package shop

import (
	"net/http"

	"example.com/m/web"
)

const refresh = "refresh_token"

func renew(c *web.Context) string { return c.Request.Cookie(refresh) }

func other(c *web.Context) string { return c.Prefixed("session") }

func listed(r *http.Request) string { return web.Listed(r, "session") }
`

// TestWrappedReads: cookies are read through the program's own kinds of
// requests, and by helpers.
func TestWrappedReads(t *testing.T) {
	a := newModule(t, wrapped).assessed()
	read := map[string][]string{}
	for _, s := range a.Sessions {
		for _, r := range s.Read {
			read[s.Name] = append(read[s.Name], fmt.Sprintf("%s:%d", r.File, r.Start.Line))
		}
	}
	want := map[string][]string{"session": {"shop/shop.go:15", "web/web.go:29"}, "refresh_token": {"shop/shop.go:11"}}
	if !maps.EqualFunc(read, want, slices.Equal) {
		t.Errorf("read: %v, want %v", read, want)
	}
}

const believed = `-- web.go --
package web

import (
	"crypto/hmac"
	"crypto/sha256"
	"encoding/hex"
	"net/http"
	"strings"
)

var key []byte

// whose name says nothing, and which says who somebody is
func who(r *http.Request) string {
	c, err := r.Cookie("shop_user")
	if err != nil {
		return ""
	}
	user, sum, _ := strings.Cut(c.Value, ".")
	mac := hmac.New(sha256.New, key)
	mac.Write([]byte(user))
	if !hmac.Equal([]byte(sum), []byte(hex.EncodeToString(mac.Sum(nil)))) {
		return ""
	}
	return user
}

func leave(w http.ResponseWriter) {
	http.SetCookie(w, &http.Cookie{Name: "shop_user", Path: "/", MaxAge: -1})
}

func theme(r *http.Request) string {
	c, err := r.Cookie("theme")
	if err != nil {
		return "light"
	}
	return c.Value
}
`

// TestBelievedCookies: what says who somebody is belongs into the session map,
// whatever it is called.
func TestBelievedCookies(t *testing.T) {
	list := newModule(t, believed).assessed().Sessions
	if len(list) != 1 || list[0].Name != "shop_user" || len(list[0].Read) != 1 || len(list[0].Ended) != 1 {
		t.Errorf("%+v", list)
	}
}

// TestUnprotected: what would protect a cookie and is not set is named.
func TestUnprotected(t *testing.T) {
	m := newModule(t, "-- web.go --\npackage web\n\nimport \"net/http\"\n\nfunc start(w http.ResponseWriter, token string) {\n"+
		"\thttp.SetCookie(w, &http.Cookie{Name: \"session\", Value: token, Path: \"/\", HttpOnly: true})\n}\n")
	const want = "Secure never set; HttpOnly true; SameSite never set; Path /"
	if list := m.assessed().Sessions; len(list) != 1 || list[0].Describe() != want {
		t.Errorf("%+v, want %s", list, want)
	}
}
