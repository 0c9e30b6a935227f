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
	return e.fromCallers(set, depth, isInternal)
}

// calledBy does so for exported functions, too: what callers elsewhere give
// them is judged there.
func (e *engine) calledBy(set origins) origins {
	return e.fromCallers(set, 0, func(fn *ssa.Function) bool { return fn.Parent() == nil })
}

func (e *engine) fromCallers(set origins, depth int, follow func(*ssa.Function) bool) origins {
	var out origins
	for _, o := range set {
		if o.Kind != param || o.owner == nil || depth == maxCallers || !follow(o.owner) {
			out = out.with(o)
			continue
		}
		known := false
		for _, call := range e.callersOf(o.owner) {
			if args := calls.Operands(call.Common()); o.Param < len(args) {
				known = true
				out = out.with(e.fromCallers(e.argOrigins(args[o.Param], o.Path).each(o.through), depth+1, follow)...)
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
