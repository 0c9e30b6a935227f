package main

import (
	"net/http"
	"reflect"
	"time"

	dghubble "github.com/dghubble/sessions"
	"github.com/gogf/gf/v2/net/ghttp"
	"github.com/golangcollege/sessions"
)

func observeCookies() {
	const college = "github.com/golangcollege/sessions"
	key := []byte("0123456789abcdef0123456789abcdef")
	s := sessions.New(key)
	see(college+".New", "", with(collegeCookie(s), "AbsoluteTimeout", limit(s.Lifetime)))
	s.HttpOnly, s.Path, s.Persist, s.SameSite = false, "", false, 0
	see(college+".Session", "zero", collegeCookie(s)) // Lifetime stays: a Persist that is off hides it

	const hub = "github.com/dghubble/sessions"
	store := dghubble.NewCookieStore[string](nil, key)
	got := answer(func(w http.ResponseWriter, _ *http.Request) {
		if err := store.New("n").Save(w); err != nil {
			panic(err)
		}
	})
	codec := reflect.ValueOf(store).Elem().FieldByName("codecs").Index(0).Elem().Elem()
	see(hub+".NewCookieStore", "", with(got, "AbsoluteTimeout", limit(time.Duration(codec.FieldByName("maxAge").Int())*time.Second)))

	c := ghttp.NewConfig()
	see("github.com/gogf/gf/v2/net/ghttp.NewConfig", "", map[string]string{
		"Name": c.SessionIdName, "Path": or(c.CookiePath), "Domain": or(c.CookieDomain), "SameSite": or(c.CookieSameSite), "Partitioned": "false",
		"Secure": text(c.CookieSecure), "HttpOnly": text(c.CookieHttpOnly), "MaxAge": limit(c.SessionCookieMaxAge), "IdleTimeout": limit(c.SessionMaxAge),
	})
}

func text(b bool) string {
	if b {
		return "true"
	}
	return "false"
}

func collegeCookie(s *sessions.Session) map[string]string {
	return answer(s.Enable(http.HandlerFunc(func(_ http.ResponseWriter, r *http.Request) { s.Put(r, "user", "x") })).ServeHTTP)
}
