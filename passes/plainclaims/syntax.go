package plainclaims

import (
	"go/ast"
	"go/constant"
	"go/types"

	"golang.org/x/tools/go/ssa"

	"github.com/sessionlint/sessionlint/passes/calls"
)

// node returns the expression of an instruction, where it has one.
func (r *reader) node(instr ssa.Instruction) ast.Node {
	if e := r.exprs[instr.Pos()]; e != nil {
		return e
	}
	return nil
}

func nameOf(v ssa.Value) string {
	switch x := v.(type) {
	case *ssa.UnOp:
		return nameOf(x.X)
	case *ssa.Global:
		return x.Name()
	case *ssa.FieldAddr:
		if p, ok := x.X.Type().Underlying().(*types.Pointer); ok {
			if s, ok := p.Elem().Underlying().(*types.Struct); ok {
				return s.Field(x.Field).Name()
			}
		}
	case *ssa.Parameter:
		return x.Name()
	}
	return ""
}

func constText(v ssa.Value) (string, bool) {
	switch x := v.(type) {
	case *ssa.MakeInterface:
		return constText(x.X)
	case *ssa.Convert:
		return constText(x.X)
	case *ssa.Const:
		if x.Value != nil && x.Value.Kind() == constant.String {
			return constant.StringVal(x.Value), true
		}
		if x.Value != nil && x.Value.Kind() == constant.Bool {
			return x.Value.String(), true
		}
	}
	return "", false
}

func isText(t types.Type) bool {
	b, ok := t.Underlying().(*types.Basic)
	return ok && b.Info()&types.IsString != 0
}

func isStd(pkg *types.Package) bool {
	if pkg == nil {
		return true
	}
	return calls.IsStd(pkg.Path())
}
