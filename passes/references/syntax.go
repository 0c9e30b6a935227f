package references

import (
	"go/ast"
	"go/token"
)

// Strings returns the string literals of a package, in source order, those of
// tests included: whoever asks what a package names reads the list, not the
// whole syntax again.
func (r *References) Strings() []*ast.BasicLit {
	r.read.Do(r.walk)
	return r.strings
}

// Calls returns the calls of a package, likewise, outer ones first.
func (r *References) Calls() []*ast.CallExpr {
	r.read.Do(r.walk)
	return r.calls
}

func (r *References) walk() {
	for _, file := range r.pass.Files {
		ast.Inspect(file, func(n ast.Node) bool {
			switch n := n.(type) {
			case *ast.BasicLit:
				if n.Kind == token.STRING {
					r.strings = append(r.strings, n)
				}
			case *ast.CallExpr:
				r.calls = append(r.calls, n)
			case *ast.ImportSpec:
				return false
			}
			return true
		})
	}
}
