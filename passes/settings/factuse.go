package settings

import (
	"go/types"

	"golang.org/x/tools/go/ssa"

	"github.com/sessionlint/sessionlint/internal/model"
	"github.com/sessionlint/sessionlint/passes/calls"
	"github.com/sessionlint/sessionlint/passes/fields"
)

// imported returns what another own package says of a function, or nil.
func (e *engine) imported(fn *types.Func) *SummaryFact {
	if fn.Pkg() == nil || fn.Pkg() == e.pass.Pkg {
		return nil
	}
	if sum, ok := e.facts[fn]; ok {
		return sum
	}
	sum := new(SummaryFact)
	if !e.pass.ImportObjectFact(fn, sum) {
		sum = nil
		if e.pass.ImportPackageFact(fn.Pkg(), new(AnalysedFact)) {
			sum = &SummaryFact{} // analysed, and nothing to say
		}
	}
	e.facts[fn] = sum
	return sum
}

// result returns what result i holds, or nil if nothing is known of it.
func (f *SummaryFact) result(i int, path string, sh *shape) state {
	known := false
	for _, r := range f.Results {
		known = known || r.Index == i
	}
	if !known {
		return nil
	}
	return uniform(sh, func(sub string) values {
		for _, r := range f.Results {
			if r.Index == i && r.Path == fields.Join(path, sub) {
				return fromFacts(r.Atoms)
			}
		}
		return values{{Kind: unset}}
	})
}

// effect returns what the function does to the place below its operand i.
func (f *SummaryFact) effect(e *engine, call ssa.CallInstruction, i int, rest string, sh *shape) func(state) state {
	if f.Opaque {
		return e.hidden(sh, calls.Operands(call.Common())[i], e.calleeName(call.Common()))
	}
	var writes []PathFact
	for _, w := range f.Writes {
		if w.Index == i {
			writes = append(writes, w)
		}
	}
	if len(writes) == 0 {
		return nil
	}
	return func(before state) state {
		after := append(state(nil), before...)
		for k, sub := range sh.paths {
			for _, w := range writes {
				if w.Path == fields.Join(rest, sub) {
					after[k] = e.substituteSelf(w, before[k], call)
				}
			}
		}
		return after
	}
}

// substituteSelf fills in a write; what it leaves as it was stays.
func (e *engine) substituteSelf(w PathFact, before values, call ssa.CallInstruction) values {
	var out values
	for _, a := range fromFacts(w.Atoms) {
		if a.Kind == parameter && int(a.Int) == w.Index && a.Str == w.Path {
			out = out.with(before...)
			continue
		}
		out = out.with(e.substituteFact(state{{a}}, call)[0]...)
	}
	return out
}

// substituteFact replaces the parameters of an imported function.
func (e *engine) substituteFact(st state, call ssa.CallInstruction) state {
	return e.substitute(st, nil, call)
}

// factInstances returns the sends of a function of another own package, with
// the arguments of the call filled in.
func (e *engine) factInstances(fn *types.Func, call ssa.CallInstruction) []*send {
	sum := e.imported(fn)
	if sum == nil {
		return nil
	}
	var out []*send
	for _, f := range sum.Sends {
		s := e.newSend(call, f.Kind)
		s.fix = fixer{}
		s.session, s.library, s.deletes = f.Session, f.Library, f.Deletes
		s.template = &send{kind: f.Kind, deletes: f.Deletes, offered: f.Offered}
		if f.Kind == model.Cookie {
			s.clear()
			s.template.clear()
		}
		for _, set := range f.Set {
			vals := fromFacts(set.Atoms)
			s.template.set[set.Setting] = vals
			s.set[set.Setting] = e.settle(e.substituteFact(state{vals}, call)[0])
		}
		e.renormalise(s)
		out = append(out, s)
	}
	return out
}
