package main

import (
	"io"
	"log"
	"net/http"
	"time"

	chi "gitea.com/go-chi/session"
	"github.com/flamego/flamego"
	flame "github.com/flamego/session"
	"github.com/go-macaron/session"
	"gopkg.in/macaron.v1"
)

// Providers learn for how long a session may be idle.
type macaronProvider struct{ session.MemProvider }

type chiProvider struct{ chi.MemProvider }

var idle int64

func (p *macaronProvider) Init(lifetime int64, config string) error {
	idle = lifetime
	return p.MemProvider.Init(lifetime, config)
}

func (p *chiProvider) Init(lifetime int64, config string) error {
	idle = lifetime
	return p.MemProvider.Init(lifetime, config)
}

func observeInjected() {
	log.SetOutput(io.Discard)
	const mac, tea, flm = "github.com/go-macaron/session", "gitea.com/go-chi/session", "github.com/flamego/session"
	got := macaronCookie()
	see(mac+".Sessioner", "", got)
	see(mac+".Options", "zero", got)

	chi.RegisterFn("probe", func() chi.Provider { return &chiProvider{} })
	wrap := must(chi.Sessioner(chi.Options{Provider: "probe"}))
	got = answer(wrap(http.HandlerFunc(func(http.ResponseWriter, *http.Request) {})).ServeHTTP)
	got["IdleTimeout"] = limit(time.Duration(idle) * time.Second)
	see(tea+".Sessioner", "", got)
	see(tea+".Options", "zero", got)

	see(flm+".Sessioner", "", flameCookie())
	see(flm+".Options", "zero", flameCookie(flame.Options{}))
}

func macaronCookie() map[string]string {
	session.Register("probe", &macaronProvider{})
	m := macaron.NewWithLogger(io.Discard)
	m.Use(macaron.Renderer())
	m.Use(session.Sessioner(session.Options{Provider: "probe"}))
	m.Get("/dir/page", func() string { return "" })
	got := answer(m.ServeHTTP)
	return with(got, "IdleTimeout", limit(time.Duration(idle)*time.Second))
}

func flameCookie(options ...flame.Options) map[string]string {
	f := flamego.New()
	f.Use(flame.Sessioner(options...))
	f.Get("/dir/page", func() string { return "" })
	return answer(f.ServeHTTP)
}
