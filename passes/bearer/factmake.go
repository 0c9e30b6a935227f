package bearer

import (
	"go/types"
	"slices"

	"golang.org/x/tools/go/ssa"

	"github.com/sessionlint/sessionlint/internal/model"
)

// export publishes what functions of the package mean to others.
func (e *engine) export() {
	for _, fn := range e.funcs {
		obj, ok := fn.Object().(*types.Func)
		if !ok || !obj.Exported() || fn.Origin() != nil || e.spent() {
			continue
		}
		if fact := e.factOf(fn); fact != nil {
			e.pass.ExportObjectFact(obj, fact)
		}
	}
}

func (e *engine) factOf(fn *ssa.Function) *TokenFact {
	fact := &TokenFact{}
	sig := fn.Signature
	if sig.Params().Len() > 0 && sig.Results().Len() == 2 && isToken(sig.Params().At(0).Type()) && isErrorType(sig.Results().At(1).Type()) {
		fact.Key = e.keyfunc(fn).fact()
	}
	if sig.Results().Len() > 0 {
		e.resultFacts(fn, sig.Results().At(0).Type(), fact)
	}
	for _, s := range e.signersOf(fn) {
		if len(fact.Signs) < 4 {
			fact.Signs = append(fact.Signs, SignFact{s.param, s.alg, "", s.library, s.ends})
		}
	}
	for i, p := range fn.Params {
		if i < 32 && (isString(p.Type()) || isBytes(p.Type())) {
			if e.verifies(fn, p, 0) {
				fact.Verifies |= 1 << i
			}
		}
		if i < 32 && canChange(p.Type()) && e.mayHoldClaims(p.Type()) && e.ends(p) {
			fact.Ends |= 1 << i
		}
	}
	fact.Reads, fact.Zero = e.returnsUnverified[fn], e.zeroFact(fn)
	e.exchangeFact(fn, fact)
	if fact.Options == nil && fact.Key == nil && fact.Signs == nil && fact.Claims == nil && fact.Date == nil && fact.Makes == nil && fact.Accepts == nil && fact.Verifies|fact.Reads|fact.Ends|fact.Zero == 0 {
		return nil
	}
	return fact
}

// mayHoldClaims reports whether a type is one that claims are kept in: a map,
// or a struct with a place for exp.
func (e *engine) mayHoldClaims(t types.Type) bool {
	if m, ok := t.Underlying().(*types.Map); ok {
		return isString(m.Key())
	}
	return e.holdsClaims(t)
}

// ends reports whether a function sets the exp of claims that it is given, or
// looks whether they have one.
func (e *engine) ends(claims *ssa.Parameter) bool {
	known, asked := e.ended[claims]
	if !asked {
		h := &holder{engine: e, claim: "exp", seen: map[ssa.Value]bool{}, names: map[string]bool{}}
		h.value(claims, 0)
		known = h.names["exp"] || len(h.events) > 0
		e.ended[claims] = known
	}
	return known
}

func (k *keyInfo) fact() *KeyFact {
	return &KeyFact{k.method, k.symm, k.public, k.untyped, k.unknown, k.none, k.found, k.open, k.header, k.path}
}

// resultFacts describes the first result of a function.
func (e *engine) resultFacts(fn *ssa.Function, t types.Type, fact *TokenFact) {
	var results []ssa.Value
	var ends []ssa.Instruction
	for _, b := range fn.Blocks {
		if ret, ok := b.Instrs[len(b.Instrs)-1].(*ssa.Return); ok && len(ret.Results) > 0 && !fails(ret) {
			results, ends = append(results, ret.Results[0]), append(ends, ret)
		}
	}
	if len(results) == 0 || len(results) > 8 {
		return
	}
	switch {
	case isKeyfunc(t):
		info := e.key(results[0])
		for _, r := range results[1:] {
			more := e.key(r)
			info.method = info.method && more.method
			info.join(more)
		}
		fact.Key = info.fact()
	case namedLike(t, "JSONWebKey"):
		info := &keyInfo{}
		for _, r := range results {
			e.brought(r, info)
		}
		if info.header != "" {
			fact.Key = info.fact()
		}
	case isTime(t) || namedLike(t, "NumericDate"):
		fact.Date = e.dateFact(fn, results)
	case e.issues(t):
		fact.Options = e.optionFact(e.options(results[0], 0))
		if lives, _ := e.configLives(results[0]); len(results) == 1 && len(lives) == 1 && lives[0].Known {
			fact.Date = &DateFact{Param: -1, D: lives[0].D}
		}
	case e.aboutParsers(t):
		out := e.options(results[0], 0)
		for _, r := range results[1:] {
			out = out.either(e.options(r, 0))
		}
		fact.Options = e.optionFact(out)
	case e.holdsClaims(t):
		fact.Claims = e.claimsFact(results, ends)
	}
}

func isKeyfunc(t types.Type) bool {
	sig, ok := t.Underlying().(*types.Signature)
	return ok && sig.Params().Len() == 1 && isToken(sig.Params().At(0).Type())
}

// aboutParsers reports whether a type is an option, a list of options or a
// parser of a library that we know.
func (e *engine) aboutParsers(t types.Type) bool {
	if slice, ok := t.Underlying().(*types.Slice); ok {
		t = slice.Elem()
	}
	if p, ok := t.Underlying().(*types.Pointer); ok {
		t = p.Elem()
	}
	n, ok := types.Unalias(t).(*types.Named)
	return ok && n.Obj().Pkg() != nil && e.model.HasBearers(n.Obj().Pkg().Path()) && !isClaimsStruct(e, t)
}

func isClaimsStruct(e *engine, t types.Type) bool { return e.holdsClaims(t) }

// holdsClaims reports whether a type is a struct with a field for exp, or a
// map of claims.
func (e *engine) holdsClaims(t types.Type) bool {
	if p, ok := t.Underlying().(*types.Pointer); ok {
		t = p.Elem()
	}
	if m, ok := t.Underlying().(*types.Map); ok {
		return isString(m.Key()) && types.IsInterface(m.Elem())
	}
	return e.hasClaim(t, "exp", 0)
}

func (e *engine) hasClaim(t types.Type, claim string, depth int) bool {
	s, ok := t.Underlying().(*types.Struct)
	if !ok || depth > 3 {
		return false
	}
	for i := range s.NumFields() {
		if e.claimOf(t, i) == claim || s.Field(i).Embedded() && e.hasClaim(s.Field(i).Type(), claim, depth+1) {
			return true
		}
	}
	return false
}

// maxTerms bounds an OptionFact.
const maxTerms = 12

func (e *engine) optionFact(s optionSet) *OptionFact {
	f := &OptionFact{Complete: s.complete}
	for t, v := range s.terms {
		if len(v.values) > 8 || t.option == model.NoOption {
			continue
		}
		one := TermFact{t.option, t.claim, v.always, v.values, nil}
		if t.option == model.WithSecret {
			one.Key = e.secretOf(v).fact()
		}
		f.Terms = append(f.Terms, one)
	}
	slices.SortFunc(f.Terms, func(a, b TermFact) int {
		if a.Option != b.Option {
			return int(a.Option) - int(b.Option)
		}
		return compareText(a.Claim, b.Claim)
	})
	f.Terms = f.Terms[:min(len(f.Terms), maxTerms)]
	if len(f.Terms) == 0 && !f.Complete {
		return nil
	}
	return f
}

func compareText(a, b string) int {
	switch {
	case a < b:
		return -1
	case a > b:
		return 1
	}
	return 0
}

func (e *engine) dateFact(fn *ssa.Function, results []ssa.Value) *DateFact {
	var all []Life
	for _, r := range results {
		all = append(all, e.lives(r)...)
	}
	if len(all) != 1 {
		return nil
	}
	if all[0].param {
		return &DateFact{Param: all[0].Param}
	}
	if all[0].Known && !all[0].Zero {
		return &DateFact{Param: -1, D: all[0].D}
	}
	return nil
}

func (e *engine) claimsFact(results []ssa.Value, ends []ssa.Instruction) *ClaimsFact {
	f := &ClaimsFact{}
	names := map[string]bool{}
	for i, r := range results {
		got := e.claimAt(r, "exp", ends[i], 0)
		f.Exp |= uint8(got.state)
		for name := range got.names {
			names[name] = true
		}
	}
	if state(f.Exp)&hidden != 0 || len(names) > 24 {
		return nil
	}
	for name := range names {
		f.Names = append(f.Names, name)
	}
	slices.Sort(f.Names)
	return f
}
