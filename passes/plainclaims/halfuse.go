package plainclaims

import (
	"go/constant"
	"go/token"
	"go/types"

	"golang.org/x/tools/go/ssa"

	"github.com/sessionlint/sessionlint/internal/words"
	"github.com/sessionlint/sessionlint/passes/calls"
	"github.com/sessionlint/sessionlint/passes/fields"
)

// firstOf returns the first part if the program asks whether there is a
// second one, and then never looks at it.
func firstOf(call *ssa.Call) ssa.Value {
	if _, cut := call.Type().(*types.Tuple); cut {
		return firstCut(call)
	}
	var first ssa.Value
	counted := false
	for _, ref := range calls.Uses(call) {
		switch ref := ref.(type) {
		case *ssa.DebugRef:
		case *ssa.Call:
			if b, ok := ref.Call.Value.(*ssa.Builtin); !ok || b.Name() != "len" {
				return nil
			}
			counted = counted || asksForMore(ref)
		case *ssa.IndexAddr:
			k, ok := ref.Index.(*ssa.Const)
			if !ok || k.Value == nil || constant.Sign(k.Value) != 0 {
				return nil
			}
			for _, use := range calls.Uses(ref) {
				load, ok := use.(*ssa.UnOp)
				if !ok || load.Op != token.MUL || first != nil {
					return nil
				}
				first = load
			}
		default:
			return nil
		}
	}
	if !counted {
		return nil
	}
	return first
}

// asksForMore reports whether a number of parts is compared with two or more.
func asksForMore(n *ssa.Call) bool {
	for _, ref := range calls.Uses(n) {
		if op, ok := ref.(*ssa.BinOp); ok {
			if k, ok := op.Y.(*ssa.Const); ok && k.Value != nil && constant.Compare(k.Value, token.GEQ, constant.MakeInt64(2)) {
				return true
			}
		}
	}
	return false
}

// firstCut: id, _, ok := strings.Cut(token, ".").
func firstCut(call *ssa.Call) ssa.Value {
	var first ssa.Value
	found := false
	for _, ref := range calls.Uses(call) {
		x, ok := ref.(*ssa.Extract)
		if !ok {
			continue
		}
		used := len(calls.Uses(x)) > 0
		switch x.Index {
		case 0:
			first = x
		case 1:
			if used {
				return nil
			}
		case 2:
			found = used
		}
	}
	if !found {
		return nil
	}
	return first
}

// identifiedBy returns the call that finds a record by a value, if the record
// says who somebody is and the program goes by that.
func identifiedBy(v ssa.Value, depth int) ssa.Instruction {
	if depth > 4 {
		return nil
	}
	for _, ref := range calls.Uses(v) {
		switch ref := ref.(type) {
		case *ssa.BinOp:
			if ref.Op != token.ADD {
				continue
			}
			if call := identifiedBy(ref, depth+1); call != nil {
				return call
			}
		case *ssa.Convert, *ssa.ChangeType, *ssa.MakeInterface:
			if call := identifiedBy(ref.(ssa.Value), depth+1); call != nil {
				return call
			}
		case *ssa.Lookup:
			if ref.Index == v && saysWho(ref, 0) {
				return ref
			}
		case *ssa.Call:
			if callee := calls.Callee(ref.Common()); callee != nil && callee.Pkg() != nil && !isStd(callee.Pkg()) && saysWho(ref, 0) {
				return ref
			}
		}
	}
	return nil
}

// saysWho reports whether a field of a record is read that names a user.
func saysWho(v ssa.Value, depth int) bool {
	if depth > 6 {
		return false
	}
	for _, ref := range calls.Uses(v) {
		switch ref := ref.(type) {
		case *ssa.FieldAddr:
			if ref.X == v && namesUser(fields.Of(ref.X.Type(), ref.Field).Name()) {
				return true
			}
		case *ssa.Field:
			if namesUser(fields.Of(ref.X.Type(), ref.Field).Name()) {
				return true
			}
		case *ssa.Store:
			if cell, ok := ref.Addr.(*ssa.Alloc); ok && ref.Val == v && saysWho(cell, depth+1) {
				return true
			}
		case *ssa.Extract, *ssa.TypeAssert, *ssa.UnOp, *ssa.Phi:
			if saysWho(ref.(ssa.Value), depth+1) {
				return true
			}
		}
	}
	return false
}

func namesUser(name string) bool {
	return has(words.Split(name), "user", "uid", "userid", "username", "account", "owner", "member")
}
