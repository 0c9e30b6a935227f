package tokenflow

import (
	"go/ast"
	"go/types"
	"slices"
	"strings"

	"golang.org/x/mod/semver"

	"github.com/sessionlint/sessionlint/internal/model/lib"
	"github.com/sessionlint/sessionlint/internal/order"
)

// An Adopter makes a session store that makes records under IDs that clients
// choose.
type Adopter struct {
	ast.Node
	Name  string
	Fixed string // the version that no longer does; "": there is none
}

// Adopters returns the calls that make such stores.
func (f *Flows) Adopters() []Adopter { return f.adopters }

func (e *engine) adopterCalls() []Adopter {
	var out []Adopter
	for _, file := range e.pass.Files {
		ast.Inspect(file, func(n ast.Node) bool {
			call, ok := n.(*ast.CallExpr)
			if !ok {
				return true
			}
			sel, ok := ast.Unparen(call.Fun).(*ast.SelectorExpr)
			if !ok {
				return true
			}
			if fn, ok := e.pass.TypesInfo.Uses[sel.Sel].(*types.Func); ok && e.adopts(fn) {
				fixed := strings.TrimPrefix(e.model(fn).Adopts, "*")
				out = append(out, Adopter{Node: call, Name: types.ExprString(sel), Fixed: fixed})
			}
			return true
		})
	}
	slices.SortStableFunc(out, func(a, b Adopter) int { return order.Places(e.pass.Fset, a.Pos(), b.Pos()) })
	return out
}

// adopts reports whether the version that is used adopts IDs.
func (e *engine) adopts(fn *types.Func) bool {
	f := e.model(fn)
	if f == nil || f.Adopts == "" {
		return false
	}
	if f.Adopts == "*" {
		return true
	}
	version, ok := lib.Version(e.pass.Fset, fn.Pkg())
	return ok && semver.Compare(version, f.Adopts) < 0
}
