package webhandlers

import (
	"go/constant"
	"go/types"

	"golang.org/x/tools/go/ssa"

	"github.com/sessionlint/sessionlint/passes/fields"
)

// object returns the variable or value that a field, a pointer or a copy
// belongs to.
func object(v ssa.Value) ssa.Value {
	for range 12 {
		switch u := v.(type) {
		case *ssa.FieldAddr:
			v = u.X
		case *ssa.Field:
			v = u.X
		case *ssa.IndexAddr:
			v = u.X
		case *ssa.MakeInterface:
			v = u.X
		case *ssa.ChangeType:
			v = u.X
		case *ssa.ChangeInterface:
			v = u.X
		case *ssa.FreeVar:
			if b := bindings(u); len(b) == 1 {
				v = b[0]
				continue
			}
			return v
		case *ssa.UnOp:
			if a, ok := u.X.(*ssa.Alloc); ok { // a copy of a variable, or the pointer it holds
				if pointers := stored(a); len(pointers) == 1 && isPointer(pointers[0].Type()) {
					v = pointers[0]
					continue
				}
			}
			v = u.X
		default:
			return v
		}
	}
	return v
}

func isPointer(t types.Type) bool {
	_, ok := t.Underlying().(*types.Pointer)
	return ok
}

// labelOf returns the name that the source gives a value: of a parameter, a
// field, a variable.
func labelOf(v ssa.Value) string {
	for range 10 {
		switch u := v.(type) {
		case *ssa.Parameter:
			return u.Name()
		case *ssa.FreeVar:
			return u.Name()
		case *ssa.Global:
			return u.Name()
		case *ssa.Alloc:
			return u.Comment
		case *ssa.Phi:
			return u.Comment
		case *ssa.FieldAddr:
			return fields.Of(u.X.Type(), u.Field).Name()
		case *ssa.Field:
			return fields.Of(u.X.Type(), u.Field).Name()
		case *ssa.Convert:
			v = u.X
		case *ssa.ChangeType:
			v = u.X
		case *ssa.MakeInterface:
			v = u.X
		case *ssa.UnOp:
			v = u.X
		case *ssa.Slice:
			v = u.X
		default:
			return ""
		}
	}
	return ""
}

// textOf returns a constant text.
func textOf(v ssa.Value) (string, bool) {
	if m, ok := v.(*ssa.MakeInterface); ok {
		v = m.X
	}
	c, ok := v.(*ssa.Const)
	if !ok || c.Value == nil || c.Value.Kind() != constant.String {
		return "", false
	}
	return constant.StringVal(c.Value), true
}

// numberOf returns a constant number.
func numberOf(v ssa.Value) (int64, bool) {
	if m, ok := v.(*ssa.MakeInterface); ok {
		v = m.X
	}
	c, ok := v.(*ssa.Const)
	if !ok || c.Value == nil || c.Value.Kind() != constant.Int {
		return 0, false
	}
	return constant.Int64Val(c.Value)
}

// isEmpty reports whether a value says nothing: nil, "", 0, false.
func isEmpty(v ssa.Value) bool {
	if m, ok := v.(*ssa.MakeInterface); ok {
		v = m.X
	}
	c, ok := v.(*ssa.Const)
	if !ok {
		return false
	}
	if c.Value == nil {
		return true
	}
	switch c.Value.Kind() {
	case constant.String:
		return constant.StringVal(c.Value) == ""
	case constant.Bool:
		return !constant.BoolVal(c.Value)
	case constant.Int:
		n, _ := constant.Int64Val(c.Value)
		return n <= 0
	}
	return false
}
