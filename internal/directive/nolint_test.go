package directive

import (
	"go/ast"
	"go/parser"
	"go/token"
	"testing"
)

func TestWithoutNolint(t *testing.T) {
	const source = `package p

var a = 1 //nolint:sessionlint // reason
var b = 2 // nolint
var c = 3 //sessionlint:ignore cookiesecure //nolint is mentioned here
var d = 4 //lint:ignore cookiesecure reason
`
	fset := token.NewFileSet()
	file, err := parser.ParseFile(fset, "p.go", source, parser.ParseComments)
	if err != nil {
		t.Fatal(err)
	}
	index := NewIndex(fset, []*ast.File{file})
	var left []int
	for _, p := range index.WithoutNolint().All() {
		left = append(left, fset.Position(p.Pos()).Line)
	}
	if len(left) != 2 || left[0] != 5 || left[1] != 6 {
		t.Errorf("directives are left on lines %v, want 5 and 6", left)
	}
	if have := len(index.All()); have != 4 {
		t.Errorf("the index itself has %d directives left, want 4", have)
	}
}
