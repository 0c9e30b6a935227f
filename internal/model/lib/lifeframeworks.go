package lib

import (
	"slices"

	"github.com/sessionlint/sessionlint/internal/model"
)

// fiberLife: middleware/session/session.go at v2.52.15 and v3.5.0. Regenerate
// and Reset delete the old record and make a fresh ID; Destroy needs no Save.
func fiberLife(pkg, more string) []model.Func {
	a := sessionAPI{prefix: "(*" + pkg + ".Session).", session: model.Receiver, kind: model.ServerSession}
	ends := a
	ends.saves = true
	return slices.Concat(
		a.put("Set"),
		a.named(model.SessionGet, "Get"),
		a.named(model.SessionRemove, "Delete"),
		a.do(model.SessionRenew, "Regenerate Reset "+more),
		a.do(model.SessionSave, "Save"),
		ends.do(model.SessionDestroy, "Destroy"),
	)
}

func fiber2Life(pkg string) []model.Func {
	store := sessionAPI{prefix: "(*" + pkg + ".Store).", kind: model.ServerSession, saves: true}
	return slices.Concat(fiberLife(pkg, ""),
		store.do(model.SessionOpen, "Get"),
		store.do(model.SessionDestroy, "Delete"), // store.go:150: by ID
		each(model.Func{Role: model.SessionDestroyAll, Session: model.ServerSession, Saves: true}, store.prefix, "Reset"),
	)
}

// fiber3Life: middleware.go: the middleware saves behind the handler.
func fiber3Life(pkg string) []model.Func {
	store := sessionAPI{prefix: "(*" + pkg + ".Store).", kind: model.ServerSession, saves: true}
	m := sessionAPI{prefix: "(*" + pkg + ".Middleware).", session: model.Receiver, kind: model.ServerSession, saves: true}
	byID := store
	byID.session = 1
	return slices.Concat(fiberLife(pkg, "RegenerateWithContext ResetWithContext"),
		sessionAPI{prefix: "(*" + pkg + ".Session).", session: model.Receiver, kind: model.ServerSession, saves: true}.do(model.SessionDestroy, "DestroyWithContext"),
		store.do(model.SessionOpen, "Get"),
		byID.do(model.SessionOpen, "GetByID"),
		byID.do(model.SessionDestroy, "Delete"),
		each(model.Func{Role: model.SessionDestroyAll, Session: model.ServerSession, Saves: true}, store.prefix, "Reset"),
		m.put("Set"),
		m.named(model.SessionGet, "Get"),
		m.named(model.SessionRemove, "Delete"),
		m.do(model.SessionRenew, "Regenerate Reset"),
		m.do(model.SessionDestroy, "Destroy"),
		sessionAPI{prefix: pkg + ".", kind: model.ServerSession, saves: true}.do(model.SessionOpen, "FromContext"),
	)
}

// beegoLife: server/web/controller.go and server/web/session at v2.3.10. The
// session is released, which saves it, behind the handler (router.go:1060).
// The provider "cookie" is the only one that keeps the data on the client.
func beegoLife(web string) []model.Func {
	c := sessionAPI{prefix: "(*" + web + ".Controller).", session: model.Receiver, kind: model.ServerSession, saves: true}
	store := sessionAPI{prefix: "(" + web + "/session.Store).", session: model.Receiver, saves: true, kind: model.ServerSession}
	manager := sessionAPI{prefix: "(*" + web + "/session.Manager).", session: 1, saves: true, kind: model.ServerSession}
	key := func(i int) model.Arg { return model.Arg{Slot: model.ArgName, Index: i} }
	value := func(i int) model.Arg { return model.Arg{Slot: model.ArgValue, Index: i} }
	return slices.Concat(
		c.put("SetSession"),
		c.named(model.SessionGet, "GetSession"),
		c.named(model.SessionRemove, "DelSession"),
		c.do(model.SessionRenew, "SessionRegenerateID"),
		c.do(model.SessionDestroy, "DestroySession"),
		c.do(model.SessionOpen, "StartSession"),
		sessionAPI{prefix: "(*" + web + "/context.BeegoOutput).", session: model.Receiver, kind: model.ServerSession, saves: true}.put("Session"),
		sessionAPI{prefix: "(*" + web + "/context.BeegoInput).", session: model.Receiver, kind: model.ServerSession, saves: true}.named(model.SessionGet, "Session"),
		store.do(model.SessionPut, "Set", key(1), value(2)),
		store.do(model.SessionGet, "Get", key(1)),
		store.do(model.SessionRemove, "Delete", key(1)),
		store.do(model.SessionClear, "Flush"),
		store.do(model.SessionSave, "SessionRelease SessionReleaseIfPresent"),
		manager.do(model.SessionOpen, "SessionStart"),
		manager.do(model.SessionRenew, "SessionRegenerateID"),
		manager.do(model.SessionDestroy, "SessionDestroy"),
		sessionAPI{prefix: "(" + web + "/session.Provider).", session: 1, saves: true, kind: model.ServerSession}.do(model.SessionDestroy, "SessionDestroy"),
	)
}

// irisLife: sessions/session.go and sessions.go at v12.2.11. Start adopts the
// ID that the client sends, and nothing renews it.
func irisLife(pkg string) []model.Func {
	s := sessionAPI{prefix: "(*" + pkg + ".Session).", session: model.Receiver, kind: model.ServerSession, saves: true}
	m := sessionAPI{prefix: "(*" + pkg + ".Sessions).", kind: model.ServerSession, saves: true}
	return slices.Concat(
		s.put("Set SetImmutable"),
		s.named(model.SessionGet, "Get GetString GetStringDefault GetInt GetIntDefault GetInt64 GetInt64Default GetBoolean GetBooleanDefault"),
		s.named(model.SessionRemove, "Delete"),
		s.do(model.SessionClear, "Clear"),
		s.do(model.SessionDestroy, "Destroy"),
		m.do(model.SessionOpen, "Start StartWithPath"),
		m.do(model.SessionDestroy, "Destroy DestroyByID"),
		each(model.Func{Role: model.SessionDestroyAll, Session: model.ServerSession, Saves: true}, m.prefix, "DestroyAll"),
		sessionAPI{prefix: pkg + ".", kind: model.ServerSession, saves: true}.do(model.SessionOpen, "Get"),
	)
}
