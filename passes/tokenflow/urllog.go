package tokenflow

import (
	"go/ast"
	"go/types"
	"slices"

	"golang.org/x/tools/go/ssa"

	"github.com/sessionlint/sessionlint/internal/model"
	"github.com/sessionlint/sessionlint/internal/order"
)

// AccessLogs returns the uses of middleware, of a library or our own, that logs
// the URL of every request with its query.
func (f *Flows) AccessLogs() []Lookup { return f.logs }

func (e *engine) accessLogs() []Lookup {
	var out []Lookup
	for _, file := range e.pass.Files {
		called := map[ast.Expr]bool{}
		ast.Inspect(file, func(n ast.Node) bool {
			switch n := n.(type) {
			case *ast.CallExpr:
				called[ast.Unparen(n.Fun)] = true
			case *ast.SelectorExpr:
				if fn, ok := e.pass.TypesInfo.Uses[n.Sel].(*types.Func); ok && e.isAccessLog(fn, called[n]) {
					out = append(out, Lookup{Node: n, Name: types.ExprString(n)})
				}
			}
			return true
		})
	}
	slices.SortStableFunc(out, func(a, b Lookup) int { return order.Places(e.pass.Fset, a.Pos(), b.Pos()) })
	return out
}

// isAccessLog reports whether a function is middleware that logs URLs: known
// as such, or one of another own package that does and is handed on, or returns
// what is.
func (e *engine) isAccessLog(fn *types.Func, called bool) bool {
	if f := e.model(fn); f != nil && f.Role == model.AccessLog {
		return true
	}
	fact := e.imported(fn.Origin())
	return fact != nil && fact.LogsURL && (!called || returnsHandler(fn.Signature()))
}

// returnsHandler reports whether a function returns something that handles
// requests.
func returnsHandler(sig *types.Signature) bool {
	for v := range sig.Results().Variables() {
		if _, ok := v.Type().Underlying().(*types.Signature); ok {
			return true
		}
		if _, name := named(v.Type()); name == "Handler" {
			return true
		}
	}
	return false
}

// logsURL reports whether a function, or a closure of it, logs the URL of a
// request with its query.
func (e *engine) logsURL(fn *ssa.Function) bool {
	for _, f := range withClosures(fn) {
		for _, s := range e.sinksOf(f) {
			if s.place == InLog && slices.ContainsFunc(e.valueOrigins(s), Origin.WholeQuery) {
				return true
			}
		}
	}
	return false
}
