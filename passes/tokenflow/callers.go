package tokenflow

import (
	"golang.org/x/tools/go/ssa"

	"github.com/sessionlint/sessionlint/passes/calls"
)

// maxCallers bounds how far back parameters are followed.
const maxCallers = 3

// calledWith replaces parameters of unexported functions by what the package
// calls them with.
func (e *engine) calledWith(set origins, depth int) origins {
	var out origins
	for _, o := range set {
		if o.Kind != param || o.owner == nil || depth == maxCallers || !isInternal(o.owner) {
			out = out.with(o)
			continue
		}
		known := false
		for _, call := range e.callersOf(o.owner) {
			if args := calls.Operands(call.Common()); o.Param < len(args) {
				known = true
				out = out.with(e.calledWith(e.argOrigins(args[o.Param], o.Path), depth+1)...)
			}
		}
		if !known {
			out = out.with(o)
		}
	}
	return out
}

func isInternal(fn *ssa.Function) bool {
	return fn.Parent() == nil && fn.Object() != nil && !fn.Object().Exported()
}

// callersOf returns the static calls of a function in the package.
func (e *engine) callersOf(fn *ssa.Function) []ssa.CallInstruction {
	if e.callers == nil {
		e.callers = map[*ssa.Function][]ssa.CallInstruction{}
		e.instructions(func(instr ssa.Instruction) {
			if call, ok := instr.(ssa.CallInstruction); ok {
				if body := e.body(call.Common()); body != nil {
					e.callers[body] = append(e.callers[body], call)
				}
			}
		})
	}
	return e.callers[fn]
}
