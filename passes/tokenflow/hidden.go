package tokenflow

import (
	"golang.org/x/tools/go/ssa"

	"github.com/sessionlint/sessionlint/passes/calls"
)

// hidden reports whether a parameter is read only to see whether it is there,
// by a function that writes over it or takes it out: what goes on, into a log
// or to another server, is the URL without it. Who takes it up reads it elsewhere.
func hidden(fn *ssa.Function, read *ssa.Call, name string) bool {
	for _, ref := range calls.Uses(read) {
		if cmp, ok := ref.(*ssa.BinOp); !ok || !isEmptyText(cmp.X) && !isEmptyText(cmp.Y) {
			return false
		}
	}
	for _, b := range fn.Blocks {
		for _, instr := range b.Instrs {
			if call, ok := instr.(ssa.CallInstruction); ok && overwrites(call.Common(), name) {
				return true
			}
		}
	}
	return false
}

func isEmptyText(v ssa.Value) bool {
	text, ok := constString(v)
	return ok && text == ""
}

// overwrites reports whether a call replaces or removes a parameter of a URL.
func overwrites(call *ssa.CallCommon, name string) bool {
	callee := calls.Callee(call)
	if callee == nil {
		return false
	}
	switch callee.FullName() {
	case "(net/url.Values).Set", "(net/url.Values).Del":
		key, ok := constString(calls.Operands(call)[1])
		return ok && key == name
	}
	return false
}
