package settings

import (
	"go/ast"

	"golang.org/x/tools/go/ssa"

	"github.com/sessionlint/sessionlint/internal/evidence"
	"github.com/sessionlint/sessionlint/passes/calls"
)

func (e *engine) stepAt(call ssa.CallInstruction, text string) evidence.Step {
	if expr := e.source.call(call.Common().Pos()); expr != nil {
		return evidence.Step{Start: expr.Pos(), Stop: expr.End(), Text: text}
	}
	return evidence.Step{Start: call.Pos(), Stop: call.Pos(), Text: text}
}

// locate points a send at the literal of its object, if that is in sight.
func (e *engine) locate(s *send, object ssa.Value) {
	if lit := e.literalOf(object); lit != nil {
		s.pos, s.end = lit.Pos(), lit.End()
		s.fix.literal = lit
	}
}

// literalOf returns the composite literal that an object was made by, or nil.
func (e *engine) literalOf(object ssa.Value) *ast.CompositeLit {
	alloc, ok := at(object).root.(*ssa.Alloc)
	if !ok || at(object).path != "" {
		return nil
	}
	if lit := e.source.literal(alloc.Pos()); lit != nil {
		return lit
	}
	for _, ref := range calls.Uses(alloc) {
		if store, ok := ref.(*ssa.Store); ok && store.Addr == alloc {
			if inner, ok := at(store.Val).root.(*ssa.Alloc); ok && inner != alloc {
				return e.source.literal(inner.Pos())
			}
		}
	}
	return nil
}

// argExpr returns the expression of operand i of a call.
func (e *engine) argExpr(call ssa.CallInstruction, i int) ast.Expr {
	common := call.Common()
	if common.IsInvoke() || common.Signature().Recv() != nil || calls.BoundTo(common) != nil {
		i-- // the receiver is not among the arguments that are written down
	}
	return e.source.arg(common.Pos(), i)
}

// exprOf returns the expression of an argument of a call, or nil.
func (e *engine) exprOf(call ssa.CallInstruction, v ssa.Value) ast.Expr {
	for i, operand := range calls.Operands(call.Common()) {
		if operand == v {
			return e.argExpr(call, i)
		}
	}
	return nil
}
