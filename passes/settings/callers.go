package settings

import (
	"golang.org/x/tools/go/ssa"

	"github.com/sessionlint/sessionlint/passes/calls"
)

// A callIndex says where the functions of the package are called.
type callIndex struct {
	calls  map[*ssa.Function][]ssa.CallInstruction
	values map[*ssa.Function]bool // used in another way than by a call
}

// callers returns the static calls of a function within the package.
func (e *engine) callers(fn *ssa.Function) []ssa.CallInstruction {
	return e.called().calls[fn]
}

// onlyCalled reports whether the function is never used as a value, so that
// its static calls are all there are.
func (e *engine) onlyCalled(fn *ssa.Function) bool { return !e.called().values[fn] }

func (e *engine) called() *callIndex {
	e.calledOnce.Do(func() {
		e.calls = &callIndex{map[*ssa.Function][]ssa.CallInstruction{}, map[*ssa.Function]bool{}}
		e.instructions(e.noteUses)
	})
	return e.calls
}

func (e *engine) noteUses(instr ssa.Instruction) {
	var callee *ssa.Value
	if call, ok := instr.(ssa.CallInstruction); ok {
		if fn := e.body(call.Common()); fn != nil {
			e.calls.calls[fn] = append(e.calls.calls[fn], call)
		}
		callee = &call.Common().Value
	}
	for _, operand := range instr.Operands(nil) {
		if fn, ok := (*operand).(*ssa.Function); ok && operand != callee {
			e.calls.values[calls.Original(fn)] = true
		}
	}
}
