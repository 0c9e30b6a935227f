package tokenflow

import (
	"go/types"

	"golang.org/x/tools/go/ssa"

	"github.com/sessionlint/sessionlint/internal/words"
	"github.com/sessionlint/sessionlint/passes/calls"
)

// consumed reports whether a function uses a token up: it deletes what it
// found by it. A logout does so, too, with a token that was good until then.
func (e *engine) consumed(fn *ssa.Function, o Origin) bool {
	if has(words.Split(calls.Outermost(fn).Name()), "logout", "signout", "log", "sign", "out", "revoke", "delete", "remove", "destroy", "end", "expire") {
		return false
	}
	for _, f := range withClosures(calls.Outermost(fn)) {
		for _, b := range f.Blocks {
			for _, instr := range b.Instrs {
				if call, ok := instr.(ssa.CallInstruction); ok && e.usesUp(call.Common(), o) {
					return true
				}
			}
		}
	}
	return false
}

// usesUp reports whether a call deletes by a part of the request.
func (e *engine) usesUp(call *ssa.CallCommon, o Origin) bool {
	args := call.Args
	if b, ok := call.Value.(*ssa.Builtin); ok {
		if b.Name() != "delete" {
			return false
		}
		args = args[1:]
	} else if !deletes(calls.Callee(call)) {
		return false
	}
	for _, arg := range args {
		for _, elem := range calls.Elements(arg) {
			if !isTextual(unboxed(elem).Type()) {
				continue
			}
			for _, have := range e.of(elem) {
				if have.Kind == o.Kind && have.Text == o.Text {
					return true
				}
			}
		}
	}
	return false
}

// deletes reports whether a function says that it takes away what it is given
// the key of.
func deletes(fn *types.Func) bool {
	return fn != nil && has(words.Split(fn.Name()), "delete", "del", "remove", "consume", "redeem", "burn", "pop")
}
