package settings

import (
	"golang.org/x/tools/go/ssa"
)

// effectOf returns what an instruction does to a place, or nil.
func (e *engine) effectOf(instr ssa.Instruction, p place, sh *shape) func(state) state {
	if _, deferred := instr.(*ssa.Defer); deferred {
		return nil // it happens when everything else has
	}
	if apply := e.closureEffect(instr, p, sh); apply != nil {
		return apply
	}
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
