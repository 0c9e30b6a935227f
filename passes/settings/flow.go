package settings

import (
	"golang.org/x/tools/go/ssa"
)

// An event is an instruction that gave a setting a value, or a branch that
// chose it.
type event struct {
	block *ssa.BasicBlock // the value holds only if control came through it
}

// An effect is an instruction that changes, or hides, what is at a place.
type effect struct {
	instr ssa.Instruction
	apply func(before state) state
}

// lookup returns the possible values of the paths of a value (a pointer, a
// struct or, for the scalar shape, anything) at an instruction.
func (e *engine) lookup(v ssa.Value, sh *shape, instr ssa.Instruction) state {
	if sh == scalar && !isMemory(v) {
		return state{e.eval(v)}
	}
	if load, ok := v.(*ssa.UnOp); ok && (sh == scalar || isStruct(v.Type())) {
		instr = load // a copy: what happens to the original later does not matter
	}
	return e.placeAt(at(v), sh, instr)
}

// isMemory reports whether the value is read from a place.
func isMemory(v ssa.Value) bool {
	switch v := v.(type) {
	case *ssa.UnOp, *ssa.Field:
		return at(v).root != ssa.Value(v)
	}
	return false
}

// placeAt returns the possible values at a place just before an instruction.
func (e *engine) placeAt(p place, sh *shape, instr ssa.Instruction) state {
	key := flowKey{p, sh.key, instr.Parent()}
	if e.busy[key] || e.depth > maxDepth {
		return uniform(sh, func(string) values { return unknownValue("a value that depends on itself", 0, 0) })
	}
	flow, ok := e.flows[key]
	if !ok {
		e.busy[key] = true
		e.depth++
		flow = e.flowOf(p, sh, instr.Parent())
		e.depth--
		delete(e.busy, key)
		e.flows[key] = flow
	}
	return flow.before(instr)
}

const maxDepth = 40

type flowKey struct {
	place
	shape string
	fn    *ssa.Function
}

// A flow is what happens to a place in one function.
type flow struct {
	start   *ssa.BasicBlock // where the root comes to life
	initial state
	effects map[*ssa.BasicBlock][]effect
	in      map[*ssa.BasicBlock]state
}

func (e *engine) flowOf(p place, sh *shape, fn *ssa.Function) *flow {
	f := &flow{start: fn.Blocks[0], effects: map[*ssa.BasicBlock][]effect{}, in: map[*ssa.BasicBlock]state{}}
	if def, ok := p.root.(ssa.Instruction); ok && def.Parent() == fn {
		f.start = def.Block()
	}
	f.initial = e.initial(p, sh, fn)
	for _, instr := range e.touching(p.root, fn) {
		if apply := e.effectOf(instr, p, sh); apply != nil {
			f.effects[instr.Block()] = append(f.effects[instr.Block()], effect{instr, apply})
		}
	}
	f.solve()
	return f
}

// solve propagates states forward until nothing changes.
func (f *flow) solve() {
	f.in[f.start] = f.initial
	work := []*ssa.BasicBlock{f.start}
	for steps := 0; len(work) > 0 && steps < maxSteps; steps++ {
		b := work[0]
		work = work[1:]
		out := f.in[b]
		for _, eff := range f.effects[b] {
			out = eff.apply(out)
		}
		for _, next := range b.Succs {
			if next == f.start {
				continue // a new turn of a loop makes a new object
			}
			joined := f.in[next].join(out)
			if f.in[next] == nil || !joined.equal(f.in[next]) {
				f.in[next] = joined
				work = append(work, next)
			}
		}
	}
}

const maxSteps = 20000

// before returns the state just before an instruction.
func (f *flow) before(instr ssa.Instruction) state {
	st, ok := f.in[instr.Block()]
	if !ok {
		st = f.initial // not reachable from the root's definition, as far as we see
	}
	order := -1
	for _, eff := range f.effects[instr.Block()] {
		if order < 0 {
			order = position(instr)
		}
		if position(eff.instr) >= order {
			break
		}
		st = eff.apply(st)
	}
	return st
}

func position(instr ssa.Instruction) int {
	for i, x := range instr.Block().Instrs {
		if x == instr {
			return i
		}
	}
	return -1
}

// touching returns the instructions of a function that mention a root, or an
// address derived from it, as the target of a store or an argument of a call,
// in order.
func (e *engine) touching(root ssa.Value, fn *ssa.Function) []ssa.Instruction {
	byRoot, ok := e.roots[fn]
	if !ok {
		byRoot = map[ssa.Value][]ssa.Instruction{}
		for _, b := range fn.Blocks {
			for _, instr := range b.Instrs {
				e.index(byRoot, instr)
			}
		}
		e.roots[fn] = byRoot
	}
	return byRoot[root]
}

func (e *engine) index(byRoot map[ssa.Value][]ssa.Instruction, instr ssa.Instruction) {
	note := func(root ssa.Value) {
		list := byRoot[root]
		if len(list) == 0 || list[len(list)-1] != instr {
			byRoot[root] = append(list, instr)
		}
	}
	switch instr := instr.(type) {
	case *ssa.Store:
		note(at(instr.Addr).root)
	case ssa.CallInstruction:
		for _, arg := range operands(instr.Common()) {
			for _, v := range unpack(arg) {
				note(at(v).root)
			}
		}
	}
}

// operands returns receiver and arguments of a call.
func operands(call *ssa.CallCommon) []ssa.Value {
	if call.IsInvoke() {
		return append([]ssa.Value{call.Value}, call.Args...)
	}
	return call.Args
}

// effectOf returns what an instruction does to a place, or nil.
func (e *engine) effectOf(instr ssa.Instruction, p place, sh *shape) func(state) state {
	switch instr := instr.(type) {
	case *ssa.Store:
		return e.storeEffect(instr, p, sh)
	case ssa.CallInstruction:
		return e.callEffect(instr, p, sh)
	}
	return nil
}

// storeEffect: a store replaces the paths that lie at or below its target.
func (e *engine) storeEffect(store *ssa.Store, p place, sh *shape) func(state) state {
	target := at(store.Addr)
	if rest, ok := below(target.path, p.path); ok { // the place lies inside what is stored
		replaced := once(func() state { return e.stamp(e.inside(store.Val, rest, sh, store), store) })
		return func(state) state { return replaced() }
	}
	rest, ok := below(p.path, target.path)
	if !ok {
		return nil
	}
	type write struct {
		i   int
		val values
	}
	writes := once(func() []write {
		var out []write
		for i, path := range sh.paths {
			if sub, ok := below(rest, path); ok {
				st := e.stamp(e.inside(store.Val, sub, scalar, store), store)
				out = append(out, write{i, st[0]})
			}
		}
		return out
	})
	return func(before state) state {
		after := append(state(nil), before...)
		for _, w := range writes() {
			after[w.i] = w.val
		}
		return after
	}
}

// inside returns the values of the paths of a shape below a path of a value.
func (e *engine) inside(v ssa.Value, path string, sh *shape, instr ssa.Instruction) state {
	if path == "" {
		return e.lookup(v, sh, instr)
	}
	p := at(v)
	p.path = join(p.path, path)
	return e.placeAt(p, sh, instr)
}

// stamp remembers where a value was stored and, for constants, which
// expression was stored.
func (e *engine) stamp(st state, store *ssa.Store) state {
	expr := e.source.stored(store.Pos())
	out := make(state, len(st))
	for i, vals := range st {
		out[i] = vals.each(func(a Atom) Atom {
			if expr != nil && !a.Pos.IsValid() && a.Kind != unset {
				a.Pos, a.End = expr.Pos(), expr.End()
			}
			if a.at == nil {
				a.at = &event{store.Block()}
			}
			return a
		})
	}
	return out
}

// once returns a function that computes its result once.
func once[T any](f func() T) func() T {
	var result T
	done := false
	return func() T {
		if !done {
			done = true
			result = f()
		}
		return result
	}
}
