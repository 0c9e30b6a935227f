package bearer

import (
	"go/types"
	"strings"

	"golang.org/x/tools/go/ssa"

	"github.com/sessionlint/sessionlint/internal/evidence"
	"github.com/sessionlint/sessionlint/passes/calls"
)

// literals returns the composite literals that claims are made of, none if
// they are made in another way or in another function.
func (e *engine) literals(v ssa.Value, in *ssa.Function) []evidence.Step {
	var steps []evidence.Step
	for _, root := range e.holders(v) {
		if root == nil || root.Parent() != in {
			return nil
		}
		lit := e.syntax.literal(root.Pos())
		if lit == nil {
			if cell, ok := root.(*ssa.Alloc); ok && len(wholeStores(cell)) == 1 { // c := Claims{...}
				if load, ok := wholeStores(cell)[0].(*ssa.UnOp); ok {
					lit = e.syntax.literal(load.X.Pos())
				}
			}
		}
		if lit == nil {
			return nil
		}
		steps = append(steps, evidence.Step{Start: lit.Pos(), Stop: lit.Lbrace + 1})
	}
	return steps
}

func underlying(v ssa.Value) types.Type { return unwrapped(v).Type().Underlying() }

func (e *engine) condOr(cond *ssa.If, ev event) evidence.Step {
	if step := e.condStep(cond); step.Start.IsValid() {
		return step
	}
	if call, ok := cond.Cond.(*ssa.Call); ok {
		return e.step(call)
	}
	return e.eventStep(ev)
}

// controlling returns the branch that an instruction is in, if it is in one.
func controlling(instr ssa.Instruction) *ssa.If {
	b := instr.Block()
	for b != nil {
		if !strings.HasPrefix(b.Comment, "if.done") && len(b.Preds) == 1 {
			if cond, ok := b.Preds[0].Instrs[len(b.Preds[0].Instrs)-1].(*ssa.If); ok {
				return cond
			}
		}
		b = b.Idom()
	}
	return nil
}

// zeroDecides reports whether an instruction runs for a zero value only.
func (e *engine) zeroDecides(instr ssa.Instruction) bool {
	cond := controlling(instr)
	return cond != nil && e.isZeroTest(cond)
}

// zeroTested returns the value that is zero when an instruction runs, nil if
// that is not what it depends on.
func zeroTested(instr ssa.Instruction) ssa.Value {
	if cond := controlling(instr); cond != nil {
		return testedForZero(cond)
	}
	return nil
}

// isZeroTest reports whether a condition asks whether a moment or a duration
// is zero.
func (e *engine) isZeroTest(cond *ssa.If) bool {
	switch v := cond.Cond.(type) {
	case *ssa.Call:
		callee := calls.Callee(v.Common())
		return callee != nil && callee.Name() == "IsZero"
	case *ssa.BinOp:
		for _, op := range []ssa.Value{v.X, v.Y} {
			if isZero(op) && !isErrorType(op.Type()) && !isString(op.Type()) {
				return true
			}
		}
	}
	return false
}
