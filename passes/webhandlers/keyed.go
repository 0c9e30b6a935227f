package webhandlers

import (
	"go/types"

	"golang.org/x/tools/go/ssa"

	"github.com/sessionlint/sessionlint/internal/model"
	"github.com/sessionlint/sessionlint/passes/calls"
)

// keyed: sessions that are kept under a key in a cache, or in a file each. What
// kind of record it is follows from the text of the key: "session:" + id.
func (e *engine) keyed(call *ssa.CallCommon, callee *types.Func) Effect {
	n := nameOf(callee.Name())
	switch {
	case pathOf(callee) == "os":
		if callee.Name() != "Remove" && callee.Name() != "RemoveAll" && callee.Name() != "WriteFile" && callee.Name() != "OpenFile" && callee.Name() != "Create" {
			return 0
		}
	case calls.IsStd(pathOf(callee)), !calls.HasReceiver(call) && !call.IsInvoke():
		return 0
	}
	ends, begins := n.starts("del delete remove unlink evict"), n.starts("set put store write open create setex")
	if !ends && !begins {
		return 0
	}
	for i, arg := range calls.Operands(call) {
		if i == 0 && calls.HasReceiver(call) {
			continue
		}
		for _, v := range calls.Elements(arg) {
			switch {
			case isConst(v): // of one thing, like a cookie, not of a session of many
			case !isText(v.Type()) || !isSessionKey(v):
			case ends:
				return Destroys | Deletes
			case e.isRandom(v):
				return Begins
			}
		}
	}
	return 0
}

// isSessionKey reports whether a key is made of a text, or by a function, that is
// about sessions.
func isSessionKey(v ssa.Value) bool {
	return comesFrom(v, true, func(v ssa.Value) (bool, bool) {
		if call, ok := v.(*ssa.Call); ok {
			callee := calls.Callee(call.Common())
			return callee != nil && isSessionName(nameOf(callee.Name())), true
		}
		text, ok := textOf(v)
		return ok && isSessionName(nameOf(text)), true
	})
}

func isSessionName(n name) bool {
	return n.has("session sessions sess sid") && !n.has(notSessions+" pending oauth state")
}

// isKept reports whether what a call decodes comes from a file or a database of
// the program's own, and not from the client.
func (e *engine) isKept(call *ssa.CallCommon) bool {
	return len(call.Args) > 0 && isText(call.Args[0].Type()) && comesFrom(call.Args[0], true, func(v ssa.Value) (bool, bool) {
		read, ok := v.(*ssa.Call)
		if !ok {
			return false, true
		}
		callee := calls.Callee(read.Common())
		f := e.index.Func(callee)
		return callee != nil && callee.FullName() == "os.ReadFile" || f != nil && f.Role == model.DBRead, true
	})
}

func isConst(v ssa.Value) bool {
	_, ok := bare(v).(*ssa.Const)
	return ok
}
