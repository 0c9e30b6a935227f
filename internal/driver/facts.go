package driver

import (
	"go/types"
	"reflect"
	"sync"

	"golang.org/x/tools/go/analysis"
)

// facts are what the packages analysed so far have published. There is one
// store for all packages: they share the objects that facts are about, and a
// package waits for those that it imports. To hand facts on from package to
// package, as go/analysis/checker does, costs a copy of all of them in each.
type facts struct {
	mu sync.RWMutex
	of map[factKey]analysis.Fact
}

type factKey struct {
	pkg *types.Package // of a fact about a package
	obj types.Object
	typ reflect.Type
}

func (f *facts) get(key factKey, fact analysis.Fact) bool {
	f.mu.RLock()
	known, ok := f.of[key]
	f.mu.RUnlock()
	if ok {
		reflect.ValueOf(fact).Elem().Set(reflect.ValueOf(known).Elem())
	}
	return ok
}

func (f *facts) put(key factKey, fact analysis.Fact) {
	f.mu.Lock()
	f.of[key] = fact
	f.mu.Unlock()
}

// serve gives a pass access to the facts about its package, and to those about
// others as far as export data would show their objects.
func (f *facts) serve(pass *analysis.Pass) {
	pass.ImportObjectFact = func(obj types.Object, fact analysis.Fact) bool {
		return (obj.Pkg() == pass.Pkg || exported(obj)) && f.get(factKey{nil, obj, reflect.TypeOf(fact)}, fact)
	}
	pass.ImportPackageFact = func(pkg *types.Package, fact analysis.Fact) bool {
		return f.get(factKey{pkg, nil, reflect.TypeOf(fact)}, fact)
	}
	pass.ExportObjectFact = func(obj types.Object, fact analysis.Fact) {
		f.put(factKey{nil, obj, reflect.TypeOf(fact)}, fact)
	}
	pass.ExportPackageFact = func(fact analysis.Fact) {
		f.put(factKey{pass.Pkg, nil, reflect.TypeOf(fact)}, fact)
	}
	pass.AllObjectFacts = func() []analysis.ObjectFact { return f.objects(pass) }
	pass.AllPackageFacts = func() []analysis.PackageFact { return f.packages(pass) }
}

// exported reports whether importers can see an object, as far as that is
// easily told.
func exported(obj types.Object) bool {
	fn, ok := obj.(*types.Func)
	return !ok || fn.Exported() || fn.Signature().Recv() != nil
}

func (f *facts) objects(pass *analysis.Pass) (list []analysis.ObjectFact) {
	visible := visibleTo(pass)
	f.mu.RLock()
	defer f.mu.RUnlock()
	for key, fact := range f.of {
		if key.obj != nil && visible(key.obj.Pkg(), key.typ) {
			list = append(list, analysis.ObjectFact{Object: key.obj, Fact: fact})
		}
	}
	return list
}

func (f *facts) packages(pass *analysis.Pass) (list []analysis.PackageFact) {
	visible := visibleTo(pass)
	f.mu.RLock()
	defer f.mu.RUnlock()
	for key, fact := range f.of {
		if key.obj == nil && visible(key.pkg, key.typ) {
			list = append(list, analysis.PackageFact{Package: key.pkg, Fact: fact})
		}
	}
	return list
}

// visibleTo tells the facts that a list for a pass has: of its analyzer, about
// its package and those that it imports.
func visibleTo(pass *analysis.Pass) func(*types.Package, reflect.Type) bool {
	pkgs, kinds := map[*types.Package]bool{pass.Pkg: true}, make(map[reflect.Type]bool)
	for _, pkg := range pass.Pkg.Imports() {
		pkgs[pkg] = true
	}
	for _, fact := range pass.Analyzer.FactTypes {
		kinds[reflect.TypeOf(fact)] = true
	}
	return func(pkg *types.Package, kind reflect.Type) bool { return pkgs[pkg] && kinds[kind] }
}
