package routes

import (
	"go/ast"

	"golang.org/x/tools/go/ssa"

	"github.com/sessionlint/sessionlint/internal/edit"
	"github.com/sessionlint/sessionlint/passes/calls"
)

// callersOf returns the calls of a function in this package.
func (e *engine) callersOf(fn *ssa.Function) []ssa.CallInstruction {
	e.callersOnce.Do(func() {
		e.callers = map[*ssa.Function][]ssa.CallInstruction{}
		for _, f := range e.funcs {
			for _, b := range f.Blocks {
				for _, instr := range b.Instrs {
					if call, ok := instr.(ssa.CallInstruction); ok {
						if body := calls.Body(e.pkg, call.Common()); body != nil {
							e.callers[body] = append(e.callers[body], call)
						}
					}
				}
			}
		}
	})
	return e.callers[fn]
}

// literalUses returns what a function, or the closure made of it, is used by.
func literalUses(fn *ssa.Function) []ssa.Instruction {
	var uses []ssa.Instruction
	for _, ref := range calls.Uses(fn) {
		v, ok := ref.(ssa.Value)
		if !ok {
			continue
		}
		switch ref.(type) {
		case *ssa.MakeClosure, *ssa.ChangeType, *ssa.MakeInterface:
			uses = append(uses, calls.Uses(v)...)
		}
		uses = append(uses, ref)
	}
	return uses
}

// node returns the call in the source, or nil.
func (e *engine) node(call ssa.CallInstruction) ast.Node {
	for _, n := range edit.Around(e.pass.Files, call.Pos()) {
		if c, ok := n.(*ast.CallExpr); ok {
			return c
		}
	}
	return nil
}
