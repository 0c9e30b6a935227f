package lib

import (
	"go/types"

	"github.com/sessionlint/sessionlint/internal/model"
)

// An Index finds what the libraries say about objects of a program.
type Index struct {
	funcs map[string]*model.Func
	types map[string]*model.Type
	vars  map[string]*model.Var
	owner map[string]*model.Library // by symbol
	roots map[string]*model.Library // by anchor
}

// NewIndex builds the index of All.
func NewIndex() *Index {
	x := &Index{
		funcs: map[string]*model.Func{},
		types: map[string]*model.Type{},
		vars:  map[string]*model.Var{},
		owner: map[string]*model.Library{},
		roots: map[string]*model.Library{},
	}
	for _, l := range All() {
		x.add(l)
	}
	return x
}

func (x *Index) add(l *model.Library) {
	for i := range l.Funcs {
		f := &l.Funcs[i]
		x.funcs[f.Symbol] = f
		x.owner[f.Symbol] = l
	}
	for i := range l.Types {
		x.types[l.Types[i].Symbol] = &l.Types[i]
		x.owner[l.Types[i].Symbol] = l
	}
	for i := range l.Vars {
		x.vars[l.Vars[i].Symbol] = &l.Vars[i]
		x.owner[l.Vars[i].Symbol] = l
	}
	for _, path := range l.Anchors {
		x.roots[path] = l
	}
}

// Anchor returns the library whose import makes a package relevant, or nil.
func (x *Index) Anchor(path string) *model.Library { return x.roots[path] }

// Func returns what is known of a function or method, or nil. A promoted
// method is found under the type that declares it, a call through an interface
// under the interface.
func (x *Index) Func(fn *types.Func) *model.Func {
	if fn == nil {
		return nil
	}
	return x.funcs[fn.Origin().FullName()]
}

// FuncNamed returns the function with a symbol, or nil.
func (x *Index) FuncNamed(symbol string) *model.Func { return x.funcs[symbol] }

// Var returns what is known of a package-level variable, or nil.
func (x *Index) Var(v *types.Var) *model.Var {
	if v == nil || v.Pkg() == nil || v.Parent() != v.Pkg().Scope() {
		return nil
	}
	return x.vars[v.Pkg().Path()+"."+v.Name()]
}

// TypeOf returns what is known of a named type, a pointer to one or an alias of
// one, or nil.
func (x *Index) TypeOf(t types.Type) *model.Type {
	if t == nil {
		return nil
	}
	if p, ok := types.Unalias(t).(*types.Pointer); ok {
		t = p.Elem()
	}
	named, ok := types.Unalias(t).(*types.Named)
	if !ok || named.Obj().Pkg() == nil {
		return nil
	}
	return x.types[named.Obj().Pkg().Path()+"."+named.Obj().Name()]
}

// Type returns the type with a symbol, or nil.
func (x *Index) Type(symbol string) *model.Type { return x.types[symbol] }

// LibraryOf returns the name of the library that a symbol belongs to, for
// people, or "".
func (x *Index) LibraryOf(symbol string) string {
	if l := x.owner[symbol]; l != nil {
		return l.Name
	}
	return ""
}

// Decider returns the library whose version decides the defaults of a
// function: its own, unless its defaults are those of another library.
func (x *Index) Decider(f *model.Func) *model.Library {
	if f.Like != "" {
		return x.owner[f.Like]
	}
	return x.owner[f.Symbol]
}
