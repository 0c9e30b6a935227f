package follow

import (
	"golang.org/x/tools/go/ssa"

	"github.com/sessionlint/sessionlint/passes/calls"
	"github.com/sessionlint/sessionlint/passes/fields"
)

// store follows a value into the variable, buffer or field that it is put in.
func (t *walk) store(v ssa.Value, store *ssa.Store) {
	if store.Val != v {
		return
	}
	switch addr := store.Addr.(type) {
	case *ssa.Global:
		t.end(Kept, store, v, addr, 0)
		for _, read := range t.global[addr] {
			t.add(read)
		}
	case *ssa.FieldAddr:
		t.field(v, store, addr)
	case *ssa.IndexAddr:
		t.add(addr.X)
		if alloc, ok := addr.X.(*ssa.Alloc); ok {
			for _, ref := range calls.Uses(alloc) {
				if slice, ok := ref.(*ssa.Slice); ok {
					t.add(slice)
				}
			}
		}
	default:
		t.add(store.Addr)
	}
}

// field: what is put into a field is what the package reads from it.
func (t *walk) field(v ssa.Value, store *ssa.Store, addr *ssa.FieldAddr) {
	f := fields.Of(addr.X.Type(), addr.Field).Origin()
	read := false
	for _, r := range t.reads[f] {
		if r == addr {
			continue
		}
		if at, ok := r.(*ssa.FieldAddr); ok && onlyWritten(at) {
			continue
		}
		read = true
		t.as(false, r)
	}
	if _, local := addr.X.(*ssa.Alloc); local {
		t.as(true, addr.X) // the object goes on
		return
	}
	if !read {
		t.end(Kept, store, v, nil, 0)
	}
}

func onlyWritten(addr *ssa.FieldAddr) bool {
	for _, ref := range calls.Uses(addr) {
		if store, ok := ref.(*ssa.Store); !ok || store.Addr != ssa.Value(addr) {
			return false
		}
	}
	return true
}

func (t *walk) captured(v ssa.Value, made *ssa.MakeClosure) {
	fn := made.Fn.(*ssa.Function)
	for i, b := range made.Bindings {
		if b == v && i < len(fn.FreeVars) {
			t.add(fn.FreeVars[i])
		}
	}
}

func (t *walk) returned(v ssa.Value, ret *ssa.Return) {
	fn := ret.Parent()
	list := t.callers[fn]
	if len(list) == 0 || fn.Object() != nil && fn.Object().Exported() {
		t.end(Returned, ret, v, nil, 0)
	}
	for i, r := range ret.Results {
		if r != v {
			continue
		}
		for _, call := range list {
			result := call.Value()
			if result == nil {
				continue
			}
			if len(ret.Results) == 1 {
				t.add(result)
				continue
			}
			for _, ref := range calls.Uses(result) {
				if x, ok := ref.(*ssa.Extract); ok && x.Index == i {
					t.add(x)
				}
			}
		}
	}
}
