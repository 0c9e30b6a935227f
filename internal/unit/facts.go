package unit

import (
	"bytes"
	"cmp"
	"encoding/gob"
	"fmt"
	"go/types"
	"os"
	"reflect"
	"slices"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/analysis/unitchecker"
	"golang.org/x/tools/go/types/objectpath"
)

// facts are what is known about the package and its imports.
type facts struct {
	pkg *types.Package
	of  map[factKey]analysis.Fact
}

type factKey struct {
	pkg *types.Package
	obj types.Object // nil: about the package
	typ reflect.Type
}

// A savedFact is a fact in a file. The file is a sorted list of them: its hash
// decides whether the go command analyses the importers again.
type savedFact struct {
	Package string
	Object  objectpath.Path // "": about the package
	Fact    analysis.Fact
}

func newFacts(pkg *types.Package, analyzers []*analysis.Analyzer) *facts {
	for _, a := range analyzers {
		for _, fact := range a.FactTypes {
			gob.Register(fact)
		}
	}
	return &facts{pkg: pkg, of: make(map[factKey]analysis.Fact)}
}

// decode reads the facts of direct imports. They include those about types of
// packages further away; what the types at hand do not mention is dropped.
func (f *facts) decode(cfg *unitchecker.Config, packages map[string]*types.Package) error {
	for _, imp := range f.pkg.Imports() {
		name, ok := cfg.PackageVetx[imp.Path()]
		if !ok {
			continue
		}
		data, err := os.ReadFile(name)
		if err != nil {
			return err
		}
		if len(data) == 0 {
			continue
		}
		var saved []savedFact
		if err := gob.NewDecoder(bytes.NewReader(data)).Decode(&saved); err != nil {
			return fmt.Errorf("facts of %s: %v", imp.Path(), err)
		}
		for _, s := range saved {
			f.restore(s, packages[s.Package])
		}
	}
	return nil
}

func (f *facts) restore(s savedFact, pkg *types.Package) {
	if pkg == nil {
		return
	}
	key := factKey{pkg: pkg, typ: reflect.TypeOf(s.Fact)}
	if s.Object != "" {
		obj, err := objectpath.Object(pkg, s.Object)
		if err != nil {
			return
		}
		key.obj = obj
	}
	f.of[key] = s.Fact
}

// encodeFacts is what importers of the package may know; nothing if there are
// no facts.
func (u *unit) encodeFacts() ([]byte, error) {
	if u.facts == nil {
		return nil, nil
	}
	saved := u.facts.saved()
	if len(saved) == 0 {
		return nil, nil
	}
	var buf bytes.Buffer
	err := gob.NewEncoder(&buf).Encode(saved)
	return buf.Bytes(), err
}

func (f *facts) saved() []savedFact {
	var list []savedFact
	paths := new(objectpath.Encoder)
	for key, fact := range f.of {
		if !f.travels(key) {
			continue
		}
		s := savedFact{Package: key.pkg.Path(), Fact: fact}
		if key.obj != nil {
			path, err := paths.For(key.obj)
			if err != nil {
				continue // importers cannot see the object
			}
			s.Object = path
		}
		list = append(list, s)
	}
	slices.SortFunc(list, func(a, b savedFact) int {
		return cmp.Or(cmp.Compare(a.Package, b.Package), cmp.Compare(a.Object, b.Object),
			cmp.Compare(reflect.TypeOf(a.Fact).String(), reflect.TypeOf(b.Fact).String()))
	})
	return list
}

// travels reports whether importers need the fact from us. Whoever uses a
// function or variable of another package imports that package itself; types
// with their fields and methods are met without.
func (f *facts) travels(key factKey) bool {
	if key.pkg == f.pkg {
		return true
	}
	if key.obj == nil {
		return false
	}
	_, isType := key.obj.(*types.TypeName)
	return isType || key.obj.Parent() != key.obj.Pkg().Scope()
}

// serve gives a pass access to the facts.
func (f *facts) serve(pass *analysis.Pass) {
	has := make(map[reflect.Type]bool)
	for _, fact := range pass.Analyzer.FactTypes {
		has[reflect.TypeOf(fact)] = true
	}
	pass.ImportObjectFact = func(obj types.Object, fact analysis.Fact) bool {
		return f.get(factKey{obj.Pkg(), obj, reflect.TypeOf(fact)}, fact)
	}
	pass.ImportPackageFact = func(pkg *types.Package, fact analysis.Fact) bool {
		return f.get(factKey{pkg, nil, reflect.TypeOf(fact)}, fact)
	}
	pass.ExportObjectFact = func(obj types.Object, fact analysis.Fact) {
		f.of[factKey{f.pkg, obj, reflect.TypeOf(fact)}] = fact
	}
	pass.ExportPackageFact = func(fact analysis.Fact) {
		f.of[factKey{f.pkg, nil, reflect.TypeOf(fact)}] = fact
	}
	pass.AllObjectFacts = func() (list []analysis.ObjectFact) {
		for key, fact := range f.of {
			if key.obj != nil && has[key.typ] {
				list = append(list, analysis.ObjectFact{Object: key.obj, Fact: fact})
			}
		}
		return list
	}
	pass.AllPackageFacts = func() (list []analysis.PackageFact) {
		for key, fact := range f.of {
			if key.obj == nil && has[key.typ] {
				list = append(list, analysis.PackageFact{Package: key.pkg, Fact: fact})
			}
		}
		return list
	}
}

func (f *facts) get(key factKey, fact analysis.Fact) bool {
	known, ok := f.of[key]
	if ok {
		reflect.ValueOf(fact).Elem().Set(reflect.ValueOf(known).Elem())
	}
	return ok
}
