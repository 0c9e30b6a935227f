package bearer

import (
	"go/constant"
	"go/token"
	"go/types"

	"golang.org/x/tools/go/ssa"

	"github.com/sessionlint/sessionlint/passes/calls"
)

// branches says behind which sides of a condition the verification may still
// have failed.
func (w *watcher) branches(cond *ssa.If) (then, els bool) {
	switch v := cond.Cond.(type) {
	case *ssa.UnOp:
		if w.valid[v] {
			w.tested = true
			return false, true
		}
	case *ssa.BinOp:
		return w.comparison(cond, v)
	case *ssa.Call:
		if w.about(v, 0) {
			w.tested = true
			switch callee := calls.Callee(v.Common()); {
			case ofErrors(callee, "As"):
				return true, true // every failure has the same type
			case ofErrors(callee, "Is"):
				return false, true // one reason, which somebody has thought of
			}
			return false, false
		}
	}
	if w.about(cond.Cond, 0) {
		w.tested = true
		return false, false
	}
	return true, true
}

// ofErrors reports whether a function is the one of a package errors that has
// the name.
func ofErrors(callee *types.Func, name string) bool {
	return callee != nil && callee.Name() == name && callee.Pkg() != nil && callee.Pkg().Name() == "errors"
}

func (w *watcher) comparison(cond *ssa.If, v *ssa.BinOp) (then, els bool) {
	x, y := v.X, v.Y
	if w.errs[y] {
		x, y = y, x
	}
	k, isConst := y.(*ssa.Const)
	switch {
	case w.errs[x] && isConst && k.Value == nil:
		w.tested = true
		return v.Op == token.NEQ, v.Op == token.EQL
	case w.errs[x]: // one reason
		w.tested = true
		return v.Op == token.NEQ, v.Op == token.EQL
	case w.valid[x]:
		w.tested = true
		holds := isConst && k.Value != nil && constant.BoolVal(k.Value) == (v.Op == token.EQL)
		return !holds, holds
	case w.tok != nil && (x == w.tok || w.loads(x)) && isConst:
		w.gate = cond
		return true, true
	case w.reason(x) || w.reason(y): // one reason that the error gives, which somebody has thought of
		bits := masked(x) || masked(y) // reasons&expired != 0
		return (v.Op == token.NEQ) != bits, (v.Op == token.EQL) != bits
	case w.about(v, 0):
		w.tested = true
		return false, false
	}
	return true, true
}

// loads reports whether a value is the token, read from a variable.
func (w *watcher) loads(v ssa.Value) bool {
	load, ok := v.(*ssa.UnOp)
	if !ok {
		return false
	}
	cell, ok := load.X.(*ssa.Alloc)
	if !ok {
		return false
	}
	for _, ref := range calls.Uses(cell) {
		if store, ok := ref.(*ssa.Store); ok && store.Val == w.tok {
			return true
		}
	}
	return false
}

// masked reports whether a value is some bits of another.
func masked(v ssa.Value) bool {
	b, ok := v.(*ssa.BinOp)
	return ok && b.Op == token.AND
}

// reason reports whether a value is what a validation error says of itself:
// ve.Errors, or some bits of it.
func (w *watcher) reason(v ssa.Value) bool {
	for range 4 {
		switch x := v.(type) {
		case *ssa.BinOp:
			v = x.X
			continue
		case *ssa.UnOp:
			addr, ok := x.X.(*ssa.FieldAddr)
			return ok && namedLike(addr.X.Type(), "ValidationError")
		}
		return false
	}
	return false
}

func namedLike(t types.Type, name string) bool {
	if p, ok := types.Unalias(t).(*types.Pointer); ok {
		t = p.Elem()
	}
	n, ok := types.Unalias(t).(*types.Named)
	return ok && n.Obj().Name() == name
}

// about reports whether a value was computed from the error or the flag.
func (w *watcher) about(v ssa.Value, depth int) bool {
	if w.errs[v] || w.valid[v] {
		return true
	}
	if depth > 6 {
		return false
	}
	switch v := v.(type) {
	case *ssa.Phi:
		for _, edge := range v.Edges {
			if w.about(edge, depth+1) {
				return true
			}
		}
		for _, pred := range v.Block().Preds { // a && b: the branch before it was about it
			if cond, ok := pred.Instrs[len(pred.Instrs)-1].(*ssa.If); ok && w.about(cond.Cond, depth+1) && isBool(v.Type()) {
				return true
			}
		}
	case *ssa.BinOp:
		return w.about(v.X, depth+1) || w.about(v.Y, depth+1)
	case *ssa.UnOp:
		return w.about(v.X, depth+1)
	case *ssa.MakeInterface:
		return w.about(v.X, depth+1)
	case *ssa.ChangeInterface:
		return w.about(v.X, depth+1)
	case *ssa.TypeAssert:
		return w.about(v.X, depth+1)
	case *ssa.Extract:
		return w.about(v.Tuple, depth+1)
	case *ssa.Call:
		for _, op := range calls.Operands(v.Common()) {
			for _, elem := range calls.Elements(op) {
				if w.about(elem, depth+1) {
					return true
				}
			}
		}
	}
	return false
}
