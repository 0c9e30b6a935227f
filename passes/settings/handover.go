package settings

import (
	"go/types"
	"strings"

	"golang.org/x/tools/go/ssa"

	"github.com/sessionlint/sessionlint/internal/model"
	"github.com/sessionlint/sessionlint/passes/calls"
	"github.com/sessionlint/sessionlint/passes/fields"
)

// A handover follows a store from the call that makes it to its last known
// state.
type handover struct {
	*engine
	layout   *layout
	exported bool // kept where other packages can change it
}

const maxHandover = 6

func (h *handover) final(v ssa.Value, depth int) state {
	if depth > maxHandover {
		return nil
	}
	fn := v.Parent()
	st := h.atExits(v, fn)
	for _, ref := range calls.Uses(v) {
		switch ref := ref.(type) {
		case *ssa.Store:
			if ref.Val == v {
				st = h.kept(ref, st)
			}
		case *ssa.MakeInterface, *ssa.ChangeType, *ssa.ChangeInterface:
			for _, use := range calls.Uses(ref.(ssa.Value)) {
				if store, ok := use.(*ssa.Store); ok && store.Val == ref.(ssa.Value) {
					st = h.kept(store, st)
				}
				if ret, ok := use.(*ssa.Return); ok {
					st = h.returned(fn, ret, ref.(ssa.Value), st, depth)
				}
			}
		case *ssa.Return:
			st = h.returned(fn, ref, v, st, depth)
		}
	}
	return st
}

// atExits joins the states at the returns that come after a use of the store.
func (h *handover) atExits(v ssa.Value, fn *ssa.Function) state {
	uses := map[*ssa.BasicBlock]bool{}
	for _, ref := range calls.Uses(v) {
		if _, derived := ref.(*ssa.FieldAddr); !derived {
			uses[ref.Block()] = true
		}
	}
	after := reach(uses)
	var st state
	for _, b := range fn.Blocks {
		last := b.Instrs[len(b.Instrs)-1]
		if _, ok := last.(*ssa.Return); ok && (len(uses) == 0 || after[b]) {
			st = st.join(h.lookup(v, h.layout.shape, last))
		}
	}
	if st == nil {
		for b := range after { // the function never returns
			if len(b.Succs) == 0 || b == v.(ssa.Instruction).Block() {
				st = st.join(h.lookup(v, h.layout.shape, b.Instrs[len(b.Instrs)-1]))
			}
		}
	}
	return st
}

// reach returns the blocks themselves and those that control can go on to.
func reach(from map[*ssa.BasicBlock]bool) map[*ssa.BasicBlock]bool {
	seen := map[*ssa.BasicBlock]bool{}
	var visit func(b *ssa.BasicBlock)
	visit = func(b *ssa.BasicBlock) {
		if !seen[b] {
			seen[b] = true
			for _, next := range b.Succs {
				visit(next)
			}
		}
	}
	for b := range from {
		visit(b)
	}
	return seen
}

// kept applies what the package changes through the variable or field that a
// store is kept in.
func (h *handover) kept(store *ssa.Store, st state) state {
	switch addr := store.Addr.(type) {
	case *ssa.Global:
		if addr.Object() != nil && addr.Object().Exported() {
			h.exported = true
		}
		return h.overlay(st, func(p place) (string, bool) {
			return p.path, p.root == ssa.Value(addr)
		})
	case *ssa.FieldAddr:
		field := fields.Of(addr.X.Type(), addr.Field)
		return h.overlay(st, func(p place) (string, bool) {
			return h.behindField(p, field)
		})
	case *ssa.Alloc:
		fn := addr.Parent()
		for _, b := range fn.Blocks {
			last := b.Instrs[len(b.Instrs)-1]
			if _, ok := last.(*ssa.Return); ok {
				if got := h.placeAt(place{addr, ""}, h.layout.shape, last); !got[0].has(unknown) {
					return got
				}
			}
		}
	}
	return st
}

// behindField returns the path of a place behind a field, if it leads through
// the field.
func (h *handover) behindField(p place, field *types.Var) (string, bool) {
	name, rest, _ := strings.Cut(p.path, ".")
	t := p.root.Type()
	for name != "" {
		obj, _, _ := types.LookupFieldOrMethod(t, true, h.pass.Pkg, name)
		v, ok := obj.(*types.Var)
		if !ok {
			return "", false
		}
		if v.Origin() == field.Origin() {
			return rest, true
		}
		t = v.Type()
		name, rest, _ = strings.Cut(rest, ".")
	}
	return "", false
}

// overlay replaces the settings that instructions anywhere in the package give
// to the place that match recognises.
func (h *handover) overlay(st state, match func(place) (string, bool)) state {
	parts := make(state, len(h.layout.shape.paths))
	h.instructions(func(instr ssa.Instruction) {
		for _, target := range targets(instr) {
			rest, ok := match(target)
			if !ok {
				continue
			}
			if store, isStore := instr.(*ssa.Store); isStore && rest == "" && h.isStoreType(store.Val) {
				continue // the store itself is put there
			}
			kept := target
			kept.path = strings.TrimSuffix(strings.TrimSuffix(target.path, rest), ".")
			apply := h.effectOf(instr, kept, h.layout.shape)
			if apply == nil {
				continue
			}
			before := uniform(h.layout.shape, func(string) values { return values{{Kind: untouched}} })
			for i, vals := range apply(before) {
				if !vals.has(untouched) {
					parts[i] = parts[i].with(vals...)
				}
			}
		}
	})
	out := append(state(nil), st...)
	for i := range out {
		if parts[i] != nil {
			out[i] = parts[i]
		}
	}
	return out
}

func (h *handover) isStoreType(v ssa.Value) bool {
	l := h.layoutOf(v.Type())
	return l != nil && l.typ.Kind == model.Store
}

// targets returns the places that an instruction may change.
func targets(instr ssa.Instruction) []place {
	switch instr := instr.(type) {
	case *ssa.Store:
		return []place{at(instr.Addr)}
	case ssa.CallInstruction:
		var all []place
		for _, arg := range calls.Operands(instr.Common()) {
			if holdsPointer(arg) {
				all = append(all, at(arg))
			}
		}
		return all
	}
	return nil
}

// returned goes on in the callers of a function that returns the store.
func (h *handover) returned(fn *ssa.Function, ret *ssa.Return, v ssa.Value, st state, depth int) state {
	index := -1
	for i, r := range ret.Results {
		if r == v {
			index = i
		}
	}
	var joined state
	for _, call := range h.callers(fn) {
		made, ok := call.(*ssa.Call)
		if !ok || index < 0 {
			continue
		}
		result := ssa.Value(made)
		if _, tuple := made.Type().(*types.Tuple); tuple {
			result = nil
			for _, ref := range calls.Uses(made) {
				if x, ok := ref.(*ssa.Extract); ok && x.Index == index {
					result = x
				}
			}
		}
		if result != nil {
			joined = joined.join(h.final(result, depth+1))
		}
	}
	if joined == nil {
		return st
	}
	return joined
}
