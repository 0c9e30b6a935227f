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

// repair offers a comparison in constant time instead of == or != of strings.
func repair(pass *rule.Pass, site *evidence.Site, c tokenflow.Comparison) {
	expr, ok := c.Node.(*ast.BinaryExpr)
	if !ok || !isString(pass, expr.X) || !isString(pass, expr.Y) {
		return
	}
	file := edit.FileAt(pass.Files, expr.Pos())
	if file == nil {
		return
	}
	name, edits := edit.Import(file, subtle)
	x, y := edit.Source(pass.Fset, expr.X), edit.Source(pass.Fset, expr.Y)
	if x == "" || y == "" || !edit.Free(pass.Pkg, expr.Pos(), name, subtle) {
		return
	}
	result := map[token.Token]string{token.EQL: "1", token.NEQ: "0"}[expr.Op]
	text := name + ".ConstantTimeCompare([]byte(" + x + "), []byte(" + y + ")) == " + result
	site.Fix("Compare in constant time", append(edits, edit.Replace(expr, text))...)
}

func isString(pass *rule.Pass, expr ast.Expr) bool {
	t := pass.TypesInfo.TypeOf(expr)
	if t == nil {
		return false
	}
	b, ok := t.Underlying().(*types.Basic)
	return ok && b.Info()&types.IsString != 0
}
