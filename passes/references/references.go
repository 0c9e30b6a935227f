// Package references tells what a package uses of other packages, each function and
// each type once, and which strings and calls it has. Gates ask it before anything
// expensive is done.
package references

import (
	"go/ast"
	"go/token"
	"go/types"
	"reflect"
	"sync"

	"golang.org/x/tools/go/analysis"

	"github.com/sessionlint/sessionlint/internal/options"
)

// Analyzer captures what is needed to look. It looks when it is first asked.
var Analyzer = &analysis.Analyzer{
	Name:       "references",
	Doc:        "tell which functions and types of other packages a package uses",
	Requires:   []*analysis.Analyzer{options.Analyzer},
	ResultType: reflect.TypeFor[*References](),
	Run:        func(pass *analysis.Pass) (any, error) { return &References{pass: pass}, nil },
}

// References are the functions and types of other packages that a package uses,
// and its own strings and calls.
type References struct {
	pass  *analysis.Pass
	once  sync.Once
	funcs []*types.Func
	types []*types.TypeName

	read    sync.Once
	strings []*ast.BasicLit
	calls   []*ast.CallExpr
}

// Of returns what the package of a pass that requires Analyzer uses.
func Of(pass *analysis.Pass) *References { return pass.ResultOf[Analyzer].(*References) }

// Funcs returns the functions and methods, generic ones as declared, in no
// order. What only test files use is left out, unless tests count.
func (r *References) Funcs() []*types.Func {
	r.once.Do(r.look)
	return r.funcs
}

// Types returns the types, likewise.
func (r *References) Types() []*types.TypeName {
	r.once.Do(r.look)
	return r.types
}

func (r *References) look() {
	seen := map[types.Object]bool{}
	first := func(obj types.Object) bool {
		known := seen[obj]
		seen[obj] = true
		return !known
	}
	isTest := r.tests()
	for id, obj := range r.pass.TypesInfo.Uses {
		if obj.Pkg() == nil || obj.Pkg() == r.pass.Pkg || isTest(id.Pos()) {
			continue
		}
		switch obj := obj.(type) {
		case *types.Func:
			if fn := obj.Origin(); first(fn) {
				r.funcs = append(r.funcs, fn)
			}
		case *types.TypeName:
			if first(obj) {
				r.types = append(r.types, obj)
			}
		}
	}
}

// tests returns a function that reports whether a position is in a test file
// that does not count.
func (r *References) tests() func(token.Pos) bool {
	var files []*ast.File
	for _, file := range r.pass.Files {
		if options.IsTest(r.pass, file.FileStart) {
			files = append(files, file)
		}
	}
	return func(pos token.Pos) bool {
		for _, file := range files {
			if file.FileStart <= pos && pos < file.FileEnd {
				return true
			}
		}
		return false
	}
}
