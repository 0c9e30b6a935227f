package lib

import (
	"slices"

	"github.com/sessionlint/sessionlint/internal/model"
)

// scsLife: data.go at v2.9.0. LoadAndSave saves; Destroy makes the next Put of
// the request start a session with a fresh token (data.go:92, doStoreFind). It
// saves when the answer starts (session.go, sessionResponseWriter): what is
// changed later is lost.
func scsLife(pkg, manager string) []model.Func {
	a := sessionAPI{prefix: "(*" + manager + ").", kind: model.ServerSession, saves: true}
	saved := a
	saved.does = model.InHeader
	return slices.Concat(
		saved.put("Put"),
		a.named(model.SessionGet, "Get GetString GetBool GetInt GetInt64 GetInt32 GetFloat GetBytes GetTime Exists"),
		saved.named(model.SessionRemove, "Remove Pop PopString PopBool PopInt PopFloat PopBytes PopTime"),
		saved.do(model.SessionClear, "Clear"),
		saved.do(model.SessionRenew, "RenewToken"),
		a.do(model.SessionDestroy, "Destroy"),
		a.do(model.SessionSave, "Commit"),
		a.do(model.SessionOpen, "Load"),
		// Of any session: ending others.
		each(model.Func{Role: model.SessionDestroy, Session: model.ServerSession, Saves: true, Args: slots(model.ArgSession, 0)}, "("+pkg+".Store).", "Delete"),
		each(model.Func{Role: model.SessionDestroy, Session: model.ServerSession, Saves: true, Args: slots(model.ArgSession, 1)}, "("+pkg+".CtxStore).", "DeleteCtx"),
	)
}
