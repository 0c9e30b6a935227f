package webhandlers

import (
	"golang.org/x/tools/go/ssa"

	"github.com/sessionlint/sessionlint/internal/model"
	"github.com/sessionlint/sessionlint/passes/calls"
)

// edge: on the branch on which a library says that the ID is fresh, nothing
// has to be renewed.
func (e *engine) edge(b *ssa.BasicBlock, i int) outcomes {
	cond, ok := b.Instrs[len(b.Instrs)-1].(*ssa.If)
	if !ok {
		return nothing
	}
	if e.noCookie(cond.Cond, i) {
		return single(Renews)
	}
	v, want := cond.Cond, 0
	if not, ok := v.(*ssa.UnOp); ok {
		v, want = not.X, 1
	}
	call, ok := v.(*ssa.Call)
	if !ok || i != want {
		return nothing
	}
	if callee := calls.Callee(call.Common()); callee != nil && callee.Name() == "Fresh" {
		return single(Renews)
	}
	return nothing
}

// noCookie reports whether a branch is taken only if the client sent no cookie, so
// that there is no ID to keep.
func (e *engine) noCookie(cond ssa.Value, branch int) bool {
	op, ok := cond.(*ssa.BinOp)
	if !ok {
		return false
	}
	yes := 0 // the branch on which both are equal
	switch op.Op.String() {
	case "==":
	case "!=":
		yes = 1
	default:
		return false
	}
	x, y := op.X, op.Y
	if _, ok := x.(*ssa.Const); ok {
		x, y = y, x
	}
	switch {
	case isError(x.Type()): // an error: there is none
		call, ok := x.(*ssa.Extract)
		return ok && branch != yes && isEmpty(y) && e.readsCookie(call.Tuple)
	case isEmptyText(y):
		return branch == yes && e.fromCookie(x)
	}
	return false
}

// readsCookie reports whether a value is the result of reading a cookie.
func (e *engine) readsCookie(v ssa.Value) bool {
	call, ok := v.(*ssa.Call)
	if !ok {
		return false
	}
	callee := calls.Callee(call.Common())
	f := e.index.Func(callee)
	return f != nil && f.Role == model.RequestCookie || callee != nil && callee.FullName() == "(*net/http.Request).Cookie"
}
