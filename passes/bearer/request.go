package bearer

import (
	"slices"

	"golang.org/x/tools/go/ssa"

	"github.com/sessionlint/sessionlint/internal/model"
	"github.com/sessionlint/sessionlint/internal/words"
	"github.com/sessionlint/sessionlint/passes/calls"
)

func hasWord(name string, list ...string) bool {
	for _, w := range words.Split(name) {
		if slices.Contains(list, w) {
			return true
		}
	}
	return false
}

// fromRequest reports whether the client sent a value.
func (e *engine) fromRequest(v ssa.Value) bool { return e.asked(v, 0, map[ssa.Value]bool{}) }

func (e *engine) asked(v ssa.Value, depth int, seen map[ssa.Value]bool) bool {
	if v == nil || depth > maxDepth || seen[v] || e.spent() {
		return false
	}
	seen[v] = true
	leaves, _ := e.sources(v)
	for _, leaf := range leaves {
		if e.askedLeaf(leaf, depth, seen) {
			return true
		}
	}
	return false
}

func (e *engine) askedLeaf(v ssa.Value, depth int, seen map[ssa.Value]bool) bool {
	switch v := v.(type) {
	case *ssa.Call:
		return e.askedCall(v, depth, seen)
	case *ssa.Extract:
		if call, ok := v.Tuple.(*ssa.Call); ok {
			return e.askedCall(call, depth, seen)
		}
	case *ssa.UnOp:
		switch x := v.X.(type) {
		case *ssa.FieldAddr: // cookie.Value
			return e.asked(x.X, depth+1, seen)
		case *ssa.IndexAddr: // strings.Split(header, " ")[1]
			return e.asked(x.X, depth+1, seen)
		}
	case *ssa.Lookup:
		return e.asked(v.X, depth+1, seen)
	case *ssa.Slice:
		return e.asked(v.X, depth+1, seen)
	case *ssa.Convert:
		return e.asked(v.X, depth+1, seen)
	case *ssa.BinOp:
		return e.asked(v.X, depth+1, seen) || e.asked(v.Y, depth+1, seen)
	}
	return false
}

func (e *engine) askedCall(call *ssa.Call, depth int, seen map[ssa.Value]bool) bool {
	callee := calls.Callee(call.Common())
	if callee == nil {
		return false
	}
	if f := e.model.Func(callee); f != nil {
		switch f.Role {
		case model.RequestCookie, model.RequestHeader, model.RequestQuery, model.RequestForm, model.RequestPath:
			return true
		}
	}
	if pure(callee) {
		for _, op := range calls.Operands(call.Common()) {
			if e.asked(op, depth+1, seen) {
				return true
			}
		}
	}
	return false
}
