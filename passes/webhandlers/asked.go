package webhandlers

import (
	"go/types"

	"golang.org/x/tools/go/ssa"

	"github.com/sessionlint/sessionlint/internal/model"
	"github.com/sessionlint/sessionlint/passes/calls"
	"github.com/sessionlint/sessionlint/passes/fields"
)

// asked reports whether a condition holds something that the client asks for, and
// that is none of a session, against a constant.
func (e *engine) asked(cond ssa.Value) bool {
	op, ok := cond.(*ssa.BinOp)
	if !ok {
		return false
	}
	x, y := op.X, op.Y
	if _, ok := x.(*ssa.Const); ok {
		x, y = y, x
	}
	if k, ok := y.(*ssa.Const); !ok || k.Value == nil {
		return false
	}
	switch x := x.(type) {
	case *ssa.Call:
		if b, ok := x.Common().Value.(*ssa.Builtin); ok && b.Name() == "len" {
			text, ok := x.Common().Args[0].(*ssa.Call)
			return ok && e.isWish(text)
		}
		return isTextType(x.Type()) && e.isWish(x)
	case *ssa.UnOp: // r.Method
		addr, ok := x.X.(*ssa.FieldAddr)
		return ok && fields.Of(addr.X.Type(), addr.Field).Name() == "Method" && isRequest(addr.X.Type(), 0)
	}
	return false
}

func isTextType(t types.Type) bool {
	b, ok := t.Underlying().(*types.Basic)
	return ok && b.Info()&types.IsString != 0
}

// isWish reports whether a call reads a parameter or a header of the request.
func (e *engine) isWish(call *ssa.Call) bool {
	f := e.index.Func(calls.Callee(call.Common()))
	if f == nil {
		return false
	}
	switch f.Role {
	case model.RequestQuery, model.RequestForm, model.RequestPath, model.RequestHeader:
		name, ok := textOf(slot(call.Common(), f, model.ArgName))
		return ok && !nameOf(name).has(sessionWords+" id sid auth authorization code key state cookie origin referer")
	}
	return false
}
