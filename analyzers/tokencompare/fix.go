package tokencompare

import (
	"go/ast"
	"go/token"
	"go/types"

	"github.com/sessionlint/sessionlint/internal/edit"
	"github.com/sessionlint/sessionlint/internal/evidence"
	"github.com/sessionlint/sessionlint/internal/rule"
	"github.com/sessionlint/sessionlint/passes/tokenflow"
)

const subtle = "crypto/subtle"

// repair offers comparisons in constant time instead of == or != of strings, if all
// of one condition can be written so.
func repair(pass *rule.Pass, site *evidence.Site, list []tokenflow.Comparison) {
	file := edit.FileAt(pass.Files, list[0].Pos())
	if file == nil {
		return
	}
	name, edits := edit.Import(file, subtle)
	for _, c := range list {
		expr, ok := c.Node.(*ast.BinaryExpr)
		if !ok || !isString(pass, expr.X) || !isString(pass, expr.Y) {
			return
		}
		x, y := inBytes(pass, expr.X), inBytes(pass, expr.Y)
		if x == "" || y == "" || !edit.Free(pass.Pkg, expr.Pos(), name, subtle) {
			return
		}
		result := map[token.Token]string{token.EQL: "1", token.NEQ: "0"}[expr.Op]
		edits = append(edits, edit.Replace(expr, name+".ConstantTimeCompare("+x+", "+y+") == "+result))
	}
	site.Fix("Compare in constant time", edits...)
}

// inBytes spells a text as bytes, or returns "": what was converted to a text
// only to be compared, as it was before.
func inBytes(pass *rule.Pass, expr ast.Expr) string {
	if call, ok := ast.Unparen(expr).(*ast.CallExpr); ok && len(call.Args) == 1 && pass.TypesInfo.Types[call.Fun].IsType() &&
		types.Identical(pass.TypesInfo.TypeOf(call.Args[0]), types.NewSlice(types.Typ[types.Byte])) {
		return edit.Source(pass.Fset, call.Args[0])
	}
	source := edit.Source(pass.Fset, expr)
	if source == "" {
		return ""
	}
	return "[]byte(" + source + ")"
}

func isString(pass *rule.Pass, expr ast.Expr) bool {
	t := pass.TypesInfo.TypeOf(expr)
	if t == nil {
		return false
	}
	b, ok := t.Underlying().(*types.Basic)
	return ok && b.Info()&types.IsString != 0
}
