package bearer

import (
	"go/constant"
	"go/types"
	"slices"

	"golang.org/x/tools/go/ssa"

	"github.com/sessionlint/sessionlint/internal/evidence"
	"github.com/sessionlint/sessionlint/internal/model"
	"github.com/sessionlint/sessionlint/passes/calls"
	"github.com/sessionlint/sessionlint/passes/fields"
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

// address follows a pointer to a struct, or to a part of one.
func (h *holder) address(addr ssa.Value, depth int) {
	if h.seen[addr] || addr.Referrers() == nil {
		return
	}
	h.seen[addr] = true
	for _, ref := range *addr.Referrers() {
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
		if len(*addr.Referrers()) > 0 {
			h.names[name] = true
		}
	}
	if name == h.claim {
		for _, use := range *addr.Referrers() {
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
		for _, use := range *addr.Referrers() {
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
	for _, ref := range *v.Referrers() {
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
				for _, use := range *cell.Referrers() {
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

// at works out the state of the claim at an instruction, along all paths.
func (h *holder) at(root ssa.Value, at ssa.Instruction) state {
	def, ok := root.(ssa.Instruction)
	if !ok {
		return hidden
	}
	return h.from(unset, def, at)
}

// from does so for a holder that comes to life in some state.
func (h *holder) from(begin state, def, at ssa.Instruction) state {
	fn := def.Parent()
	byBlock := map[*ssa.BasicBlock][]event{}
	for _, ev := range h.events {
		if ev.instr.Parent() != fn {
			return hidden
		}
		byBlock[ev.instr.Block()] = append(byBlock[ev.instr.Block()], ev)
	}
	for _, list := range byBlock {
		slices.SortStableFunc(list, func(a, b event) int { return position2(a.instr) - position2(b.instr) })
	}
	in := map[*ssa.BasicBlock]state{def.Block(): begin}
	queue := []*ssa.BasicBlock{def.Block()}
	end := state(0)
	for steps := 0; len(queue) > 0 && steps < 2000; steps++ {
		b := queue[0]
		queue = queue[1:]
		now := in[b]
		for _, ev := range byBlock[b] {
			if ev.instr.Block() == at.Block() && at.Parent() == fn && position2(ev.instr) >= position2(at) {
				continue
			}
			now = ev.then
		}
		if at.Parent() == fn && b == at.Block() {
			end |= now
			continue
		}
		if _, ok := b.Instrs[len(b.Instrs)-1].(*ssa.Return); ok && at.Parent() != fn {
			end |= now
		}
		for _, next := range b.Succs {
			if next == def.Block() {
				continue
			}
			if in[next]|now != in[next] {
				in[next] |= now
				queue = append(queue, next)
			}
		}
	}
	return end
}

// setElsewhere reports whether some function sets the claim of such claims
// through a pointer whose origin is not in sight.
func (e *engine) setElsewhere(t types.Type, claim string) bool {
	name := claimsName(t)
	if name == "" {
		return true
	}
	if e.loose == nil {
		e.loose = map[string]bool{}
		e.each(e.noteLoose)
	}
	return e.loose[name+" "+claim]
}

func (e *engine) noteLoose(instr ssa.Instruction) {
	switch instr := instr.(type) {
	case *ssa.MapUpdate:
		if _, made := instr.Map.(*ssa.MakeMap); made {
			return
		}
		if k, ok := instr.Key.(*ssa.Const); ok && k.Value != nil && k.Value.Kind() == constant.String {
			switch instr.Map.(type) {
			case *ssa.Parameter, *ssa.Call, *ssa.Extract:
				e.loose["map "+constant.StringVal(k.Value)] = true
			}
		}
	case *ssa.Store:
		addr, ok := instr.Addr.(*ssa.FieldAddr)
		if !ok {
			return
		}
		claim := e.claimOf(addr.X.Type(), addr.Field)
		for claim != "" {
			if _, local := addr.X.(*ssa.Alloc); local {
				return
			}
			if n := claimsName(addr.X.Type()); n != "" {
				e.loose[n+" "+claim] = true
			}
			outer, ok := addr.X.(*ssa.FieldAddr)
			if !ok {
				return
			}
			addr = outer
		}
	}
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
