package settings

import (
	"golang.org/x/tools/go/ssa"

	"github.com/sessionlint/sessionlint/passes/calls"
	"github.com/sessionlint/sessionlint/passes/fields"
)

// captured returns what a closure sees of a variable of the function around
// it, at all the moments at which the closure may run.
func (e *engine) captured(free *ssa.FreeVar, path string, sh *shape) state {
	fn := free.Parent()
	var st state
	for _, made := range closures(fn) {
		p := at(made.Bindings[freeIndex(free)])
		p.path = fields.Join(p.path, path)
		for _, when := range moments(made) {
			st = st.join(e.placeAt(p, sh, when))
		}
	}
	if st == nil {
		return e.opaque(place{free, path}, sh)
	}
	return st
}

func freeIndex(free *ssa.FreeVar) int {
	for i, f := range free.Parent().FreeVars {
		if f == free {
			return i
		}
	}
	return -1
}

// closures returns where a function literal becomes a value.
func closures(fn *ssa.Function) []*ssa.MakeClosure {
	var all []*ssa.MakeClosure
	if fn.Parent() == nil {
		return nil
	}
	for _, b := range fn.Parent().Blocks {
		for _, instr := range b.Instrs {
			if made, ok := instr.(*ssa.MakeClosure); ok && made.Fn == fn {
				all = append(all, made)
			}
		}
	}
	return all
}

// moments returns the instructions of the function around a closure at which
// the closure may run: its calls, if they are all there is, else any time
// between its making and the end of the function.
func moments(made *ssa.MakeClosure) []ssa.Instruction {
	found, all := callsOf(made)
	if all {
		return found
	}
	return append([]ssa.Instruction{made}, exits(made)...)
}

// callsOf returns the calls of a closure; all tells whether nothing else
// happens to it.
func callsOf(made *ssa.MakeClosure) (found []ssa.Instruction, all bool) {
	for _, ref := range calls.Uses(made) {
		if call, ok := ref.(*ssa.Call); ok && call.Call.Value == made {
			found = append(found, call)
			continue
		}
		if _, ok := ref.(*ssa.DebugRef); !ok {
			return found, false
		}
	}
	return found, true
}

// exits returns the ends of the function of an instruction that control can
// reach from there.
func exits(from ssa.Instruction) []ssa.Instruction {
	var ends []ssa.Instruction
	after := reach(map[*ssa.BasicBlock]bool{from.Block(): true})
	for _, b := range from.Parent().Blocks {
		last := b.Instrs[len(b.Instrs)-1]
		if _, ok := last.(*ssa.Return); ok && after[b] {
			ends = append(ends, last)
		}
	}
	return ends
}

// closureEffect: what the making, or a call, of a closure does to a variable
// that it captured. A closure that is only called acts at its calls. One that
// goes elsewhere may have acted from then on. A deferred one comes too late.
func (e *engine) closureEffect(instr ssa.Instruction, p place, sh *shape) func(state) state {
	switch instr := instr.(type) {
	case *ssa.Call:
		if made, ok := instr.Call.Value.(*ssa.MakeClosure); ok {
			return e.literalEffect(made, p, sh)
		}
	case *ssa.MakeClosure:
		if _, all := callsOf(instr); !all && !onlyDeferred(instr) {
			return maybe(e.literalEffect(instr, p, sh))
		}
	}
	return nil
}

func onlyDeferred(made *ssa.MakeClosure) bool {
	for _, ref := range calls.Uses(made) {
		if call, ok := ref.(*ssa.Defer); !ok || call.Call.Value != made {
			return false
		}
	}
	return true
}

// maybe turns an effect into one that may or may not have happened.
func maybe(apply func(state) state) func(state) state {
	if apply == nil {
		return nil
	}
	return func(before state) state { return before.join(apply(before)) }
}

// literalEffect returns what running a closure does to a captured place.
func (e *engine) literalEffect(made *ssa.MakeClosure, p place, sh *shape) func(state) state {
	fn, ok := made.Fn.(*ssa.Function)
	if !ok || fn.Pkg != e.pkg || len(fn.Blocks) == 0 {
		return nil
	}
	for i, bound := range made.Bindings {
		target := at(bound)
		rest, ok := below(target.path, p.path)
		if !ok || target.root != p.root || len(e.touching(fn.FreeVars[i], fn)) == 0 {
			continue
		}
		inner := place{fn.FreeVars[i], rest}
		after := once(func() state { return e.changes(inner, sh, fn) })
		return func(before state) state { return after().over(before) }
	}
	return nil
}

// changes returns what a function leaves at a place when it returns, where
// untouched stands for what was there before.
func (e *engine) changes(p place, sh *shape, fn *ssa.Function) state {
	key := flowKey{p, "changes:" + sh.key, fn}
	if e.busy[key] || e.depth > maxDepth {
		return uniform(sh, func(string) values { return unknownValue("a recursive closure", 0, 0) })
	}
	e.busy[key] = true
	e.depth++
	defer func() {
		delete(e.busy, key)
		e.depth--
	}()
	f := e.newFlow(p, fn)
	f.initial = uniform(sh, func(string) values { return values{{Kind: untouched}} })
	e.addEffects(f, p, sh, fn)
	e.work(f.solve())
	var st state
	for _, end := range exits(fn.Blocks[0].Instrs[0]) {
		st = st.join(e.branch(f.before(end, e.position(end)), end.Block()))
	}
	return st
}

// over puts the state before an effect where the effect left it untouched.
func (s state) over(before state) state {
	if s == nil {
		return before
	}
	out := make(state, len(s))
	for i, vals := range s {
		for _, a := range vals {
			if a.Kind == untouched {
				out[i] = out[i].with(before[i]...)
			} else {
				out[i] = out[i].with(a)
			}
		}
	}
	return out
}
