package settings

import (
	"cmp"
	"slices"

	"golang.org/x/tools/go/ssa"

	"github.com/sessionlint/sessionlint/passes/fields"
)

// An event is an instruction that gave a setting a value, or a branch that
// chose it.
type event struct {
	block *ssa.BasicBlock // the value holds only if control came through it
}

// An effect is an instruction that changes, or hides, what is at a place.
type effect struct {
	position int // of the instruction in its block
	apply    func(before state) state
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
	if e.busy[key] || e.depth > maxDepth || !e.work(1) {
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
	return flow.before(instr, e.position(instr))
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
	f := e.newFlow(p, fn)
	f.initial = e.initial(p, sh, fn)
	e.addEffects(f, p, sh, fn)
	e.work(f.solve())
	return f
}

func (e *engine) newFlow(p place, fn *ssa.Function) *flow {
	f := &flow{start: fn.Blocks[0], effects: map[*ssa.BasicBlock][]effect{}, in: map[*ssa.BasicBlock]state{}}
	if def, ok := p.root.(ssa.Instruction); ok && def.Parent() == fn {
		f.start = def.Block()
	}
	return f
}

// addEffects collects what happens to the place, and what may happen to it
// under another name.
func (e *engine) addEffects(f *flow, p place, sh *shape, fn *ssa.Function) {
	for _, instr := range e.touching(p.root, fn) {
		f.add(instr, e.position(instr), e.effectOf(instr, p, sh))
	}
	names := aliases(p)
	for _, alias := range names {
		for _, instr := range e.touching(alias.root, fn) {
			f.add(instr, e.position(instr), maybe(e.effectOf(instr, alias, sh)))
		}
	}
	if len(names) > 0 {
		for _, list := range f.effects {
			slices.SortStableFunc(list, func(a, b effect) int { return cmp.Compare(a.position, b.position) })
		}
	}
}

func (f *flow) add(instr ssa.Instruction, position int, apply func(state) state) {
	if apply != nil {
		f.effects[instr.Block()] = append(f.effects[instr.Block()], effect{position, apply})
	}
}

// solve propagates states forward until nothing changes. It returns the number
// of effects it applied, blocks included.
func (f *flow) solve() int {
	work := 0
	f.in[f.start] = f.initial
	queue := []*ssa.BasicBlock{f.start}
	for steps := 0; len(queue) > 0 && steps < maxSteps; steps++ {
		b := queue[0]
		queue = queue[1:]
		out := f.in[b]
		work += 1 + len(f.effects[b])
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
				queue = append(queue, next)
			}
		}
	}
	if len(queue) > 0 {
		f.giveUp()
	}
	return work
}

// giveUp: the states so far are not all there are.
func (f *flow) giveUp() {
	for _, st := range f.in {
		for i := range st {
			st[i] = tooMany()
		}
	}
}

const maxSteps = 20000

// before returns the state just before an instruction, which has the position
// in its block.
func (f *flow) before(instr ssa.Instruction, position int) state {
	st, ok := f.in[instr.Block()]
	if !ok {
		st = f.initial // not reachable from the root's definition, as far as we see
	}
	for _, eff := range f.effects[instr.Block()] {
		if eff.position >= position {
			break
		}
		st = eff.apply(st)
	}
	return st
}

// position returns the index of an instruction in its block.
func (e *engine) position(instr ssa.Instruction) int {
	b := instr.Block()
	order, ok := e.orders[b]
	if !ok {
		order = make(map[ssa.Instruction]int, len(b.Instrs))
		for i, x := range b.Instrs {
			order[x] = i
		}
		e.orders[b] = order
	}
	return order[instr]
}

// inside returns the values of the paths of a shape below a path of a value.
func (e *engine) inside(v ssa.Value, path string, sh *shape, instr ssa.Instruction) state {
	if path == "" {
		return e.lookup(v, sh, instr)
	}
	p := at(v)
	p.path = fields.Join(p.path, path)
	return e.placeAt(p, sh, instr)
}
