// Package lazyssa provides the SSA form of the package under analysis, built
// when it is first asked for. A package that no rule has a question about
// costs nothing.
//
// Passes must not require x/tools' buildssa: it has facts through its
// dependency ctrlflow and would be run for every dependency, the standard
// library included.
package lazyssa

import (
	"fmt"
	"go/ast"
	"go/types"
	"reflect"
	"slices"
	"strings"
	"sync"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/ssa"
)

// Analyzer captures what is needed to build SSA. It builds nothing.
var Analyzer = &analysis.Analyzer{
	Name:       "lazyssa",
	Doc:        "build SSA form when it is first asked for",
	Run:        func(pass *analysis.Pass) (any, error) { return &SSA{pass: pass}, nil },
	ResultType: reflect.TypeFor[*SSA](),
}

// An SSA is the SSA form of one package, or the promise of it.
type SSA struct {
	pass  *analysis.Pass
	once  sync.Once
	built bool
	pkg   *ssa.Package
	funcs []*ssa.Function
	runs  []*ssa.Function // those that are not in files of tests
	err   error
}

// Of returns the promise for the package of a pass that requires Analyzer.
func Of(pass *analysis.Pass) *SSA { return pass.ResultOf[Analyzer].(*SSA) }

// Built reports whether anybody has asked.
func (s *SSA) Built() bool { return s.built }

// Package returns the package and its functions with a body, in source order,
// function literals behind the function that contains them. It builds them at
// the first call. The error says why the package cannot be built.
func (s *SSA) Package() (*ssa.Package, []*ssa.Function, error) {
	s.once.Do(s.build)
	return s.pkg, s.funcs, s.err
}

// Running is Package without the functions of test files, unless tests count:
// what tests set is not what runs.
func (s *SSA) Running(tests bool) (*ssa.Package, []*ssa.Function, error) {
	pkg, funcs, err := s.Package()
	if tests {
		return pkg, funcs, err
	}
	return pkg, s.runs, err
}

func (s *SSA) build() {
	s.built = true
	defer func() {
		if r := recover(); r != nil { // go/ssa gives up on some ill-typed code by panicking
			s.pkg, s.funcs, s.runs, s.err = nil, nil, nil, fmt.Errorf("no SSA form of %s: %v", s.pass.Pkg.Path(), r)
		}
	}()
	prog := ssa.NewProgram(s.pass.Fset, ssa.BuilderMode(0))
	for _, imported := range s.pass.Pkg.Imports() {
		prog.CreatePackage(imported, nil, nil, true)
	}
	s.pkg = prog.CreatePackage(s.pass.Pkg, s.pass.Files, s.pass.TypesInfo, false)
	s.pkg.Build()
	s.funcs = sourceFuncs(s.pass, s.pkg)
	s.runs = slices.DeleteFunc(slices.Clone(s.funcs), func(fn *ssa.Function) bool {
		return strings.HasSuffix(s.pass.Fset.Position(fn.Pos()).Filename, "_test.go")
	})
}

func sourceFuncs(pass *analysis.Pass, pkg *ssa.Package) []*ssa.Function {
	var all []*ssa.Function
	var add func(fn *ssa.Function)
	add = func(fn *ssa.Function) {
		if fn == nil {
			return
		}
		all = append(all, fn)
		for _, literal := range fn.AnonFuncs {
			add(literal)
		}
	}
	add(pkg.Func("init")) // package-level variables
	for _, file := range pass.Files {
		for _, decl := range file.Decls {
			if decl, ok := decl.(*ast.FuncDecl); ok && decl.Name.Name != "_" {
				if obj, ok := pass.TypesInfo.Defs[decl.Name].(*types.Func); ok {
					add(pkg.Prog.FuncValue(obj))
				}
			}
		}
	}
	return all
}
