package bearer

import (
	"go/token"
	"go/types"

	"golang.org/x/tools/go/ssa"

	"github.com/sessionlint/sessionlint/passes/calls"
	"github.com/sessionlint/sessionlint/passes/fields"
)

func (t *tracer) load(v *ssa.UnOp, depth int) {
	if v.Op != token.MUL {
		t.leaf(v)
		return
	}
	switch addr := v.X.(type) {
	case *ssa.Alloc:
		t.memory(addr, v, depth)
	case *ssa.Global:
		t.global(addr, v, depth)
	case *ssa.FieldAddr:
		t.field(addr, v, depth)
	case *ssa.FreeVar:
		for _, made := range t.bindings[addr.Parent()] {
			for i, free := range made.Fn.(*ssa.Function).FreeVars {
				if free != addr {
					continue
				}
				switch cell := made.Bindings[i].(type) {
				case *ssa.Alloc:
					t.memory(cell, cell, depth+1)
				case *ssa.FreeVar:
					t.outer(cell, depth+1)
				default:
					t.leaf(v)
				}
			}
		}
	default:
		t.leaf(v)
	}
}

// outer: a variable of a function around the one around.
func (t *tracer) outer(cell *ssa.FreeVar, depth int) {
	for _, made := range t.bindings[cell.Parent()] {
		for i, free := range made.Fn.(*ssa.Function).FreeVars {
			if free != cell {
				continue
			}
			switch bound := made.Bindings[i].(type) {
			case *ssa.Alloc:
				t.memory(bound, bound, depth+1)
			case *ssa.FreeVar:
				if depth < maxDepth {
					t.outer(bound, depth+1)
				}
			}
		}
	}
}

// memory walks what is stored in a local variable; a struct stays itself.
func (t *tracer) memory(cell *ssa.Alloc, self ssa.Value, depth int) {
	if isStruct(cell.Type().Underlying().(*types.Pointer).Elem()) {
		if whole := wholeStores(cell); len(whole) == 1 && !assigned(cell) {
			t.walk(whole[0], depth+1)
			return
		}
		t.leaf(cell)
		return
	}
	found := false
	for _, ref := range calls.Uses(cell) {
		if store, ok := ref.(*ssa.Store); ok && store.Addr == cell {
			found = true
			t.walk(store.Val, depth+1)
		}
	}
	if !found {
		t.leaf(self)
	}
}

// wholeStores returns the values that a struct variable is set to as a whole.
func wholeStores(cell *ssa.Alloc) []ssa.Value {
	var vals []ssa.Value
	for _, ref := range calls.Uses(cell) {
		if store, ok := ref.(*ssa.Store); ok && store.Addr == cell {
			vals = append(vals, store.Val)
		}
	}
	return vals
}

// assigned reports whether fields of a struct variable are set by themselves.
func assigned(cell *ssa.Alloc) bool {
	for _, ref := range calls.Uses(cell) {
		if addr, ok := ref.(*ssa.FieldAddr); ok && writes(addr) {
			return true
		}
	}
	return false
}

func writes(addr *ssa.FieldAddr) bool {
	for _, ref := range calls.Uses(addr) {
		switch ref := ref.(type) {
		case *ssa.Store:
			if ref.Addr == addr {
				return true
			}
		case *ssa.FieldAddr:
			if writes(ref) {
				return true
			}
		}
	}
	return false
}

func (t *tracer) global(g *ssa.Global, self ssa.Value, depth int) {
	stores := t.globals[g]
	if len(stores) == 0 || g.Pkg != t.pkg {
		t.leaf(self)
		return
	}
	for _, store := range stores {
		t.walk(store.Val, depth+1)
	}
}

// field walks what the package stores in a field, of whichever struct.
func (t *tracer) field(addr *ssa.FieldAddr, self ssa.Value, depth int) {
	stores := t.stores[fields.Of(addr.X.Type(), addr.Field).Origin()]
	if len(stores) == 0 {
		t.leaf(self)
		return
	}
	for _, store := range stores {
		t.walk(store.Val, depth+1)
	}
}

// parameter walks what the package calls a function with.
func (t *tracer) parameter(p *ssa.Parameter, depth int) {
	fn := p.Parent()
	sites := t.callers[fn]
	if len(sites) == 0 || isExported(fn) || t.mentions[fn] {
		t.leaf(p)
		return
	}
	for _, call := range sites {
		if args := calls.Operands(call.Common()); position(p) < len(args) {
			t.walk(args[position(p)], depth+1)
		}
	}
}

func position(p *ssa.Parameter) int {
	for i, q := range p.Parent().Params {
		if q == p {
			return i
		}
	}
	return -1
}

// bound walks what a closure is given.
func (t *tracer) bound(v *ssa.FreeVar, depth int) {
	found := false
	for _, made := range t.bindings[v.Parent()] {
		for i, free := range made.Fn.(*ssa.Function).FreeVars {
			if free == v {
				found = true
				t.walk(made.Bindings[i], depth+1)
			}
		}
	}
	if !found {
		t.leaf(v)
	}
}

func isStruct(t types.Type) bool {
	_, ok := t.Underlying().(*types.Struct)
	return ok
}
