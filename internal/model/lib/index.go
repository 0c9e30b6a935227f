package lib

import (
	"go/types"
	"strings"
	"sync"

	"github.com/sessionlint/sessionlint/internal/model"
)

// An Index finds what the libraries say about objects of a program.
type Index struct {
	funcs    map[string]*model.Func
	life     map[string]*model.Func
	types    map[string]*model.Type
	vars     map[string]*model.Var
	carriers map[string]*model.Carrier
	keys     map[string]*model.KeyField
	looks    map[string]*model.LookupField
	parts    map[string]*model.LifeField
	owner    map[string]*model.Library // by symbol
	roots    map[string]*model.Library // by anchor
	libs     []*model.Library
}

var shared = sync.OnceValue(NewIndex)

// Shared returns the index of All that the whole process shares: making one
// takes milliseconds, which go vet would spend in each package.
func Shared() *Index { return shared() }

// NewIndex builds the index of All.
func NewIndex() *Index {
	x := &Index{
		funcs:    make(map[string]*model.Func, 4096),
		life:     map[string]*model.Func{},
		types:    map[string]*model.Type{},
		vars:     map[string]*model.Var{},
		carriers: map[string]*model.Carrier{},
		keys:     map[string]*model.KeyField{},
		looks:    map[string]*model.LookupField{},
		parts:    map[string]*model.LifeField{},
		owner:    make(map[string]*model.Library, 4096),
		roots:    map[string]*model.Library{},
	}
	x.libs = All()
	for _, l := range x.libs {
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
	for i := range l.Life {
		x.life[l.Life[i].Symbol] = &l.Life[i]
		x.owner[l.Life[i].Symbol] = l
	}
	for i := range l.Fields {
		x.parts[l.Fields[i].Symbol] = &l.Fields[i]
	}
	for i := range l.Types {
		x.types[l.Types[i].Symbol] = &l.Types[i]
		x.owner[l.Types[i].Symbol] = l
	}
	for i := range l.Vars {
		x.vars[l.Vars[i].Symbol] = &l.Vars[i]
		x.owner[l.Vars[i].Symbol] = l
	}
	for i := range l.Carriers {
		x.carriers[l.Carriers[i].Symbol] = &l.Carriers[i]
		x.owner[l.Carriers[i].Symbol] = l
	}
	for i := range l.Keys {
		x.keys[l.Keys[i].Symbol] = &l.Keys[i]
		x.owner[l.Keys[i].Symbol] = l
	}
	for i := range l.Lookups {
		x.looks[l.Lookups[i].Symbol] = &l.Lookups[i]
		x.owner[l.Lookups[i].Symbol] = l
	}
	for _, path := range l.Anchors {
		x.roots[path] = l
	}
}

// Libraries returns what the index was made of. Callers must not change it.
func (x *Index) Libraries() []*model.Library { return x.libs }

// PackageOf returns the import path of a symbol, "(*example.com/a.T).Method"
// or "example.com/a.b.Func": what stands before the name of the type or function.
func PackageOf(symbol string) string {
	symbol, _, _ = strings.Cut(strings.TrimLeft(symbol, "(*"), ").")
	return symbol[:max(0, strings.LastIndexByte(symbol, '.'))]
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

// Life returns what a function or method does in the life of a session, or
// nil. Its Role is one of those for which AboutLife holds.
func (x *Index) Life(fn *types.Func) *model.Func {
	if fn == nil {
		return nil
	}
	return x.life[fn.Origin().FullName()]
}

// LifeField returns what writing to a field of a struct type does to a session,
// or nil.
func (x *Index) LifeField(t types.Type, field string) *model.LifeField {
	return x.parts[nameOf(t)+"."+field]
}

// Carrier returns what is known of a type as a carrier of requests, of a
// pointer to one or an alias of one, or nil.
func (x *Index) Carrier(t types.Type) *model.Carrier { return x.carriers[nameOf(t)] }

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
	return x.types[nameOf(t)]
}

// VarOf returns what is known of the values of a named type, a pointer to one
// or an alias of one, or nil.
func (x *Index) VarOf(t types.Type) *model.Var { return x.vars[nameOf(t)] }

// KeyField returns what is known of a field of a struct type as a place for
// key material, or nil.
func (x *Index) KeyField(t types.Type, field string) *model.KeyField {
	return x.keys[nameOf(t)+"."+field]
}

// LookupField returns what is known of a field of a struct type as a place
// that says where tokens are, or nil.
func (x *Index) LookupField(t types.Type, field string) *model.LookupField {
	return x.looks[nameOf(t)+"."+field]
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
