package lib

import (
	"go/types"
	"iter"
	"maps"
	"slices"
	"strings"
	"sync"

	"github.com/sessionlint/sessionlint/internal/model"
)

// An Index finds what the libraries say about objects of a program.
//
// One process runs for each package that go vet analyses, so nothing is made
// before it is asked for: a library when the first symbol of one of its import
// paths is looked up, which paths those are is written in packages.go.
type Index struct {
	shelves []func() []*model.Library
	pages   sync.Map // of *page, by import path
}

var shared = sync.OnceValue(NewIndex)

// Shared returns the index that the whole process shares.
func Shared() *Index { return shared() }

// NewIndex returns an index of All.
func NewIndex() *Index {
	x := &Index{shelves: shelves()}
	for i, shelf := range x.shelves {
		x.shelves[i] = sync.OnceValue(shelf)
	}
	return x
}

// page returns what is known about an import path.
func (x *Index) page(path string) *page {
	if p, ok := x.pages.Load(path); ok {
		return p.(*page)
	}
	p := blank()
	if numbers := shelvesOf(path); numbers != "" {
		var libs []*model.Library
		for i := range len(numbers) {
			libs = append(libs, x.shelves[numbers[i]]()...)
		}
		p = newPage(path, libs)
	}
	have, _ := x.pages.LoadOrStore(path, p)
	return have.(*page)
}

// pageOf returns what is known about the package of a symbol.
func (x *Index) pageOf(symbol string) *page { return x.page(PackageOf(symbol)) }

// Knows reports whether anything is known about an import path.
func Knows(path string) bool { return shelvesOf(path) != "" }

// Funcs returns the functions and methods of an import path with a role, in no
// order: those about settings and tokens, and those in the life of a session.
func (x *Index) Funcs(path string) iter.Seq[*model.Func] {
	return func(yield func(*model.Func) bool) {
		p := x.page(path)
		for _, table := range []map[string]*model.Func{p.funcs, p.life} {
			for _, f := range table {
				if !yield(f) {
					return
				}
			}
		}
	}
}

// HasTypes reports whether types of an import path are known.
func (x *Index) HasTypes(path string) bool { return len(x.page(path).types) > 0 }

// HasKeys reports whether fields of an import path take keys, or say where
// tokens are looked up.
func (x *Index) HasKeys(path string) bool { return len(x.page(path).keys)+len(x.page(path).looks) > 0 }

// PackageOf returns the import path of a symbol, "(*example.com/a.T).Method"
// or "example.com/a.b.Func": what stands before the name of the type or function.
func PackageOf(symbol string) string {
	symbol, _, _ = strings.Cut(strings.TrimLeft(symbol, "(*"), ").")
	return symbol[:max(0, strings.LastIndexByte(symbol, '.'))]
}

// Anchor returns the library whose import makes a package relevant, or nil.
func (x *Index) Anchor(path string) *model.Library { return x.page(path).anchor }

// Func returns what is known of a function or method, or nil. A promoted
// method is found under the type that declares it, a call through an interface
// under the interface.
func (x *Index) Func(fn *types.Func) *model.Func {
	if fn == nil || fn.Pkg() == nil || !Knows(fn.Pkg().Path()) {
		return nil
	}
	return x.page(fn.Pkg().Path()).funcs[fn.Origin().FullName()]
}

// Life returns what a function or method does in the life of a session, or
// nil. Its Role is one of those for which AboutLife holds.
func (x *Index) Life(fn *types.Func) *model.Func {
	if fn == nil || fn.Pkg() == nil || !Knows(fn.Pkg().Path()) {
		return nil
	}
	return x.page(fn.Pkg().Path()).life[fn.Origin().FullName()]
}

// LifeField returns what writing to a field of a struct type does to a session,
// or nil.
func (x *Index) LifeField(t types.Type, field string) *model.LifeField {
	name := nameOf(t)
	return x.pageOf(name).parts[name+"."+field]
}

// Carrier returns what is known of a type as a carrier of requests, of a
// pointer to one or an alias of one, or nil.
func (x *Index) Carrier(t types.Type) *model.Carrier {
	name := nameOf(t)
	return x.pageOf(name).carriers[name]
}

// Login returns what a function or method does in a login at an identity
// provider, or nil.
func (x *Index) Login(fn *types.Func) *model.LoginFunc {
	if fn == nil || fn.Pkg() == nil || !Knows(fn.Pkg().Path()) {
		return nil
	}
	return x.page(fn.Pkg().Path()).login[fn.Origin().FullName()]
}

// LoginVar returns what the function that a package-level variable holds does
// in a login, or nil.
func (x *Index) LoginVar(v *types.Var) *model.LoginFunc {
	if v == nil || v.Pkg() == nil || !Knows(v.Pkg().Path()) {
		return nil
	}
	return x.page(v.Pkg().Path()).login[v.Pkg().Path()+"."+v.Name()]
}

// LoginField returns what a field of a struct type means in a login, or nil.
func (x *Index) LoginField(t types.Type, field string) *model.LoginField {
	name := nameOf(t)
	return x.pageOf(name).logins[name+"."+field]
}

// AuthTimes returns where the library of an import path takes the time of a
// login from, by symbol.
func (x *Index) AuthTimes(path string) []*model.AuthTime {
	p := x.page(path)
	var out []*model.AuthTime
	for _, symbol := range slices.Sorted(maps.Keys(p.times)) {
		out = append(out, p.times[symbol])
	}
	return out
}

// HasLogin reports whether an import path belongs to a library for logins.
func (x *Index) HasLogin(path string) bool {
	p := x.page(path)
	return len(p.login)+len(p.times) > 0 || p.anchor != nil && len(p.anchor.Login) > 0
}

// Bearer returns what a function or method does with self-contained tokens, or
// nil.
func (x *Index) Bearer(fn *types.Func) *model.Bearer {
	if fn == nil || fn.Pkg() == nil || !Knows(fn.Pkg().Path()) {
		return nil
	}
	return x.page(fn.Pkg().Path()).bears[fn.Origin().FullName()]
}

// BearerField returns what a field of a struct type says about self-contained
// tokens, or nil.
func (x *Index) BearerField(t types.Type, field string) *model.BearerField {
	name := nameOf(t)
	return x.pageOf(name).marks[name+"."+field]
}

// HasBearers reports whether an import path belongs to a library for
// self-contained tokens.
func (x *Index) HasBearers(path string) bool {
	p := x.page(path)
	return len(p.bears)+len(p.marks) > 0
}

// FuncNamed returns the function with a symbol, or nil.
func (x *Index) FuncNamed(symbol string) *model.Func { return x.pageOf(symbol).funcs[symbol] }

// Var returns what is known of a package-level variable, or nil.
func (x *Index) Var(v *types.Var) *model.Var {
	if v == nil || v.Pkg() == nil || v.Parent() != v.Pkg().Scope() {
		return nil
	}
	return x.page(v.Pkg().Path()).vars[v.Pkg().Path()+"."+v.Name()]
}

// TypeOf returns what is known of a named type, a pointer to one or an alias of
// one, or nil.
func (x *Index) TypeOf(t types.Type) *model.Type {
	name := nameOf(t)
	return x.pageOf(name).types[name]
}

// VarOf returns what is known of the values of a named type, a pointer to one
// or an alias of one, or nil.
func (x *Index) VarOf(t types.Type) *model.Var {
	name := nameOf(t)
	return x.pageOf(name).vars[name]
}

// KeyField returns what is known of a field of a struct type as a place for
// key material, or nil.
func (x *Index) KeyField(t types.Type, field string) *model.KeyField {
	name := nameOf(t)
	return x.pageOf(name).keys[name+"."+field]
}

// LookupField returns what is known of a field of a struct type as a place
// that says where tokens are, or nil.
func (x *Index) LookupField(t types.Type, field string) *model.LookupField {
	name := nameOf(t)
	return x.pageOf(name).looks[name+"."+field]
}

// nameOf returns the symbol of a named type, a pointer to one or an alias of
// one, or "".
func nameOf(t types.Type) string {
	if t == nil {
		return ""
	}
	if p, ok := types.Unalias(t).(*types.Pointer); ok {
		t = p.Elem()
	}
	named, ok := types.Unalias(t).(*types.Named)
	if !ok || named.Obj().Pkg() == nil {
		return ""
	}
	return named.Obj().Pkg().Path() + "." + named.Obj().Name()
}

// Type returns the type with a symbol, or nil.
func (x *Index) Type(symbol string) *model.Type { return x.pageOf(symbol).types[symbol] }

// LibraryOf returns the name of the library that a symbol belongs to, for
// people, or "".
func (x *Index) LibraryOf(symbol string) string {
	if l := x.ownerOf(symbol); l != nil {
		return l.Name
	}
	return ""
}

// ownerOf finds the library of a symbol, which may be that of a field.
func (x *Index) ownerOf(symbol string) *model.Library {
	if l := x.pageOf(symbol).owner[symbol]; l != nil {
		return l
	}
	return x.page(packageOfField(symbol)).owner[symbol]
}

// Decider returns the library whose version decides the defaults of a
// function: its own, unless its defaults are those of another library.
func (x *Index) Decider(f *model.Func) *model.Library {
	if f.Like != "" {
		return x.ownerOf(f.Like)
	}
	return x.ownerOf(f.Symbol)
}
