package lib

import (
	"slices"
	"time"

	"github.com/sessionlint/sessionlint/internal/model"
)

// cookieSessions keep all data in the cookie.
func cookieSessions() []*model.Library {
	return []*model.Library{golangcollege(), dghubbleSessions()}
}

// golangcollege encrypts the data; it buffers the answer, so that nothing is
// lost once the handler has written.
func golangcollege() *model.Library {
	const pkg = "github.com/golangcollege/sessions"
	const session = pkg + ".Session"
	a := sessionAPI{prefix: "(*" + session + ").", kind: model.ClientSession, saves: true}
	return &model.Library{
		Module:  pkg,
		Name:    "golangcollege/sessions",
		Majors:  []string{"v1.2"},
		Doc:     "https://pkg.go.dev/" + pkg + "; session.go, data.go at v1.2.0",
		Anchors: []string{pkg},
		Types: []model.Type{{Symbol: session, Kind: model.Store, Session: model.ClientSession, Settings: []model.Field{
			{Path: "Domain", Setting: model.Domain},
			{Path: "HttpOnly", Setting: model.HTTPOnly},
			{Path: "Path", Setting: model.Path},
			{Path: "Secure", Setting: model.Secure},
			{Path: "SameSite", Setting: model.SameSite},
			{Path: "Persist", Setting: model.SessionOnly, Form: model.Inverted, Zero: model.Default{Is: model.On}},
			{Path: "Lifetime", Setting: model.AbsoluteTimeout, Form: model.Nanos}, // session.go, load: Expiry is in the data
			{Path: "Lifetime", Setting: model.MaxAge, Form: model.Nanos},
		}}},
		Funcs: []model.Func{
			{Symbol: pkg + ".New", Role: model.StoreNew, Session: model.ClientSession, Type: session, Args: secrets(0, 1), Defaults: golangcollegeDefaults()},
			{Symbol: a.prefix + "Enable", Role: model.SessionUse, Args: []model.Arg{{Slot: model.ArgStore, Index: model.Receiver}}},
		},
		Life: slices.Concat(
			a.put("Put"),
			a.named(model.SessionGet, "Get GetBool GetBytes GetFloat GetInt GetString GetTime Exists"),
			a.named(model.SessionRemove, "Remove Pop PopBool PopBytes PopFloat PopInt PopString PopTime"),
			a.do(model.SessionDestroy, "Destroy"),
		),
	}
}

// golangcollegeDefaults: session.go, New.
func golangcollegeDefaults() []model.Default {
	return []model.Default{
		{Setting: model.Name, Is: model.Text, Text: "session"},
		{Setting: model.Domain, Is: model.Unset},
		{Setting: model.HTTPOnly, Is: model.On},
		{Setting: model.Path, Is: model.Text, Text: "/"},
		{Setting: model.SameSite, Is: model.Text, Text: "Lax"},
		{Setting: model.Secure, Is: model.Off},
		{Setting: model.SessionOnly, Is: model.Off},
		{Setting: model.MaxAge, Is: model.Lasts, Dur: 24 * time.Hour},
		{Setting: model.AbsoluteTimeout, Is: model.Lasts, Dur: 24 * time.Hour},
		{Setting: model.IdleTimeout, Is: model.Unset},
	}
}

// dghubbleSessions: a literal CookieConfig sends only what it says, without
// one DefaultCookieConfig holds, which cannot be told from a nil variable. The
// codec refuses a cookie 30 days after it was saved, whatever MaxAge says.
func dghubbleSessions() *model.Library {
	const pkg = "github.com/dghubble/sessions"
	s := sessionAPI{prefix: "(*" + pkg + ".Session[V]).", session: model.Receiver, kind: model.ClientSession}
	saves := s
	saves.does, saves.saves = model.InHeader, true
	store := sessionAPI{prefix: "(" + pkg + ".Store[V any]).", kind: model.ClientSession}
	return &model.Library{
		Module:  pkg,
		Name:    "dghubble/sessions",
		Majors:  []string{"v0.4"},
		Doc:     "https://pkg.go.dev/" + pkg + "; cookie.go, session.go, store.go at v0.4.1",
		Anchors: []string{pkg},
		Types: []model.Type{
			{Symbol: pkg + ".CookieConfig", Kind: model.Options, Settings: dghubbleConfig()},
			{Symbol: pkg + ".Store", Kind: model.Store, Session: model.ClientSession},
			{Symbol: pkg + ".Session", Kind: model.PerSession},
		},
		Funcs: []model.Func{
			{Symbol: pkg + ".NewCookieStore", Role: model.StoreNew, Session: model.ClientSession, Type: pkg + ".Store", Args: append(secrets(1), arg(model.ArgOptions, 0)), Defaults: dghubbleDefaults()},
			{Symbol: "(" + pkg + ".Store[V any]).New", Role: model.SessionLoad, Type: pkg + ".Session", Args: []model.Arg{{Slot: model.ArgStore, Index: model.Receiver}, arg(model.ArgName, 0)}},
			{Symbol: "(" + pkg + ".Store[V any]).Get", Role: model.SessionLoad, Type: pkg + ".Session", Args: []model.Arg{{Slot: model.ArgStore, Index: model.Receiver}, arg(model.ArgName, 1)}},
		},
		Life: slices.Concat(
			s.put("Set"),
			s.named(model.SessionGet, "Get GetOk"),
			saves.do(model.SessionSave, "Save"),
			saves.do(model.SessionDestroy, "Destroy"),
			each(model.Func{Role: model.SessionNew, Session: model.ClientSession}, store.prefix, "New"),
			each(model.Func{Role: model.SessionNew, Session: model.ClientSession}, pkg+".", "NewSession"),
			store.do(model.SessionOpen, "Get"),
			sessionAPI{prefix: store.prefix, session: 1, kind: model.ClientSession, does: model.InHeader}.do(model.SessionSave, "Save"),
			each(model.Func{Role: model.SessionDestroy, Session: model.ClientSession, Saves: true, Does: model.InHeader}, store.prefix, "Destroy"),
		),
	}
}

// dghubbleConfig: cookie.go at v0.4.1; gologin has a copy with a name.
func dghubbleConfig() []model.Field {
	return []model.Field{
		{Path: "Domain", Setting: model.Domain},
		{Path: "Path", Setting: model.Path},
		{Path: "MaxAge", Setting: model.MaxAge, Form: model.Seconds},
		{Path: "Secure", Setting: model.Secure},
		{Path: "HTTPOnly", Setting: model.HTTPOnly},
		{Path: "SameSite", Setting: model.SameSite},
	}
}

// dghubbleDefaults: DefaultCookieConfig, for a nil config.
func dghubbleDefaults() []model.Default {
	return []model.Default{
		{Setting: model.Path, Is: model.Text, Text: "/"},
		{Setting: model.Domain, Is: model.Unset},
		{Setting: model.MaxAge, Is: model.Lasts, Dur: 7 * 24 * time.Hour},
		{Setting: model.Secure, Is: model.On},
		{Setting: model.HTTPOnly, Is: model.On},
		{Setting: model.SameSite, Is: model.Text, Text: "Lax"},
		{Setting: model.AbsoluteTimeout, Is: model.Lasts, Dur: month, Note: "counts from the last Save"},
		{Setting: model.IdleTimeout, Is: model.Unset},
	}
}
