package bearer

import (
	"golang.org/x/tools/go/ssa"

	"github.com/sessionlint/sessionlint/internal/evidence"
	"github.com/sessionlint/sessionlint/internal/model"
	"github.com/sessionlint/sessionlint/passes/calls"
)

// A state says whether a claim has been set.
type state uint8

const (
	unset state = 1 << iota
	set
	hidden // it may have been, out of sight
)

// An event gives a claim a value, or takes it away.
type event struct {
	instr ssa.Instruction
	then  state
	val   ssa.Value
}

// isCopy reports whether a whole struct was stored.
func (ev event) isCopy() bool {
	_, store := ev.instr.(*ssa.Store)
	return store && ev.val == nil
}

// A holder collects what happens to one claim of a struct, map or builder.
type holder struct {
	*engine
	claim  string
	events []event
	seen   map[ssa.Value]bool
	names  map[string]bool // all claims that are set
	nested []*holderResult // of structs that were copied in
}

// A holderResult is what is known of a claim where a token is signed.
type holderResult struct {
	state  state
	events []event
	names  map[string]bool
}

// claimAt returns what is known of a claim of v at an instruction.
func (e *engine) claimAt(v ssa.Value, claim string, at ssa.Instruction, depth int) holderResult {
	out := holderResult{names: map[string]bool{}}
	if depth > 6 || v == nil || e.spent() {
		out.state = hidden
		return out
	}
	if call, i := madeHere(v); call != nil && e.bearer(call) == nil {
		if fn := calls.Body(e.pkg, call.Common()); fn != nil {
			return e.returnedClaims(fn, call, i, unwrapped(v), claim, at, depth)
		}
	}
	for _, root := range e.holders(v) {
		one := e.inHolder(root, claim, at, depth)
		out.state |= one.state
		out.events = append(out.events, one.events...)
		for name := range one.names {
			out.names[name] = true
		}
	}
	if out.state == 0 {
		out.state = hidden
	}
	return out
}

// madeHere returns the call, and the number of its result, that a value is.
func madeHere(v ssa.Value) (*ssa.Call, int) {
	switch v := unwrapped(v).(type) {
	case *ssa.Call:
		return v, 0
	case *ssa.Extract:
		if call, ok := v.Tuple.(*ssa.Call); ok {
			return call, v.Index
		}
	}
	return nil, 0
}

// returnedClaims: claims that a function of the package returns, and what then
// happens to them.
func (e *engine) returnedClaims(fn *ssa.Function, call *ssa.Call, i int, v ssa.Value, claim string, at ssa.Instruction, depth int) holderResult {
	out := holderResult{names: map[string]bool{}}
	for _, b := range fn.Blocks {
		ret, ok := b.Instrs[len(b.Instrs)-1].(*ssa.Return)
		if !ok || i >= len(ret.Results) || len(ret.Results) > 1 && fails(ret) {
			continue
		}
		one := e.claimAt(ret.Results[i], claim, ret, depth+1)
		out.state |= one.state
		out.events = append(out.events, one.events...)
		for name := range one.names {
			out.names[name] = true
		}
	}
	if out.state == 0 {
		out.state = hidden
	}
	h := &holder{engine: e, claim: claim, seen: map[ssa.Value]bool{}, names: out.names}
	h.value(v, depth)
	out.state = h.from(out.state, call, at)
	out.events = append(out.events, h.events...)
	return out
}

// holders returns the structs, maps and builders that a value may be.
func (e *engine) holders(v ssa.Value) []ssa.Value {
	leaves, complete := e.sources(v)
	if !complete {
		leaves = append(leaves, nil)
	}
	return leaves
}

func (e *engine) inHolder(root ssa.Value, claim string, at ssa.Instruction, depth int) holderResult {
	h := &holder{engine: e, claim: claim, seen: map[ssa.Value]bool{}, names: map[string]bool{}}
	switch root := root.(type) {
	case *ssa.Alloc:
		h.address(root, depth)
	case *ssa.MakeMap:
		h.value(root, depth)
	case *ssa.Call:
		return e.inBuilder(root, claim, at, depth)
	case *ssa.Extract:
		if call, ok := root.Tuple.(*ssa.Call); ok {
			return e.inBuilder(call, claim, at, depth)
		}
		return holderResult{state: hidden}
	case *ssa.Const:
		if root.Value == nil || isStruct(root.Type()) {
			return holderResult{state: unset}
		}
		return holderResult{state: hidden}
	default:
		return holderResult{state: hidden}
	}
	r := holderResult{state: h.at(root, at), events: h.events, names: h.names}
	for _, n := range h.nested {
		r.events = append(r.events, n.events...)
		for name := range n.names {
			r.names[name] = true
		}
	}
	if def, ok := root.(ssa.Instruction); r.state == unset && ok && def.Parent() != at.Parent() && e.setElsewhere(root.Type(), claim) {
		r.state = hidden
	}
	return r
}

// inBuilder: claims that a call makes: a builder of a library, or a function
// of another own package.
func (e *engine) inBuilder(call *ssa.Call, claim string, at ssa.Instruction, depth int) holderResult {
	b := e.bearer(call)
	if b == nil {
		if fact := e.imported(calls.Callee(call.Common())); fact != nil && fact.Claims != nil {
			return fact.Claims.result(claim)
		}
		return holderResult{state: hidden}
	}
	h := &holder{engine: e, claim: claim, seen: map[ssa.Value]bool{}, names: map[string]bool{}}
	switch b.Act {
	case model.BearerNew:
		h.value(call, depth)
		return holderResult{state: h.at(call, at), events: h.events, names: h.names}
	case model.BearerSet:
		if arg(b, call, model.ArgClaims) == nil {
			return holderResult{state: hidden}
		}
		inner := e.claimAt(arg(b, call, model.ArgClaims), claim, at, depth+1)
		if name := h.claimSet(b, call); name == claim {
			inner.state = set
			inner.events = append(inner.events, event{call, set, arg(b, call, model.ArgValue)})
		} else if name != "" && inner.names != nil {
			inner.names[name] = true
		}
		return inner
	}
	return holderResult{state: hidden}
}

// Step returns where an event is written.
func (e *engine) eventStep(ev event) evidence.Step {
	if m, ok := ev.instr.(*ssa.MapUpdate); ok {
		return e.storeStep(m)
	}
	return e.instrStep(ev.instr)
}
