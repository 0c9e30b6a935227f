package settings

import (
	"fmt"
	"go/types"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/ssa"

	"github.com/sessionlint/sessionlint/internal/model"
)

// A SummaryFact says what a function means to callers in other packages.
type SummaryFact struct {
	Sends   []SendFact
	Results []PathFact // Index is the number of the result
	Writes  []PathFact // Index is the number of the operand, receiver first
}

// AFact marks a fact.
func (*SummaryFact) AFact() {}

func (f *SummaryFact) String() string {
	return fmt.Sprintf("settings(sends=%d results=%d writes=%d)", len(f.Sends), len(f.Results), len(f.Writes))
}

// A SendFact is a send that depends on parameters.
type SendFact struct {
	Kind    model.Kind
	Session model.SessionKind
	Library string
	Deletes bool
	Offered []string
	Set     []SettingFact // in order of Setting
}

// A SettingFact is what one setting of a send may be.
type SettingFact struct {
	Setting model.Setting
	Atoms   []AtomFact
}

// A PathFact is what a path below a result or operand may hold.
type PathFact struct {
	Index int
	Path  string
	Atoms []AtomFact
}

// An AtomFact is an Atom without positions.
type AtomFact struct {
	Kind                                        uint8
	Bool, Negated, ByDefault, Meant, Credential bool
	Int                                         int64
	Str, Library, Variable                      string
}

// AnalysedFact marks own packages: a function of such a package without a
// SummaryFact does nothing to settings.
type AnalysedFact struct{ Touched bool }

// AFact marks a fact.
func (*AnalysedFact) AFact() {}

func (f *AnalysedFact) String() string { return "analysed" }

// A DefaultsFact is what the declaration of a package-level variable shows of
// fields that look like settings: the values while nobody configures others.
type DefaultsFact struct{ Fields []DefaultField }

// AFact marks a fact.
func (*DefaultsFact) AFact() {}

func (f *DefaultsFact) String() string { return fmt.Sprintf("defaults(%d)", len(f.Fields)) }

// A DefaultField is a constant of a declaration.
type DefaultField struct {
	Path string
	Atom AtomFact
}

func (d DefaultField) atom() Atom { return d.Atom.atom() }

func (f AtomFact) atom() Atom {
	return Atom{
		Kind: atomKind(f.Kind), Bool: f.Bool, Int: f.Int, Str: f.Str, Library: f.Library, ByDefault: f.ByDefault,
		Variable: f.Variable, credential: f.Credential, meant: f.Meant, Negated: f.Negated,
	}
}

func (a Atom) fact() AtomFact {
	return AtomFact{
		Kind: uint8(a.Kind), Bool: a.Bool, Int: a.Int, Str: a.Str, Library: a.Library, ByDefault: a.ByDefault,
		Variable: a.Variable, Credential: a.credential, Meant: a.meant, Negated: a.Negated,
	}
}

func atomFacts(vals values) []AtomFact {
	out := make([]AtomFact, len(vals))
	for i, a := range vals {
		out[i] = a.fact()
	}
	return out
}

func fromFacts(facts []AtomFact) values {
	out := make(values, len(facts))
	for i, f := range facts {
		out[i] = f.atom()
	}
	return out
}

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
			if r.Index == i && r.Path == join(path, sub) {
				return fromFacts(r.Atoms)
			}
		}
		return values{{Kind: unset}}
	})
}

// effect returns what the function does to the place below its operand i.
func (f *SummaryFact) effect(e *engine, call ssa.CallInstruction, i int, rest string, sh *shape) func(state) state {
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
				if w.Path == join(rest, sub) {
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
		s.session, s.library, s.deletes, s.through = f.Session, f.Library, f.Deletes, fn.Name()
		s.template = &send{kind: f.Kind, deletes: f.Deletes, offered: f.Offered}
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
	if len(sum.Sends)+len(sum.Results)+len(sum.Writes) == 0 {
		return nil
	}
	return sum
}

// fact describes a send to callers in other packages. Parameters of closures
// in between are nobody's any more.
func (s *send) fact(fn *ssa.Function) SendFact {
	f := SendFact{Kind: s.kind, Session: s.session, Library: s.library, Deletes: s.deletes, Offered: s.offered}
	for i, vals := range s.set {
		if vals == nil {
			continue
		}
		f.Set = append(f.Set, SettingFact{model.Setting(i), atomFacts(foreignParams(vals, fn))})
	}
	return f
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
