package webhandlers

import (
	"golang.org/x/tools/go/ssa"

	"github.com/sessionlint/sessionlint/internal/model"
	"github.com/sessionlint/sessionlint/passes/calls"
	"github.com/sessionlint/sessionlint/passes/fields"
)

// isLoadedByCurrent reports whether a variable is filled from a database by what
// the session says of the one who is logged in, and by nothing else: what the
// request adds may name another account.
func (e *engine) isLoadedByCurrent(a *ssa.Alloc) bool {
	for _, call := range handedTo(a) {
		f := e.index.Func(calls.Callee(call.Common()))
		if f == nil || f.Role != model.DBRead {
			continue
		}
		own := false
		for _, arg := range call.Common().Args {
			for _, v := range calls.Elements(arg) {
				if _, ok := bare(v).(*ssa.Const); ok || object(v) == ssa.Value(a) || takesNoPart(v, call.Common()) {
					continue
				}
				if !comesFrom(v, true, func(v ssa.Value) (bool, bool) {
					_, loaded := v.(*ssa.Alloc) // one step is enough
					return !loaded && e.isCurrentUser(v), true
				}) {
					return false
				}
				own = true
			}
		}
		if own {
			return true
		}
	}
	return false
}

// isForCurrent reports whether a record is made whose owner is the one who is
// logged in.
func (e *engine) isForCurrent(operands []ssa.Value) bool {
	for _, arg := range operands {
		for _, v := range calls.Elements(arg) {
			for _, addr := range fieldsOf(object(v), 0) {
				if n := nameOf(fields.Of(addr.X.Type(), addr.Field).Name()); !n.has("user account owner member") || n.has("by") {
					continue
				}
				for _, val := range stored(addr) {
					if comesFrom(val, true, func(v ssa.Value) (bool, bool) { return e.isCurrentUser(v), true }) {
						return true
					}
				}
			}
		}
	}
	return false
}

// takesNoPart: the database itself, and the context of the request.
func takesNoPart(v ssa.Value, call *ssa.CallCommon) bool {
	return v.Type().String() == "context.Context" || calls.HasReceiver(call) && !call.IsInvoke() && v == call.Args[0]
}

// handedTo returns the calls that are given the address of a variable.
func handedTo(a *ssa.Alloc) []ssa.CallInstruction {
	var out []ssa.CallInstruction
	for _, ref := range calls.Uses(a) {
		arg := ssa.Value(a)
		if m, ok := ref.(*ssa.MakeInterface); ok {
			arg = m
		}
		for _, use := range calls.Uses(arg) {
			if call, ok := use.(ssa.CallInstruction); ok && len(out) < maxUses {
				out = append(out, call)
			}
		}
	}
	return out
}

// bare is a value before it was put into an interface.
func bare(v ssa.Value) ssa.Value {
	if m, ok := v.(*ssa.MakeInterface); ok {
		return m.X
	}
	return v
}
