package settings

import (
	"go/types"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/ssa"

	"github.com/sessionlint/sessionlint/internal/model"
)

// export publishes what functions of the package mean to others.
func (e *engine) export(pass *analysis.Pass) {
	for _, fn := range e.funcs {
		obj, ok := fn.Object().(*types.Func)
		if !ok || !obj.Exported() || fn.Origin() != nil {
			continue
		}
		if sum := e.summary(fn, obj); sum != nil {
			pass.ExportObjectFact(obj, sum)
		}
	}
}

// maxFact bounds the parts of a summary.
const maxFact = 16

func (e *engine) summary(fn *ssa.Function, obj *types.Func) *SummaryFact {
	sum := new(SummaryFact)
	own, lifted := e.sends(fn)
	for _, s := range append(own[:len(own):len(own)], lifted...) {
		if s.dependsOn(fn) && len(sum.Sends) < maxFact {
			sum.Sends = append(sum.Sends, s.fact(fn))
		}
	}
	sig := obj.Signature()
	for i := range sig.Results().Len() {
		sum.Results = append(sum.Results, e.resultFacts(fn, i, sig.Results().At(i).Type())...)
	}
	for i, p := range fn.Params {
		sum.Writes = append(sum.Writes, e.writeFacts(fn, i, p)...)
	}
	switch n := sum.atoms(); {
	case n == 0:
		return nil
	case n > maxFactAtoms:
		return &SummaryFact{Opaque: true}
	}
	return sum
}

// maxFactAtoms bounds the size of a summary.
const maxFactAtoms = 256

// atoms returns how many values a summary lists.
func (f *SummaryFact) atoms() int {
	n := 0
	for _, s := range f.Sends {
		for _, set := range s.Set {
			n += len(set.Atoms)
		}
	}
	for _, p := range append(f.Results[:len(f.Results):len(f.Results)], f.Writes...) {
		n += len(p.Atoms)
	}
	return n
}

func foreignParams(vals values, fn *ssa.Function) values {
	return vals.each(func(a Atom) Atom {
		if a.Kind == parameter && a.owner != fn {
			return Atom{Kind: unknown, Str: "a parameter"}
		}
		return a
	})
}

// resultFacts describes a result: the settings of a modelled object, or a
// scalar that is worth knowing.
func (e *engine) resultFacts(fn *ssa.Function, i int, t types.Type) []PathFact {
	if l := e.layoutOf(t); l != nil && l.typ.Kind != model.PerSession {
		st := e.results(fn, i, "", l.shape)
		var out []PathFact
		for k, vals := range st {
			if len(vals) == 1 && vals[0].Kind == unset && len(out) > 0 {
				continue // absent means unset
			}
			out = append(out, PathFact{i, l.shape.paths[k], atomFacts(foreignParams(vals, fn))})
		}
		return out
	}
	if !isSettingScalar(t) || len(fn.Blocks) > 64 {
		return nil
	}
	vals := foreignParams(e.results(fn, i, "", scalar)[0], fn)
	for _, a := range vals {
		if a.Kind == unknown && !a.credential && !vals.has(someText) && !vals.has(text) {
			return nil
		}
	}
	return []PathFact{{i, "", atomFacts(vals)}}
}

func isSettingScalar(t types.Type) bool {
	b, ok := t.Underlying().(*types.Basic)
	if !ok {
		return false
	}
	switch b.Kind() {
	case types.Bool, types.String, types.Int, types.Int64:
		return true
	}
	return false
}

// writeFacts describes what a function sets on an object that it is handed.
func (e *engine) writeFacts(fn *ssa.Function, i int, p *ssa.Parameter) []PathFact {
	if _, ok := p.Type().Underlying().(*types.Pointer); !ok {
		return nil
	}
	l := e.layoutOf(p.Type())
	if l == nil || len(e.touching(p, fn)) == 0 {
		return nil
	}
	var st state
	for _, b := range fn.Blocks {
		last := b.Instrs[len(b.Instrs)-1]
		if _, ok := last.(*ssa.Return); ok {
			st = st.join(e.placeAt(place{p, ""}, l.shape, last))
		}
	}
	var out []PathFact
	for k, vals := range st {
		a := vals[0]
		if len(vals) == 1 && a.Kind == parameter && a.owner == fn && int(a.Int) == i && a.Str == l.shape.paths[k] {
			continue
		}
		out = append(out, PathFact{i, l.shape.paths[k], atomFacts(foreignParams(e.settle(vals), fn))})
	}
	return out
}
