package tokenflow

import (
	"go/ast"
	"go/token"

	"golang.org/x/tools/go/analysis"
)

// comparesHere reports whether the package has a function that, by its name,
// checks a secret, and in which something that is called one is held against
// something else. That needs no library of sessions: a comparison is enough.
func comparesHere(pass *analysis.Pass) bool {
	for _, file := range pass.Files {
		for _, decl := range file.Decls {
			fn, ok := decl.(*ast.FuncDecl)
			if ok && fn.Body != nil && (Verifies(fn.Name.Name) || ComparesSecrets(fn.Name.Name)) && holdsSecret(fn) {
				return true
			}
		}
	}
	return false
}

// holdsSecret reports whether a function compares something that is called a
// secret, by an operator or by a function of two arguments; of one that says
// that it compares secrets, whatever it compares.
func holdsSecret(fn *ast.FuncDecl) bool {
	found := false
	any := ComparesSecrets(fn.Name.Name)
	ast.Inspect(fn.Body, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.BinaryExpr:
			if n.Op == token.EQL || n.Op == token.NEQ {
				found = found || !isLiteral(n.X) && !isLiteral(n.Y) && (any || IsSecret(nameOf(n.X)) || IsSecret(nameOf(n.Y)))
			}
		case *ast.CallExpr:
			if len(n.Args) == 2 && comparesByName(n) {
				found = found || any || IsSecret(nameOf(n.Args[0])) || IsSecret(nameOf(n.Args[1]))
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

// comparesByName: bytes.Equal, subtle.ConstantTimeCompare, strings.Compare.
func comparesByName(call *ast.CallExpr) bool {
	sel, ok := ast.Unparen(call.Fun).(*ast.SelectorExpr)
	return ok && hasAny(sel.Sel.Name, "equal", "compare")
}
