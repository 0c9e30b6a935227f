package tokenflow

import (
	"go/token"
	"go/types"
	"strings"

	"golang.org/x/tools/go/ssa"

	"github.com/sessionlint/sessionlint/passes/fields"
)

// A place is what a selector path leads to from a root; pointers on the way
// are followed.
type place struct {
	root ssa.Value
	path string
}

// placeOf returns the place of a pointer, an address or a loaded value.
func placeOf(v ssa.Value) place {
	path := ""
	for {
		switch x := v.(type) {
		case *ssa.FieldAddr:
			path, v = fields.Join(fields.Of(x.X.Type(), x.Field).Name(), path), x.X
		case *ssa.Field:
			path, v = fields.Join(fields.Of(x.X.Type(), x.Field).Name(), path), x.X
		case *ssa.UnOp:
			if x.Op != token.MUL {
				return place{v, path}
			}
			v = x.X
		case *ssa.Convert: // through unsafe.Pointer: the same bytes
			if !isPointer(x.Type()) || !isPointer(x.X.Type()) {
				return place{v, path}
			}
			v = x.X
		case *ssa.ChangeType:
			v = x.X
		case *ssa.MakeInterface:
			v = x.X
		case *ssa.ChangeInterface:
			v = x.X
		case *ssa.Slice:
			v = x.X
		default:
			return place{v, path}
		}
	}
}

func isPointer(t types.Type) bool {
	switch t := t.Underlying().(type) {
	case *types.Pointer:
		return true
	case *types.Basic:
		return t.Kind() == types.UnsafePointer
	}
	return false
}

// overlaps reports whether one path leads into, or is, what the other names.
func overlaps(a, b string) bool {
	return a == b || a == "" || b == "" || strings.HasPrefix(a, b+".") || strings.HasPrefix(b, a+".")
}

// named returns the import path and name of a named type or of what it points to.
func named(t types.Type) (pkg, name string) {
	if p, ok := types.Unalias(t).(*types.Pointer); ok {
		t = p.Elem()
	}
	n, ok := types.Unalias(t).(*types.Named)
	if !ok {
		return "", ""
	}
	if n.Obj().Pkg() == nil {
		return "", n.Obj().Name()
	}
	return n.Obj().Pkg().Path(), n.Obj().Name()
}
