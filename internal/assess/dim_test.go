package assess_test

import (
	"go/ast"
	"go/parser"
	"go/token"
	"slices"
	"strings"
)

// dark is what dimmed code uses: nobody knows what comes out of it.
const dark = `
var Anything interface{ Like(any) any }

func dim[T any](v T) T { return Anything.Like(v).(T) }
`

// dimmed returns variants of code in which nobody can know what stands on some
// lines: one constant, all of them, what functions are given, or which
// functions are called. The lines stay where they are.
func dimmed(code string, lines []int) []string {
	const head = "package p\n"
	fset := token.NewFileSet()
	file, err := parser.ParseFile(fset, "", head+code, 0)
	if err != nil {
		return nil
	}
	var variants []string
	for n, choose := range []func(ast.Node) []ast.Expr{constants, arguments, functions} {
		var all []span
		ast.Inspect(file, func(n ast.Node) bool {
			parts := choose(n)
			for _, e := range parts {
				if from := fset.Position(e.Pos()); slices.Contains(lines, from.Line) {
					all = append(all, span{from.Offset, fset.Position(e.End()).Offset})
				}
			}
			return len(parts) == 0
		})
		for _, one := range all {
			if n == 0 && len(all) > 1 {
				variants = append(variants, strings.TrimPrefix(through(head+code, one), head)+dark)
			}
		}
		if len(all) > 0 {
			variants = append(variants, strings.TrimPrefix(through(head+code, all...), head)+dark)
		}
	}
	return variants
}

type span struct{ from, to int }

// through puts parts of code, in their order, into calls of dim.
func through(code string, parts ...span) string {
	var b strings.Builder
	end := 0
	for _, p := range parts {
		b.WriteString(code[end:p.from] + "dim(" + code[p.from:p.to] + ")")
		end = p.to
	}
	return b.String() + code[end:]
}

func constants(n ast.Node) []ast.Expr {
	switch e := n.(type) {
	case *ast.BasicLit:
		return []ast.Expr{e}
	case *ast.BinaryExpr:
		if _, ok := e.X.(*ast.BasicLit); ok && e.Op == token.MUL {
			return []ast.Expr{e}
		}
	case *ast.Ident:
		if e.Name == "true" || e.Name == "false" {
			return []ast.Expr{e}
		}
	case *ast.SelectorExpr:
		if strings.HasPrefix(e.Sel.Name, "SameSite") && e.Sel.Name != "SameSite" {
			return []ast.Expr{e}
		}
	}
	return nil
}

func arguments(n ast.Node) []ast.Expr {
	if call, ok := n.(*ast.CallExpr); ok {
		return call.Args
	}
	return nil
}

func functions(n ast.Node) []ast.Expr {
	if call, ok := n.(*ast.CallExpr); ok {
		if fun, ok := call.Fun.(*ast.SelectorExpr); ok {
			return []ast.Expr{fun}
		}
	}
	return nil
}
