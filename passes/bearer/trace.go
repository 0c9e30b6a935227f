package bearer

import (
	"go/token"
	"go/types"

	"golang.org/x/tools/go/ssa"

	"github.com/sessionlint/sessionlint/passes/calls"
	"github.com/sessionlint/sessionlint/passes/fields"
)

// A tracer finds where a value is made.
type tracer struct {
	*engine
	seen   map[ssa.Value]bool
	leaves []ssa.Value
	open   bool // there may be more than the leaves
}

// sources returns the values that v may be, looked at through variables,
// fields, calls of this package and parameters. It reports whether these are
// all there are.
func (e *engine) sources(v ssa.Value) (leaves []ssa.Value, complete bool) {
	t := &tracer{engine: e, seen: map[ssa.Value]bool{}}
	t.walk(v, 0)
	return t.leaves, !t.open
}

func (t *tracer) leaf(v ssa.Value) {
	if len(t.leaves) >= maxValues {
		t.open = true
		return
	}
	t.leaves = append(t.leaves, v)
}

func (t *tracer) walk(v ssa.Value, depth int) {
	if v == nil || t.seen[v] {
		return
	}
	t.seen[v] = true
	if depth > maxDepth || t.spent() {
		t.open = true
		return
	}
	switch v := v.(type) {
	case *ssa.MakeInterface:
		t.walk(v.X, depth)
	case *ssa.ChangeType:
		t.walk(v.X, depth)
	case *ssa.ChangeInterface:
		t.walk(v.X, depth)
	case *ssa.TypeAssert:
		t.walk(v.X, depth)
	case *ssa.Phi:
		for _, edge := range v.Edges {
			t.walk(edge, depth+1)
		}
	case *ssa.Extract:
		t.extract(v, depth)
	case *ssa.Call:
		if !t.returned(v, 0, depth) {
			t.leaf(v)
		}
	case *ssa.UnOp:
		t.load(v, depth)
	case *ssa.Parameter:
		t.parameter(v, depth)
	case *ssa.FreeVar:
		t.bound(v, depth)
	default:
		t.leaf(v)
	}
}

func (t *tracer) extract(v *ssa.Extract, depth int) {
	switch tuple := v.Tuple.(type) {
	case *ssa.Call:
		if t.returned(tuple, v.Index, depth) {
			return
		}
	case *ssa.TypeAssert:
		if v.Index == 0 {
			t.walk(tuple.X, depth)
			return
		}
	}
	t.leaf(v)
}

// returned walks what a function of the package returns.
func (t *tracer) returned(call *ssa.Call, i, depth int) bool {
	fn := calls.Body(t.pkg, call.Common())
	if fn == nil {
		return false
	}
	for _, b := range fn.Blocks {
		if ret, ok := b.Instrs[len(b.Instrs)-1].(*ssa.Return); ok && i < len(ret.Results) {
			t.walk(ret.Results[i], depth+1)
		}
	}
	return true
}

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
	for _, ref := range *cell.Referrers() {
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
	for _, ref := range *cell.Referrers() {
		if store, ok := ref.(*ssa.Store); ok && store.Addr == cell {
			vals = append(vals, store.Val)
		}
	}
	return vals
}

// assigned reports whether fields of a struct variable are set by themselves.
func assigned(cell *ssa.Alloc) bool {
	for _, ref := range *cell.Referrers() {
		if addr, ok := ref.(*ssa.FieldAddr); ok && writes(addr) {
			return true
		}
	}
	return false
}

func writes(addr *ssa.FieldAddr) bool {
	for _, ref := range *addr.Referrers() {
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
