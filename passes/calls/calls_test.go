package calls

import (
	"go/ast"
	"go/importer"
	"go/parser"
	"go/token"
	"go/types"
	"testing"

	"golang.org/x/tools/go/ssa"
	"golang.org/x/tools/go/ssa/ssautil"
)

const source = `package p

type T struct{}

func (T) Method(a, b string) {}

func variadic(format string, rest ...any) {}

func generic[E any](e E) {}

type I interface{ Method(a, b string) }

func f(t T, i I) {
	t.Method("x", "y")
	i.Method("x", "y")
	m := t.Method
	m("x", "y")
	variadic("f", 1, "two")
	generic(1)
	func() {}()
}
`

func build(t *testing.T) (*ssa.Package, []*ssa.CallCommon) {
	t.Helper()
	fset := token.NewFileSet()
	file, err := parser.ParseFile(fset, "p.go", source, 0)
	if err != nil {
		t.Fatal(err)
	}
	pkg, _, err := ssautil.BuildPackage(&types.Config{Importer: importer.Default()}, fset, types.NewPackage("p", "p"), []*ast.File{file}, 0)
	if err != nil {
		t.Fatal(err)
	}
	var all []*ssa.CallCommon
	for _, b := range pkg.Func("f").Blocks {
		for _, instr := range b.Instrs {
			if call, ok := instr.(ssa.CallInstruction); ok {
				all = append(all, call.Common())
			}
		}
	}
	return pkg, all
}

func TestCalls(t *testing.T) {
	pkg, list := build(t)
	tests := []struct {
		callee   string
		body     bool
		operands int
		second   string // constant at parameter 1
	}{
		{"Method", true, 3, `"y":string`},
		{"Method", false, 3, `"y":string`},
		{"Method", true, 3, `"y":string`},
		{"variadic", true, 2, ""},
		{"generic", true, 1, ""},
		{"", true, 0, ""},
	}
	if len(list) != len(tests) {
		t.Fatalf("%d calls, want %d", len(list), len(tests))
	}
	for i, test := range tests {
		name := ""
		if fn := Callee(list[i]); fn != nil {
			name = fn.Name()
		}
		if name != test.callee || (Body(pkg, list[i]) != nil) != test.body || len(Operands(list[i])) != test.operands {
			t.Errorf("call %d is of %q with body %v and %d operands, want %+v", i, name, Body(pkg, list[i]), len(Operands(list[i])), test)
		}
		if arg := Argument(list[i], 1); test.second != "" && (arg == nil || arg.Name() != test.second) {
			t.Errorf("call %d: argument 1 is %v, want %s", i, arg, test.second)
		}
	}
	if elems := Elements(Argument(list[3], 1)); len(elems) != 2 {
		t.Errorf("%d variadic arguments, want 2", len(elems))
	}
	if Argument(list[4], 7) != nil || Argument(list[5], -1) != nil {
		t.Error("arguments that are not there")
	}
}
