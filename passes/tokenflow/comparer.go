package tokenflow

import (
	"go/ast"
	"go/token"
	"go/types"

	"golang.org/x/tools/go/analysis"

	"github.com/sessionlint/sessionlint/internal/model"
	"github.com/sessionlint/sessionlint/internal/model/lib"
)

// comparesHere reports whether the package has a function that, by its name,
// checks a secret, and in which something that is called one is held against
// something else. That needs no library of sessions: a comparison is enough.
func comparesHere(pass *analysis.Pass) bool {
	for _, file := range pass.Files {
		for _, decl := range file.Decls {
			fn, ok := decl.(*ast.FuncDecl)
			if ok && fn.Body != nil && (Verifies(fn.Name.Name) || ComparesSecrets(fn.Name.Name)) && holdsSecret(pass, fn) {
				return true
			}
		}
	}
	return false
}

// holdsSecret reports whether a function compares something that is called a
// secret, by an operator or by a function of two arguments; of one that says
// that it compares secrets, whatever it compares.
func holdsSecret(pass *analysis.Pass, fn *ast.FuncDecl) bool {
	found := false
	whatever := ComparesSecrets(fn.Name.Name)
	ast.Inspect(fn.Body, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.BinaryExpr:
			if n.Op == token.EQL || n.Op == token.NEQ {
				found = found || !isLiteral(n.X) && !isLiteral(n.Y) && (whatever || IsSecret(nameOf(n.X)) || IsSecret(nameOf(n.Y)))
			}
		case *ast.CallExpr:
			if len(n.Args) == 2 && compares(pass, n) {
				found = found || whatever || IsSecret(nameOf(n.Args[0])) || IsSecret(nameOf(n.Args[1]))
			}
		}
		return !found
	})
	return found
}

// isLiteral: nobody guesses what is compared with nil, a number or a text in
// the code.
func isLiteral(expr ast.Expr) bool {
	switch x := ast.Unparen(expr).(type) {
	case *ast.BasicLit:
		return true
	case *ast.Ident:
		return x.Name == "nil" || x.Name == "true" || x.Name == "false"
	}
	return false
}

// compares: bytes.Equal, subtle.ConstantTimeCompare and their kin.
func compares(pass *analysis.Pass, call *ast.CallExpr) bool {
	sel, ok := ast.Unparen(call.Fun).(*ast.SelectorExpr)
	if !ok {
		return false
	}
	fn, ok := pass.TypesInfo.Uses[sel.Sel].(*types.Func)
	if !ok {
		return false
	}
	f := lib.Shared().Func(fn)
	return f != nil && (f.Role == model.PlainCompare || f.Role == model.SafeCompare)
}
