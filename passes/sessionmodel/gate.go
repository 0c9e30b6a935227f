// Package sessionmodel decides, before anything expensive is done, whether a
// package has anything to do with sessions: by what it imports, then by which
// modelled functions and types it uses. A package that has nothing to do with
// sessions costs a look at its imports.
package sessionmodel

import (
	"go/types"

	"golang.org/x/tools/go/analysis"

	"github.com/sessionlint/sessionlint/internal/model"
	"github.com/sessionlint/sessionlint/internal/model/lib"
)

// A Gate lets those packages through that a pass has to read.
type Gate struct {
	begins   func(*model.Func) bool
	types    bool
	packages map[string]bool // import paths with a symbol that counts
}

// NewGate returns a gate that opens for the use of a modelled function for
// which begins holds and, with types, for the use of a modelled type.
func NewGate(begins func(*model.Func) bool, types bool) *Gate {
	g := &Gate{begins: begins, types: types, packages: map[string]bool{}}
	for _, l := range lib.Shared().Libraries() {
		for i := range l.Funcs {
			if begins(&l.Funcs[i]) {
				g.packages[lib.PackageOf(l.Funcs[i].Symbol)] = true
			}
		}
		for i := range l.Life {
			if begins(&l.Life[i]) {
				g.packages[lib.PackageOf(l.Life[i].Symbol)] = true
			}
		}
		for _, t := range l.Types {
			if types {
				g.packages[lib.PackageOf(t.Symbol)] = true
			}
		}
	}
	return g
}

// Facts are what a pass published about imported own packages.
type Facts struct {
	Package func(*types.Package) bool // the package was let through
	Func    func(*types.Func) bool    // callers of the function must be read
}

// Open reports whether the package uses anything that counts, itself or
// through another own package.
func (g *Gate) Open(pass *analysis.Pass, facts Facts) bool {
	modelled, own := map[*types.Package]bool{}, map[*types.Package]bool{}
	for _, imported := range pass.Pkg.Imports() {
		switch {
		case g.packages[imported.Path()]:
			modelled[imported] = true
		case facts.Package(imported):
			own[imported] = true
		}
	}
	if len(modelled)+len(own) == 0 {
		return false
	}
	index := lib.Shared()
	for _, obj := range pass.TypesInfo.Uses {
		switch obj := obj.(type) {
		case *types.Func:
			if obj.Pkg() == nil || obj.Pkg() == pass.Pkg {
				continue
			}
			if g.packages[obj.Pkg().Path()] {
				if f := index.Func(obj); f != nil && g.begins(f) {
					return true
				}
				if f := index.Life(obj); f != nil && g.begins(f) {
					return true
				}
			} else if facts.Func(obj.Origin()) {
				return true
			}
		case *types.TypeName:
			if g.types && obj.Pkg() != nil && g.packages[obj.Pkg().Path()] && index.TypeOf(obj.Type()) != nil {
				return true
			}
		}
	}
	return false
}
