package lib

import (
	"slices"
	"time"

	"github.com/sessionlint/sessionlint/internal/model"
)

// injectedSessions are middleware that load a session for each request and
// save it behind the handler.
func injectedSessions() []*model.Library {
	return []*model.Library{macaronSession(), giteaSession(), flamegoSession()}
}

// macaronSession: an ini file that the program gives to macaron may say what
// Options leave out. CookieSameSite is a bool: Lax, or Strict.
func macaronSession() *model.Library {
	const pkg = "github.com/go-macaron/session"
	m := sessionAPI{prefix: "(*" + pkg + ".Manager).", kind: model.ServerSession, saves: true, does: model.InHeader}
	s := m
	s.prefix = "(" + pkg + ".Store)."
	return &model.Library{
		Module:  pkg,
		Name:    "macaron/session",
		Majors:  []string{"v1.0"},
		Doc:     "https://pkg.go.dev/" + pkg + "; session.go at v1.0.3",
		Anchors: []string{pkg},
		Types:   []model.Type{{Symbol: pkg + ".Options", Kind: model.Store, Session: model.ServerSession, Settings: macaronOptions()}},
		Funcs: []model.Func{
			{Symbol: pkg + ".Sessioner", Role: model.StoreNew, Session: model.ServerSession, Type: pkg + ".Options", Args: []model.Arg{arg(model.ArgConfig, 0)}, Defaults: macaronDefaults("Lax")},
			{Symbol: "(" + pkg + ".RawStore).ID", Role: model.SessionID},
		},
		Life: slices.Concat(
			rawStoreLife(pkg),
			m.do(model.SessionOpen, "Start"),
			m.do(model.SessionRenew, "RegenerateId"), m.do(model.SessionDestroy, "Destory"), // sic
			s.do(model.SessionRenew, "RegenerateId"), s.do(model.SessionDestroy, "Destory"),
			byID(s.prefix, "Read"),
		),
	}
}

// giteaSession is its descendant for net/http.
func giteaSession() *model.Library {
	const pkg = "gitea.com/go-chi/session"
	m := sessionAPI{prefix: "(*" + pkg + ".Manager).", session: 1, kind: model.ServerSession, saves: true, does: model.InHeader}
	s, top := m, m
	s.prefix, top.prefix = "("+pkg+".Store).", pkg+"."
	options := append(macaronOptions(), model.Field{Path: "SameSite", Setting: model.SameSite})
	return &model.Library{
		Module:  pkg,
		Name:    "go-chi/session",
		Majors:  []string{"v0.0"},
		Doc:     "https://pkg.go.dev/" + pkg + "; session.go at v0.0.0-20260708011333-ebced8a7a2d6",
		Anchors: []string{pkg},
		Types:   []model.Type{{Symbol: pkg + ".Options", Kind: model.Store, Session: model.ServerSession, Settings: options}},
		Funcs: []model.Func{
			{Symbol: pkg + ".Sessioner", Role: model.StoreNew, Session: model.ServerSession, Type: pkg + ".Options", Args: []model.Arg{arg(model.ArgConfig, 0)}, Defaults: macaronDefaults("")},
			{Symbol: "(" + pkg + ".RawStore).ID", Role: model.SessionID},
			{Symbol: pkg + ".GetCookie", Role: model.RequestCookie, Args: name(1)},
			{Symbol: pkg + ".NewSecret", Role: model.RandStrong, Bits: 256},
		},
		Life: slices.Concat(
			rawStoreLife(pkg),
			m.do(model.SessionOpen, "Start"), m.do(model.SessionRenew, "RegenerateID"), m.do(model.SessionDestroy, "Destroy"),
			s.do(model.SessionRenew, "RegenerateID"), s.do(model.SessionDestroy, "Destroy"),
			top.do(model.SessionRenew, "RegenerateSession"),
			sessionAPI{prefix: pkg + ".", kind: model.ServerSession, saves: true}.do(model.SessionOpen, "GetSession"),
			byID(s.prefix, "Read"),
		),
	}
}

// byID is a function that opens whatever session its first argument names.
func byID(prefix, names string) []model.Func {
	return sessionAPI{prefix: prefix, kind: model.ServerSession, saves: true}.do(model.SessionOpen, names)
}

// rawStoreLife are the calls on one session; the middleware releases it.
func rawStoreLife(pkg string) []model.Func {
	raw := sessionAPI{prefix: "(" + pkg + ".RawStore).", session: model.Receiver, kind: model.ServerSession, saves: true}
	return slices.Concat(
		raw.put("Set"),
		raw.named(model.SessionGet, "Get"),
		raw.named(model.SessionRemove, "Delete"),
		raw.do(model.SessionClear, "Flush"),
		raw.do(model.SessionSave, "Release"),
	)
}

func macaronOptions() []model.Field {
	return []model.Field{
		{Path: "CookieName", Setting: model.Name, Zero: text("MacaronSession")},
		{Path: "CookiePath", Setting: model.Path, Zero: text("/")},
		{Path: "Domain", Setting: model.Domain},
		{Path: "Secure", Setting: model.Secure},
		{Path: "CookieLifeTime", Setting: model.MaxAge, Form: model.Seconds},
		{Path: "Maxlifetime", Setting: model.IdleTimeout, Form: model.Seconds, Zero: lasts(time.Hour)}, // that of Gclifetime
	}
}

func macaronDefaults(sameSite string) []model.Default {
	site := model.Default{Setting: model.SameSite, Is: model.Unset}
	if sameSite != "" {
		site.Is, site.Text = model.Text, sameSite
	}
	return []model.Default{
		site,
		{Setting: model.Name, Is: model.Text, Text: "MacaronSession"},
		{Setting: model.Path, Is: model.Text, Text: "/"},
		{Setting: model.Domain, Is: model.Unset},
		{Setting: model.Secure, Is: model.Off},
		{Setting: model.HTTPOnly, Is: model.On},
		{Setting: model.MaxAge, Is: model.Unset},
		{Setting: model.IdleTimeout, Is: model.Lasts, Dur: time.Hour},
		{Setting: model.AbsoluteTimeout, Is: model.Unset},
	}
}

// flamegoSession: a Cookie of which nothing is set is HttpOnly; as soon as one
// field is, HTTPOnly says so itself. It makes a session under whatever ID the
// client sends (manager.go, load).
func flamegoSession() *model.Library {
	const pkg = "github.com/flamego/session"
	s := sessionAPI{prefix: "(" + pkg + ".Session).", session: model.Receiver, kind: model.ServerSession, saves: true}
	store := sessionAPI{prefix: "(" + pkg + ".Store).", session: 1, kind: model.ServerSession, saves: true}
	all := model.Default{Is: model.Elsewhere, Note: "on if nothing of Cookie is set"}
	return &model.Library{
		Module:  pkg,
		Name:    "flamego/session",
		Majors:  []string{"v1.6"},
		Doc:     "https://pkg.go.dev/" + pkg + "; session.go, manager.go at v1.6.6",
		Anchors: []string{pkg},
		Types: []model.Type{
			{Symbol: pkg + ".Options", Kind: model.Store, Session: model.ServerSession, Settings: []model.Field{
				{Path: "Cookie.Name", Setting: model.Name, Zero: text("flamego_session")},
				{Path: "Cookie.Path", Setting: model.Path, Zero: text("/")},
				{Path: "Cookie.Domain", Setting: model.Domain},
				{Path: "Cookie.MaxAge", Setting: model.MaxAge, Form: model.Seconds},
				{Path: "Cookie.Secure", Setting: model.Secure},
				{Path: "Cookie.HTTPOnly", Setting: model.HTTPOnly, Zero: all},
				{Path: "Cookie.SameSite", Setting: model.SameSite, Zero: text("Lax")},
			}},
		},
		Funcs: []model.Func{
			{Symbol: pkg + ".Sessioner", Adopts: "*", Role: model.StoreNew, Session: model.ServerSession, Type: pkg + ".Options", Args: []model.Arg{arg(model.ArgConfig, 0)}, Defaults: flamegoDefaults()},
			{Symbol: s.prefix + "ID", Role: model.SessionID},
		},
		Life: slices.Concat(
			s.put("Set"),
			s.named(model.SessionGet, "Get"),
			s.named(model.SessionRemove, "Delete"),
			s.do(model.SessionClear, "Flush"),
			s.do(model.SessionRenew, "RegenerateID"),
			store.do(model.SessionDestroy, "Destroy"),
			store.do(model.SessionSave, "Save"),
			store.do(model.SessionOpen, "Read"),
		),
	}
}

// flamegoDefaults: how long a session may be idle is said in Options.Config,
// whose type belongs to the store.
func flamegoDefaults() []model.Default {
	return []model.Default{
		{Setting: model.Name, Is: model.Text, Text: "flamego_session"},
		{Setting: model.Path, Is: model.Text, Text: "/"},
		{Setting: model.Domain, Is: model.Unset},
		{Setting: model.Secure, Is: model.Off},
		{Setting: model.HTTPOnly, Is: model.On},
		{Setting: model.SameSite, Is: model.Text, Text: "Lax"},
		{Setting: model.MaxAge, Is: model.Unset},
		{Setting: model.IdleTimeout, Is: model.Elsewhere, Note: "Lifetime of the Config, one hour in memory"},
		{Setting: model.AbsoluteTimeout, Is: model.Unset},
	}
}
