package main

import (
	"context"
	"net"
	"net/http"
	"time"

	fast "github.com/fasthttp/session/v2"
	gosession "github.com/go-session/session/v3"
	"github.com/icza/session"
	"github.com/swithek/sessionup"
	"github.com/valyala/fasthttp"
)

func observeIDs() {
	observeIcza()
	observeGoSession()
	observeFasthttpSession()
	got := answer(func(w http.ResponseWriter, r *http.Request) {
		if err := sessionup.NewManager(upStore{}).Init(w, r, "user"); err != nil {
			panic(err)
		}
	})
	see("github.com/swithek/sessionup.NewManager", "", got)
}

func observeIcza() {
	const pkg = "github.com/icza/session"
	for symbol, made := range map[string]func(session.Store) session.Manager{
		pkg + ".NewCookieManager": session.NewCookieManager,
		pkg + ".NewCookieManagerOptions": func(s session.Store) session.Manager {
			return session.NewCookieManagerOptions(s, &session.CookieMngrOptions{})
		},
	} {
		m := made(session.NewInMemStoreOptions(&session.InMemStoreOptions{Logger: session.NoopLogger}))
		got := answer(func(w http.ResponseWriter, _ *http.Request) { m.Add(session.NewSession(), w) })
		see(symbol, "", got)
		if symbol == pkg+".NewCookieManagerOptions" {
			see(pkg+".CookieMngrOptions", "zero", got)
		}
	}
}

// A goStore keeps the expiry that it is given.
type goStore struct {
	gosession.ManagerStore
	expired *int64
}

func (s goStore) Create(ctx context.Context, sid string, expired int64) (gosession.Store, error) {
	*s.expired = expired
	return s.ManagerStore.Create(ctx, sid, expired)
}

func observeGoSession() {
	const pkg = "github.com/go-session/session/v3"
	var expired int64
	option := gosession.SetStore(goStore{gosession.NewMemoryStore(), &expired})
	m := gosession.NewManager(option)
	gosession.InitManager(option)
	for symbol, start := range map[string]func(context.Context, http.ResponseWriter, *http.Request) (gosession.Store, error){
		pkg + ".NewManager": m.Start, pkg + ".InitManager": gosession.Start,
	} {
		got := secureness(func(w http.ResponseWriter, r *http.Request) { must(start(r.Context(), w, r)) })
		see(symbol, "", with(got, "IdleTimeout", limit(time.Duration(expired)*time.Second)))
	}
}

// A fastProvider keeps the expiration that it is given.
type fastProvider struct{ expiration time.Duration }

func (p *fastProvider) Get([]byte) ([]byte, error) { return nil, nil }

func (p *fastProvider) Save(_, _ []byte, expiration time.Duration) error {
	p.expiration = expiration
	return nil
}

func (p *fastProvider) Destroy([]byte) error { return nil }

func (p *fastProvider) Regenerate(_, _ []byte, _ time.Duration) error { return nil }

func (p *fastProvider) Count() int { return 0 }

func (p *fastProvider) NeedGC() bool { return false }

func (p *fastProvider) GC() error { return nil }

func observeFasthttpSession() {
	const pkg = "github.com/fasthttp/session/v2"
	zero := fastCookie(fast.Config{})
	see(pkg+".New", "", zero)
	see(pkg+".Config", "zero", zero)
	see(pkg+".Config", "force SameSite=None", fastCookie(fast.Config{CookieSameSite: fasthttp.CookieSameSiteNoneMode}))
}

func fastCookie(config fast.Config) map[string]string {
	var ctx fasthttp.RequestCtx
	conn, _ := net.Pipe()
	ctx.Init2(conn, nil, false)
	s, provider := fast.New(config), &fastProvider{}
	if err := s.SetProvider(provider); err != nil {
		panic(err)
	}
	if err := s.Save(&ctx, must(s.Get(&ctx))); err != nil {
		panic(err)
	}
	var headers []string
	for _, value := range ctx.Response.Header.PeekAll("Set-Cookie") {
		headers = append(headers, string(value))
	}
	return with(sent(headers), "IdleTimeout", limit(provider.expiration))
}

// An upStore forgets everything.
type upStore struct{}

func (upStore) Create(context.Context, sessionup.Session) error { return nil }

func (upStore) FetchByID(context.Context, string) (sessionup.Session, bool, error) {
	return sessionup.Session{}, false, nil
}

func (upStore) FetchByUserKey(context.Context, string) ([]sessionup.Session, error) { return nil, nil }

func (upStore) DeleteByID(context.Context, string) error { return nil }

func (upStore) DeleteByUserKey(context.Context, string, ...string) error { return nil }
