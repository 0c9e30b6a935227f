package settings

import (
	"golang.org/x/tools/go/ssa"

	"github.com/sessionlint/sessionlint/internal/model"
	"github.com/sessionlint/sessionlint/passes/calls"
)

// flagValue returns the default of a command-line flag that a pointer, or a
// call, stands for; nil if it stands for none.
func (e *engine) flagValue(v ssa.Value) values {
	if load, ok := v.(*ssa.UnOp); ok {
		if g, ok := load.X.(*ssa.Global); ok {
			v = e.onlyStore(g)
		}
	}
	call, ok := v.(*ssa.Call)
	if !ok {
		return nil
	}
	callee := calls.Callee(call.Common())
	if callee == nil {
		return nil
	}
	if f := e.model.Func(callee); f != nil && f.Role == model.ConfigFlag {
		return e.flagDefault(f, call)
	}
	return nil
}

func (e *engine) flagDefault(f *model.Func, call ssa.CallInstruction) values {
	name := "a flag"
	var vals values
	for _, arg := range f.Args {
		v := calls.Argument(call.Common(), arg.Index)
		if v == nil {
			continue
		}
		switch arg.Slot {
		case model.ArgKey:
			if s, ok := e.oneText(v); ok {
				name = "-" + s
			}
		case model.ArgDefault:
			vals = e.eval(v)
		}
	}
	return vals.each(func(a Atom) Atom {
		a.ByDefault, a.Variable = true, name
		return a
	})
}

func (e *engine) isSlot(f *model.Func, call ssa.CallInstruction, operand int, slot model.Slot) bool {
	for _, arg := range f.Args {
		if arg.Slot == slot && calls.Argument(call.Common(), arg.Index) == calls.Operands(call.Common())[operand] {
			return true
		}
	}
	return false
}

// onlyStore returns the value of the single store into a variable, or nil.
func (e *engine) onlyStore(g *ssa.Global) ssa.Value {
	var val ssa.Value
	for _, fn := range e.funcs {
		for _, instr := range e.touching(g, fn) {
			if store, ok := instr.(*ssa.Store); ok && store.Addr == g {
				if val != nil {
					return nil
				}
				val = store.Val
			}
		}
	}
	return val
}
