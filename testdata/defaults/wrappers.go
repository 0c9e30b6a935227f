//go:build !old

package main

import (
	"context"
	"reflect"
	"unsafe"

	gsessions "github.com/gin-contrib/sessions"
	"github.com/gin-contrib/sessions/cookie"
	"github.com/gin-contrib/sessions/filesystem"
	"github.com/gin-contrib/sessions/memstore"
	"github.com/gin-gonic/gin"

	"github.com/cloudwego/hertz/pkg/app"
	"github.com/cloudwego/hertz/pkg/app/server"
	"github.com/cloudwego/hertz/pkg/common/ut"
	hsessions "github.com/hertz-contrib/sessions"
	hcookie "github.com/hertz-contrib/sessions/cookie"
)

func observeWrappers(dir string) {
	const pkg = "github.com/gin-contrib/sessions"
	key := []byte("0123456789abcdef0123456789abcdef")
	for symbol, store := range map[string]gsessions.Store{
		pkg + "/cookie.NewStore":     cookie.NewStore(key),
		pkg + "/memstore.NewStore":   memstore.NewStore(key),
		pkg + "/filesystem.NewStore": filesystem.NewStore(dir, key),
	} {
		see(symbol, "", with(ginSession(store, nil), "AbsoluteTimeout", codecAge(embedded(store))))
	}
	store := cookie.NewStore(key)
	store.Options(gsessions.Options{})
	got := with(ginSession(store, nil), "AbsoluteTimeout", codecAge(embedded(store)))
	see("("+pkg+".Store).Options", "Options{}", got)
	see(pkg+".Options", "zero", ginSession(cookie.NewStore(key), &gsessions.Options{}))

	const hertz = "github.com/hertz-contrib/sessions"
	see(hertz+"/cookie.NewStore", "", with(hertzSession(hcookie.NewStore(key), nil), "AbsoluteTimeout", codecAge(embedded(hcookie.NewStore(key)))))
	see(hertz+".Options", "zero", hertzSession(hcookie.NewStore(key), &hsessions.Options{}))
}

// embedded returns the gorilla store inside a wrapper: its first field.
func embedded(store any) any {
	f := reflect.ValueOf(store).Elem().Field(0)
	return reflect.NewAt(f.Type(), unsafe.Pointer(f.UnsafeAddr())).Elem().Interface()
}

func ginSession(store gsessions.Store, o *gsessions.Options) map[string]string {
	gin.SetMode(gin.ReleaseMode)
	e := gin.New()
	e.Use(gsessions.Sessions("sid", store))
	e.GET("/dir/page", func(c *gin.Context) {
		s := gsessions.Default(c)
		s.Set("user", "x")
		if o != nil {
			s.Options(*o)
		}
		if err := s.Save(); err != nil {
			panic(err)
		}
	})
	return answer(e.ServeHTTP)
}

func hertzSession(store hsessions.Store, o *hsessions.Options) map[string]string {
	h := server.New()
	h.Use(hsessions.New("sid", store))
	h.GET("/dir/page", func(_ context.Context, c *app.RequestContext) {
		s := hsessions.Default(c)
		s.Set("user", "x")
		if o != nil {
			s.Options(*o)
		}
		if err := s.Save(); err != nil {
			panic(err)
		}
	})
	w := ut.PerformRequest(h.Engine, "GET", "/dir/page", nil)
	return sent(w.Result().Header.GetAll("Set-Cookie"))
}
