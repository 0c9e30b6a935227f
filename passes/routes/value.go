package routes

import (
	"go/token"
	"go/types"

	"golang.org/x/tools/go/ssa"

	"github.com/sessionlint/sessionlint/passes/calls"
)

// through returns the value behind a conversion, or the only one that a
// variable is given; nil if there is none.
func (e *engine) through(v ssa.Value) ssa.Value {
	switch x := v.(type) {
	case *ssa.MakeInterface:
		return x.X
	case *ssa.ChangeInterface:
		return x.X
	case *ssa.ChangeType:
		return x.X
	case *ssa.Convert:
		return x.X
	case *ssa.UnOp:
		if g, ok := x.X.(*ssa.Global); ok {
			return e.declared(g)
		}
		if x.Op == token.MUL {
			return onlyStore(x.X)
		}
	case *ssa.FreeVar:
		return bound(x)
	case *ssa.TypeAssert:
		return x.X
	}
	return nil
}

// behind returns what is at the end of conversions and variables. A variable may
// hold what it held itself, so their number is bounded.
func (e *engine) behind(v ssa.Value) ssa.Value {
	for range maxRefs {
		next := e.through(v)
		if next == nil {
			break
		}
		v = next
	}
	return v
}

// declared returns what a package-level variable holds that is given its value
// once, and that no other package can change.
func (e *engine) declared(g *ssa.Global) ssa.Value {
	if g.Pkg != e.pkg || g.Object() == nil || g.Object().Exported() {
		return nil
	}
	e.storesOnce.Do(e.findStores)
	if stores := e.stores[g]; len(stores) == 1 {
		return stores[0].Val
	}
	return nil
}

// served returns the ServeHTTP method of a value.
func (e *engine) served(v ssa.Value, pos token.Pos) Ref {
	if types.IsInterface(v.Type()) {
		return Ref{Pos: pos}
	}
	obj, _, _ := types.LookupFieldOrMethod(v.Type(), true, e.pass.Pkg, "ServeHTTP")
	method, ok := obj.(*types.Func)
	if !ok {
		return Ref{Pos: pos}
	}
	ref := Ref{Obj: method, Pos: pos}
	if fn := e.pkg.Prog.FuncValue(method); fn != nil && fn.Pkg == e.pkg && len(fn.Blocks) > 0 {
		ref.Fn = fn
	}
	return ref
}

// onlyStore returns what is stored at an address, if that is known: the only
// store to a local variable.
func onlyStore(addr ssa.Value) ssa.Value {
	if free, ok := addr.(*ssa.FreeVar); ok {
		if addr = bound(free); addr == nil {
			return nil
		}
	}
	alloc, ok := addr.(*ssa.Alloc)
	if !ok {
		return nil
	}
	var stored ssa.Value
	for _, ref := range calls.Uses(alloc) {
		if store, ok := ref.(*ssa.Store); ok && store.Addr == alloc {
			if stored != nil {
				return nil
			}
			stored = store.Val
		}
	}
	return stored
}

// bound returns what a literal finds in a variable of the function around it.
func bound(free *ssa.FreeVar) ssa.Value {
	fn := free.Parent()
	if fn.Parent() == nil {
		return nil
	}
	for i, f := range fn.FreeVars {
		if f != free {
			continue
		}
		for _, ref := range calls.Uses(fn) {
			if made, ok := ref.(*ssa.MakeClosure); ok {
				return made.Bindings[i]
			}
		}
	}
	return nil
}

// findStores finds where the package-level variables are given values.
func (e *engine) findStores() {
	e.stores = map[*ssa.Global][]*ssa.Store{}
	for _, fn := range e.funcs {
		for _, b := range fn.Blocks {
			for _, instr := range b.Instrs {
				if store, ok := instr.(*ssa.Store); ok {
					if g, ok := store.Addr.(*ssa.Global); ok {
						e.stores[g] = append(e.stores[g], store)
					}
				}
			}
		}
	}
}
