package settings

import (
	"go/types"

	"golang.org/x/tools/go/ssa"

	"github.com/sessionlint/sessionlint/passes/fields"
)

// global returns what a package-level variable may hold: what any function of
// its package stores there, in any order. A variable of another own package
// is known by the defaults that its declaration shows.
func (e *engine) global(g *ssa.Global, path string, sh *shape) state {
	if g.Pkg != e.pkg {
		return e.foreignGlobal(g, path, sh)
	}
	st := e.written(g, path, sh)
	if v, ok := g.Object().(*types.Var); ok && v.Exported() {
		st = st.mapped(func(a Atom) Atom { a.ByDefault = a.Kind != unset; return a })
	}
	return st
}

func (s state) mapped(f func(Atom) Atom) state {
	out := make(state, len(s))
	for i, vals := range s {
		out[i] = vals.each(f)
	}
	return out
}

// written joins what the stores into a variable leave behind, whatever their
// order: a path that some store names has the values of those stores; other
// paths have what the initialisation left there.
func (e *engine) written(g *ssa.Global, path string, sh *shape) state {
	base := uniform(sh, func(string) values { return values{{Kind: unset}} })
	var whole state
	parts := make(state, len(sh.paths))
	for _, fn := range e.funcs {
		for _, instr := range e.touching(g, fn) {
			store, isStore := instr.(*ssa.Store)
			if isStore {
				if rest, ok := below(at(store.Addr).path, path); ok {
					whole = whole.join(e.stamp(e.inside(store.Val, rest, sh, store), store))
					continue
				}
			}
			apply := e.effectOf(instr, place{g, path}, sh)
			if apply == nil {
				continue
			}
			before := uniform(sh, func(string) values { return values{{Kind: untouched}} })
			for i, vals := range apply(before) {
				if !vals.has(untouched) {
					parts[i] = parts[i].with(vals...)
				}
			}
		}
	}
	if whole == nil {
		whole = base
	}
	for i := range parts {
		if parts[i] != nil {
			whole[i] = parts[i]
		}
	}
	return whole
}

// foreignGlobal: a variable of another package.
func (e *engine) foreignGlobal(g *ssa.Global, path string, sh *shape) state {
	obj, ok := g.Object().(*types.Var)
	if !ok {
		return e.opaque(place{g, path}, sh)
	}
	fact := new(DefaultsFact)
	e.pass.ImportObjectFact(obj, fact)
	return uniform(sh, func(sub string) values {
		full := fields.Join(path, sub)
		for _, d := range fact.Fields {
			if d.Path == full {
				a := d.atom()
				a.ByDefault = true
				a.Variable = e.describe(place{g, full})
				return values{a}
			}
		}
		return unknownValue(e.describe(place{g, full}), 0, 0)
	})
}
