package webhandlers

import (
	"go/types"
	"strings"

	"golang.org/x/tools/go/ssa"

	"github.com/sessionlint/sessionlint/internal/model"
	"github.com/sessionlint/sessionlint/passes/calls"
)

// isHash reports whether a value is made from the stored form of a password,
// as this function, or one that it calls, has just made it.
func (e *engine) isHash(v ssa.Value) bool {
	return comesFrom(v, true, func(v ssa.Value) (bool, bool) {
		call, ok := v.(*ssa.Call)
		if !ok {
			return false, true
		}
		callee := e.calledQuietly(call.Common())
		if callee != nil && callee.GivesHash {
			return true, false
		}
		return false, spells(call.Common())
	})
}

// calledQuietly is called without reading functions that are being read.
func (e *engine) calledQuietly(call *ssa.CallCommon) *summary { return e.called(call) }

// spells reports whether a call returns another form of its arguments.
func spells(call *ssa.CallCommon) bool {
	callee := calls.Callee(call)
	if callee == nil || callee.Pkg() == nil {
		return false
	}
	switch callee.Pkg().Path() {
	case "fmt", "encoding/hex", "encoding/base64", "strings", "strconv", "bytes":
		return true
	}
	n := nameOf(callee.Name())
	return n.has("string ptr pointer from encode of nullstring new") && callee.Signature().Results().Len() == 1
}

// isNewPassword reports whether a value is called a password, or is the hash
// of one.
func (e *engine) isNewPassword(v ssa.Value) bool {
	if !isTextLike(v.Type()) {
		return false
	}
	n := nameOf(labelOf(v))
	return n.isPassword() && !n.has("old current existing previous") || n.has("hash hashed pwhash") && !n.has("token file content sha") || e.isHash(v)
}

func isTextLike(t types.Type) bool {
	if p, ok := t.Underlying().(*types.Pointer); ok {
		t = p.Elem()
	}
	return isText(t) || types.IsInterface(t) || isNullable(t) || nameOf(typeName(t)).isPassword()
}

// isNullable: sql.NullString, and the String of packages called null.
func isNullable(t types.Type) bool {
	named, ok := types.Unalias(t).(*types.Named)
	if !ok || named.Obj().Pkg() == nil {
		return false
	}
	return named.Obj().Name() == "NullString" || named.Obj().Name() == "String" && strings.Contains(named.Obj().Pkg().Path(), "null")
}

// byArguments adds what a call does with the password in its arguments.
func (e *engine) byArguments(fn *ssa.Function, instr ssa.CallInstruction, s *summary) {
	call := instr.Common()
	callee := calls.Callee(call)
	if callee == nil {
		return
	}
	does := forgetsCookie(callee, call) | e.keyed(call, callee) | e.expiry(call, callee) | e.redeeming(callee, call) | denies(callee, call) | withdraws(callee, call)
	if f := e.index.Func(callee); f != nil && (f.Role == model.DBWrite || f.Role == model.DBRead) {
		does |= e.database(fn, call, callee, f)
	} else {
		does |= e.writes(fn, call, callee)
	}
	if s.May&(ChangesPassword|Creates) != 0 && does&Creates != 0 {
		does &^= ChangesPassword
	}
	s.May |= does
	s.Must |= does &^ (ChangesPassword | Creates)
	s.Paths = s.Paths.then(single(does))
}

// writes: a call, by its name, writes an account; the account carries a
// password that is new.
func (e *engine) writes(fn *ssa.Function, call *ssa.CallCommon, callee *types.Func) Effect {
	if calls.IsStd(pathOf(callee)) || isRemote(callee) {
		return 0
	}
	n, on := nameOf(callee.Name()), name(nil)
	if recv := callee.Signature().Recv(); recv != nil {
		on = nameOf(typeName(recv.Type()))
	}
	how := writeClass(n)
	args := calls.Operands(call)
	if s := e.called(call); s != nil {
		for _, save := range s.Saves {
			if save.Param < len(args) {
				if does := e.saved(fn, args[save.Param], save.Class); does != 0 {
					return does
				}
				if does := e.freshly(args[save.Param], save); does != 0 {
					return does
				}
				if save.Class == updates && e.boundWithPassword(args[save.Param]) {
					return ChangesPassword
				}
			}
		}
	}
	if how == noWrite || on.has("session sessions sess") {
		return 0 // a session keeps who somebody is, no password
	}
	for i, arg := range args {
		if i == 0 && calls.HasReceiver(call) {
			continue
		}
		account := n.isAccount() || on.isAccount() || nameOf(typeName(arg.Type())).isAccount()
		if !account {
			continue
		}
		if does := e.saved(fn, arg, how); does != 0 {
			return does
		}
		if how == updates && e.boundWithPassword(arg) && e.readsPassword(call) {
			return ChangesPassword
		}
	}
	return 0
}

func pathOf(fn *types.Func) string {
	if fn.Pkg() == nil {
		return ""
	}
	return fn.Pkg().Path()
}

// writeClass is what the name of a function says it does to a record.
func writeClass(n name) class {
	switch {
	case n.has("validate check verify parse build convert render format log send notify cache print json bind decode copy"):
		return noWrite
	case n.starts("create insert add register signup provision"):
		return creates
	case n.starts("update edit modify change patch"):
		return updates
	case n.starts("save put store persist upsert set replace write"):
		return either
	}
	return noWrite
}
