package bearer

import (
	"go/constant"
	"go/types"
	"slices"

	"golang.org/x/tools/go/ssa"

	"github.com/sessionlint/sessionlint/internal/model"
	"github.com/sessionlint/sessionlint/passes/calls"
	"github.com/sessionlint/sessionlint/passes/fields"
)

// address follows a pointer to a struct, or to a part of one.
func (h *holder) address(addr ssa.Value, depth int) {
	if h.seen[addr] || addr.Referrers() == nil {
		return
	}
	h.seen[addr] = true
	for _, ref := range calls.Uses(addr) {
		switch ref := ref.(type) {
		case *ssa.FieldAddr:
			h.field(ref, depth)
		case *ssa.Store:
			if ref.Addr == addr && !h.seen[ref.Val] {
				h.copied(ref, ref.Val, depth)
			}
		case *ssa.UnOp, *ssa.MakeInterface, *ssa.ChangeType, *ssa.Phi:
			if _, load := ref.(*ssa.UnOp); !load || !isStruct(ref.(ssa.Value).Type()) {
				h.value(ref.(ssa.Value), depth)
			}
		case ssa.CallInstruction:
			h.handed(ref, addr, depth)
		}
	}
}

func (h *holder) field(addr *ssa.FieldAddr, depth int) {
	name := h.claimOf(addr.X.Type(), addr.Field)
	f := fields.Of(addr.X.Type(), addr.Field)
	if name != "" && name != "-" {
		if len(calls.Uses(addr)) > 0 {
			h.names[name] = true
		}
	}
	if name == h.claim {
		for _, use := range calls.Uses(addr) {
			switch use := use.(type) {
			case *ssa.Store:
				if use.Addr == addr {
					h.add(use, use.Val)
				}
			case ssa.CallInstruction:
				h.events = append(h.events, event{use, hidden, nil})
			}
		}
		return
	}
	switch {
	case f.Embedded() || name == "" && isStruct(f.Type()):
		h.address(addr, depth)
	case f.Name() == "Claims" && types.IsInterface(f.Type()): // of a token made without claims
		for _, use := range calls.Uses(addr) {
			if load, ok := use.(*ssa.UnOp); ok {
				h.value(load, depth)
			}
		}
	}
}

// add notes a value; a zero one is none.
func (h *holder) add(instr ssa.Instruction, v ssa.Value) {
	then := set
	if isZero(v) {
		then = unset
	}
	h.events = append(h.events, event{instr, then, v})
}

func isZero(v ssa.Value) bool {
	if made, ok := v.(*ssa.MakeInterface); ok {
		v = made.X
	}
	k, ok := v.(*ssa.Const)
	if !ok {
		return false
	}
	return k.Value == nil || k.Value.Kind() == constant.Int && constant.Sign(k.Value) == 0 ||
		k.Value.Kind() == constant.String && constant.StringVal(k.Value) == ""
}

// copied: a whole struct is stored.
func (h *holder) copied(store *ssa.Store, v ssa.Value, depth int) {
	r := h.claimAt(v, h.claim, store, depth+1)
	h.events = append(h.events, event{store, r.state, nil})
	h.nested = append(h.nested, &r)
}

// value follows a map, or a pointer or interface that holds claims.
func (h *holder) value(v ssa.Value, depth int) {
	if h.seen[v] || v.Referrers() == nil {
		return
	}
	h.seen[v] = true
	for _, ref := range calls.Uses(v) {
		switch ref := ref.(type) {
		case *ssa.MapUpdate:
			if ref.Map == v {
				h.entry(ref)
			}
		case *ssa.FieldAddr:
			if ref.X == v {
				h.field(ref, depth)
			}
		case *ssa.ChangeType, *ssa.MakeInterface, *ssa.Phi, *ssa.TypeAssert, *ssa.ChangeInterface:
			h.value(ref.(ssa.Value), depth)
		case *ssa.Store:
			cell, ok := ref.Addr.(*ssa.Alloc)
			if ok && ref.Val == v && isStruct(v.Type()) {
				h.address(cell, depth)
			} else if ok && ref.Val == v {
				for _, use := range calls.Uses(cell) {
					if load, ok := use.(*ssa.UnOp); ok {
						h.value(load, depth)
					}
				}
			}
		case ssa.CallInstruction:
			h.handed(ref, v, depth)
		}
	}
}

func (h *holder) entry(m *ssa.MapUpdate) {
	k, ok := m.Key.(*ssa.Const)
	if !ok || k.Value == nil || k.Value.Kind() != constant.String {
		if text, known := h.text(m.Key); known {
			h.named(text, m, m.Value)
			return
		}
		h.events = append(h.events, event{m, hidden, nil})
		return
	}
	h.named(constant.StringVal(k.Value), m, m.Value)
}

func (h *holder) named(name string, instr ssa.Instruction, v ssa.Value) {
	h.names[name] = true
	if name == h.claim {
		h.events = append(h.events, event{instr, set, v})
	}
}

// handed: claims are given to a function, which may set some.
func (h *holder) handed(call ssa.CallInstruction, v ssa.Value, depth int) {
	if b := h.bearer(call); b != nil {
		if b.Act == model.BearerSet && arg(b, call, model.ArgClaims) == v {
			if name := h.claimSet(b, call); name != "" {
				h.named(name, call, arg(b, call, model.ArgValue))
			}
			if chained, ok := call.(*ssa.Call); ok && chained.Referrers() != nil {
				h.value(chained, depth)
			}
		}
		return
	}
	common := call.Common()
	if b, ok := common.Value.(*ssa.Builtin); ok {
		if k, isConst := common.Args[len(common.Args)-1].(*ssa.Const); b.Name() == "delete" && isConst && k.Value != nil {
			if k.Value.Kind() == constant.String && constant.StringVal(k.Value) == h.claim {
				h.events = append(h.events, event{call, unset, nil})
			}
		}
		return
	}
	if prints(common) || !canChange(v.Type()) {
		return
	}
	h.changedBy(call, v, depth)
}

// canChange reports whether a function that gets the value can set claims.
func canChange(t types.Type) bool {
	switch t.Underlying().(type) {
	case *types.Pointer, *types.Map, *types.Interface:
		return true
	}
	return false
}

// changedBy: what a function of this package, or another one, does to the
// claims that it is given.
func (h *holder) changedBy(call ssa.CallInstruction, v ssa.Value, depth int) {
	fn := calls.Body(h.pkg, call.Common())
	if fn == nil {
		callee := calls.Callee(call.Common())
		if fact := h.imported(callee); fact != nil {
			if i := slices.Index(calls.Operands(call.Common()), v); i >= 0 && i < 32 && fact.Ends&(1<<i) != 0 {
				h.events = append(h.events, event{call, hidden, nil})
			}
			return // analysed: it signs them, or has nothing to say
		}
		if callee != nil && (pure(callee) || h.analysed(callee)) {
			return
		}
		h.events = append(h.events, event{call, hidden, nil})
		return
	}
	if depth > 3 {
		h.events = append(h.events, event{call, hidden, nil})
		return
	}
	for i, op := range calls.Operands(call.Common()) {
		if op != v || i >= len(fn.Params) {
			continue
		}
		inner := &holder{engine: h.engine, claim: h.claim, seen: map[ssa.Value]bool{}, names: h.names}
		inner.value(fn.Params[i], depth+1)
		for _, ev := range inner.events {
			h.events = append(h.events, event{call, ev.then, ev.val})
		}
	}
}

// claimSet names the claim that a setter sets.
func (h *holder) claimSet(b *model.Bearer, call ssa.CallInstruction) string {
	if v := arg(b, call, model.ArgName); v != nil {
		name, _ := h.text(v)
		return name
	}
	return b.Claim
}
