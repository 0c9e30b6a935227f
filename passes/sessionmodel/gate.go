// Package sessionmodel decides, before anything expensive is done, whether a
// package has anything to do with sessions: by what it imports, then by which
// modelled functions and types it uses. A package that has nothing to do with
// sessions costs a look at its imports.
package sessionmodel

import (
	"go/types"
	"slices"
	"sync"

	"golang.org/x/tools/go/analysis"

	"github.com/sessionlint/sessionlint/internal/model"
	"github.com/sessionlint/sessionlint/internal/model/lib"
	"github.com/sessionlint/sessionlint/passes/references"
)

// A Gate lets those packages through that a pass has to read.
type Gate struct {
	begins func(*model.Func) bool
	types  bool
	counts sync.Map // of bool, by import path: it has a symbol that counts
}

// NewGate returns a gate that opens for the use of a modelled function for
// which begins holds and, with types, for the use of a modelled type.
func NewGate(begins func(*model.Func) bool, types bool) *Gate {
	return &Gate{begins: begins, types: types}
}

// matters reports whether an import path has a symbol that counts.
func (g *Gate) matters(path string) bool {
	if !lib.Knows(path) {
		return false
	}
	if known, ok := g.counts.Load(path); ok {
		return known.(bool)
	}
	found := g.types && lib.Shared().HasTypes(path)
	for f := range lib.Shared().Funcs(path) {
		found = found || g.begins(f)
	}
	g.counts.Store(path, found)
	return found
}

// concerns reports whether an import path, or another one of the same library,
// has a symbol that counts: the methods of what iris.New returns are declared in
// packages that a program need not import.
func (g *Gate) concerns(path string) bool {
	if g.matters(path) {
		return true
	}
	l := lib.Shared().Anchor(path)
	if l == nil || path == "net/http" { // of the standard library, each package stands for itself
		return false
	}
	return slices.ContainsFunc(l.Life, func(f model.Func) bool { return g.begins(&f) }) ||
		slices.ContainsFunc(l.Funcs, func(f model.Func) bool { return g.begins(&f) })
}

// Facts are what a pass published about imported own packages.
type Facts struct {
	Package func(*types.Package) bool // the package was let through
	Func    func(*types.Func) bool    // callers of the function must be read
}

// Open reports whether the package uses anything that counts, itself or
// through another own package. The pass must require references.Analyzer.
func (g *Gate) Open(pass *analysis.Pass, facts Facts) bool {
	if !slices.ContainsFunc(pass.Pkg.Imports(), func(pkg *types.Package) bool { return g.concerns(pkg.Path()) || facts.Package(pkg) }) {
		return false
	}
	plain := map[*types.Package]bool{} // no library that counts
	index := lib.Shared()
	for _, fn := range references.Of(pass).Funcs() {
		pkg := fn.Pkg()
		isPlain, known := plain[pkg]
		if !known {
			isPlain = !g.matters(pkg.Path())
			plain[pkg] = isPlain
		}
		switch {
		case isPlain:
			if facts.Func(fn) {
				return true
			}
		case g.begin(index.Func(fn)) || g.begin(index.Life(fn)):
			return true
		}
	}
	return g.types && slices.ContainsFunc(references.Of(pass).Types(), func(name *types.TypeName) bool {
		return g.matters(name.Pkg().Path()) && index.TypeOf(name.Type()) != nil
	})
}

func (g *Gate) begin(f *model.Func) bool { return f != nil && g.begins(f) }
