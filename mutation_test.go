package sessionlint_test

import (
	"go/ast"
	"go/importer"
	"go/parser"
	"go/token"
	"go/types"
	"testing"
)

// mutations returns the places where a file changes a package-level variable:
// by assignment, also to an element or field, or with a built-in. Changes
// through methods, aliases and pointers are not seen.
func mutations(info *types.Info, pkg *types.Package, file *ast.File) []token.Pos {
	var found []token.Pos
	check := func(target ast.Expr) {
		if v := root(info, target); v != nil && v.Parent() == pkg.Scope() {
			found = append(found, target.Pos())
		}
	}
	ast.Inspect(file, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.AssignStmt:
			for _, target := range n.Lhs {
				check(target)
			}
		case *ast.IncDecStmt:
			check(n.X)
		case *ast.RangeStmt:
			if n.Tok == token.ASSIGN {
				check(n.Key)
				check(n.Value)
			}
		case *ast.CallExpr:
			if name, ok := ast.Unparen(n.Fun).(*ast.Ident); ok && len(n.Args) > 0 {
				if b, ok := info.Uses[name].(*types.Builtin); ok && (b.Name() == "delete" || b.Name() == "clear" || b.Name() == "copy") {
					check(n.Args[0])
				}
			}
		}
		return true
	})
	return found
}

// root returns the variable that an expression is a part of, or nil.
func root(info *types.Info, e ast.Expr) *types.Var {
	for {
		switch x := e.(type) {
		case *ast.ParenExpr:
			e = x.X
		case *ast.StarExpr:
			e = x.X
		case *ast.IndexExpr:
			e = x.X
		case *ast.SliceExpr:
			e = x.X
		case *ast.SelectorExpr:
			if v, ok := info.Uses[x.Sel].(*types.Var); ok && !v.IsField() {
				return v
			}
			e = x.X
		case *ast.Ident:
			v, _ := info.Uses[x].(*types.Var)
			return v
		default:
			return nil
		}
	}
}

// state returns the package-level variables that exist to be changed: those of
// a type of sync or sync/atomic.
func state(pkg *types.Package) []token.Pos {
	var found []token.Pos
	for _, name := range pkg.Scope().Names() {
		v, ok := pkg.Scope().Lookup(name).(*types.Var)
		if !ok {
			continue
		}
		if named, ok := types.Unalias(v.Type()).(*types.Named); ok && named.Obj().Pkg() != nil {
			if path := named.Obj().Pkg().Path(); path == "sync" || path == "sync/atomic" {
				found = append(found, v.Pos())
			}
		}
	}
	return found
}

// TestChecks shows each check a file in which every line marked below is bad.
func TestChecks(t *testing.T) {
	const source = `package p

import "sync"

var table = map[string]int{"a": 1}
var list []int
var pair struct{ a, b []int }
var mu sync.Mutex // state

const other = "github.com/other/library" // library
const ours = "github.com/sessionlint/sessionlint/analyzers"

func init() {} // init

func f(local map[string]int) {
	table["b"] = 2 // change
	delete(table, "a") // change
	clear(local)
	list = append(list, 1) // change
	list[0]++ // change
	pair.a[0] = 1 // change
	(*&local)["x"] = table["a"]
	for list[0] = range 3 { // change
	}
	table := map[string]int{}
	table["local"] = 1
}
`
	fset := token.NewFileSet()
	file, err := parser.ParseFile(fset, "p.go", source, parser.ParseComments)
	if err != nil {
		t.Fatal(err)
	}
	info := &types.Info{Uses: map[*ast.Ident]types.Object{}}
	config := types.Config{Importer: importer.ForCompiler(fset, "source", nil)}
	pkg, err := config.Check("p", fset, []*ast.File{file}, info)
	if err != nil {
		t.Fatal(err)
	}
	got := map[string][]token.Pos{
		"init": inits(file), "library": libraries(file), "change": mutations(info, pkg, file), "state": state(pkg),
	}
	want := map[string][]int{}
	for _, group := range file.Comments {
		kind := group.List[0].Text[len("// "):]
		want[kind] = append(want[kind], fset.Position(group.Pos()).Line)
	}
	for kind, lines := range want {
		if len(got[kind]) != len(lines) {
			t.Errorf("%s: got %d places, want %d", kind, len(got[kind]), len(lines))
			continue
		}
		for i, pos := range got[kind] {
			if line := fset.Position(pos).Line; line != lines[i] {
				t.Errorf("%s: line %d, want %d", kind, line, lines[i])
			}
		}
	}
}
