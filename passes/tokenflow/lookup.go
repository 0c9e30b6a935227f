package tokenflow

import (
	"go/ast"
	"go/constant"
	"go/types"
	"slices"

	"github.com/sessionlint/sessionlint/internal/model"
	"github.com/sessionlint/sessionlint/internal/order"
)

// A Lookup is a function or value that makes a library look for a token in the
// URL.
type Lookup struct {
	ast.Node
	Name string // of the function or value
	Text string // the parameter, if it is a constant
}

// queryLookups returns the lookups of the package, in source order.
func (e *engine) queryLookups() []Lookup {
	var out []Lookup
	for _, file := range e.pass.Files {
		called := map[ast.Expr]*ast.CallExpr{}
		ast.Inspect(file, func(n ast.Node) bool {
			switch n := n.(type) {
			case *ast.CallExpr:
				called[n.Fun] = n
			case *ast.SelectorExpr:
				if l, ok := e.queryLookup(n, called[n]); ok {
					out = append(out, l)
				}
			}
			return true
		})
	}
	slices.SortStableFunc(out, func(a, b Lookup) int { return order.Places(e.pass.Fset, a.Pos(), b.Pos()) })
	return out
}

func (e *engine) queryLookup(sel *ast.SelectorExpr, call *ast.CallExpr) (Lookup, bool) {
	l := Lookup{Node: sel, Name: types.ExprString(sel)}
	switch obj := e.pass.TypesInfo.Uses[sel.Sel].(type) {
	case *types.Var:
		v := e.index.Var(obj)
		return l, v != nil && v.Role == model.QueryLookup
	case *types.Func:
		f := e.model(obj)
		if f == nil || f.Role != model.QueryLookup {
			return l, false
		}
		if call != nil && len(call.Args) > 0 && len(f.Args) > 0 {
			l.Node = call
			if v := e.pass.TypesInfo.Types[call.Args[0]].Value; v != nil && v.Kind() == constant.String {
				l.Text = constant.StringVal(v)
			}
		}
		return l, true
	}
	return l, false
}
