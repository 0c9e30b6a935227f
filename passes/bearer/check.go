package bearer

import (
	"go/constant"
	"go/types"
	"reflect"
	"strings"

	"golang.org/x/tools/go/ssa"

	"github.com/sessionlint/sessionlint/internal/model"
	"github.com/sessionlint/sessionlint/passes/calls"
	"github.com/sessionlint/sessionlint/passes/fields"
)

func fieldName(addr *ssa.FieldAddr) string { return fields.Of(addr.X.Type(), addr.Field).Name() }

// claimOf names the claim that a field of a struct is, by its tag.
func (e *engine) claimOf(t types.Type, i int) string {
	if p, ok := t.Underlying().(*types.Pointer); ok {
		t = p.Elem()
	}
	s, ok := t.Underlying().(*types.Struct)
	if !ok || i >= s.NumFields() {
		return ""
	}
	if f := e.model.BearerField(t, s.Field(i).Name()); f != nil && f.Claim != "" && f.Option == model.NoOption {
		return f.Claim
	}
	name, _, _ := strings.Cut(reflect.StructTag(s.Tag(i)).Get("json"), ",")
	return name
}

// tests are the claims that a package tests by hand, by type and claim, and
// the functions that do so.
type tests map[string]map[*ssa.Function]bool

func (t tests) add(key string, in ssa.Instruction) {
	if t[key] == nil {
		t[key] = map[*ssa.Function]bool{}
	}
	t[key][outermost(in.Parent())] = true
}

// tested finds them: loads of fields, look-ups in maps and methods of claims
// whose result takes part in a decision, and the checks of libraries.
func (e *engine) tested() tests {
	if e.testedClaims != nil {
		return e.testedClaims
	}
	e.testedClaims = tests{}
	e.each(func(instr ssa.Instruction) {
		switch instr := instr.(type) {
		case *ssa.FieldAddr:
			if claim := e.claimOf(instr.X.Type(), instr.Field); claim != "" && instr.Referrers() != nil {
				for _, ref := range *instr.Referrers() {
					if v, ok := ref.(ssa.Value); ok && e.judged(v, 0) {
						e.note(instr, claim)
					}
				}
			}
		case *ssa.Field:
			if claim := e.claimOf(instr.X.Type(), instr.Field); claim != "" && e.judged(instr, 0) {
				e.noteType(instr.X.Type(), claim, instr)
			}
		case *ssa.Lookup:
			k, ok := instr.Index.(*ssa.Const)
			if ok && k.Value != nil && k.Value.Kind() == constant.String && e.judged(instr, 0) {
				e.testedClaims.add("map "+constant.StringVal(k.Value), instr)
			}
		case *ssa.Call:
			e.noteCheck(instr)
		}
	})
	return e.testedClaims
}

// note marks a claim of the struct that a field belongs to and of those that
// embed it on the way.
func (e *engine) note(addr *ssa.FieldAddr, claim string) {
	for {
		e.noteType(addr.X.Type(), claim, addr)
		outer, ok := addr.X.(*ssa.FieldAddr)
		if !ok {
			return
		}
		addr = outer
	}
}

func (e *engine) noteType(t types.Type, claim string, in ssa.Instruction) {
	if name := claimsName(t); name != "" {
		e.testedClaims.add(name+" "+claim, in)
	}
}

// noteCheck: a check of a library, or a method of claims that returns one.
func (e *engine) noteCheck(call *ssa.Call) {
	b := e.bearer(call)
	if b == nil {
		e.noteMethod(call)
		return
	}
	if b.Act != model.BearerCheck || !e.judged(call, 0) && !e.erred(call) {
		return
	}
	what := arg(b, call, model.ArgClaims)
	if what == nil {
		return
	}
	names := []string{e.typeOfClaims(what)}
	for {
		part, ok := what.(*ssa.Field)
		if !ok {
			break
		}
		names = append(names, claimsName(part.X.Type()))
		what = part.X
	}
	if load, ok := what.(*ssa.UnOp); ok {
		what = load.X
	}
	if addr, ok := what.(*ssa.FieldAddr); ok { // a method of an embedded struct
		for {
			names = append(names, claimsName(addr.X.Type()))
			outer, ok := addr.X.(*ssa.FieldAddr)
			if !ok {
				break
			}
			addr = outer
		}
	}
	set := noOptions()
	for _, slot := range []model.Slot{model.ArgConfig, model.ArgOption, model.ArgExpected} {
		if v := arg(b, call, slot); v != nil {
			set = set.both(e.expected(v))
		}
	}
	for _, name := range names {
		if b.Claim != "" && required(b, call) {
			e.testedClaims.add(name+" "+b.Claim, call)
		}
		if b.Demands&model.ExpIfPresent != 0 {
			e.testedClaims.add(name+" exp?", call)
		}
		for t := range set.terms {
			if t.option == model.DemandClaim {
				e.testedClaims.add(name+" "+t.claim, call)
			}
		}
	}
}

// noteMethod: a method of a token of a library, or of claims, that returns one
// of them.
func (e *engine) noteMethod(call *ssa.Call) {
	callee := calls.Callee(call.Common())
	ops := calls.Operands(call.Common())
	if callee == nil || callee.Signature().Recv() == nil || len(ops) == 0 {
		return
	}
	typ := libraryToken(ops[0].Type())
	if typ == "" {
		return
	}
	claim := strings.TrimPrefix(callee.Name(), "Get")
	for long, short := range map[string]string{"Expiration": "exp", "Issuer": "iss", "Audience": "aud", "Subject": "sub", "NotBefore": "nbf"} {
		if claim == long && e.judged(call, 0) {
			e.testedClaims.add(typ+" "+short, call)
		}
	}
	if (claim == "Get" || claim == "String" || claim == "PrivateClaims" || claim == "") && len(ops) > 1 {
		if name, ok := e.text(ops[1]); ok {
			e.testedClaims.add(typ+" "+name, call) // whatever is done with it
		}
	}
}

// expected returns what a struct of expected claims, or options, demand.
func (e *engine) expected(v ssa.Value) optionSet {
	leaves, _ := e.sources(v)
	out := noOptions()
	for _, leaf := range leaves {
		if call, ok := leaf.(*ssa.Call); ok { // expected.WithTime(now)
			if ops := call.Call.Args; len(ops) > 0 && isStruct(ops[0].Type()) {
				out = out.both(e.expected(ops[0]))
				continue
			}
		}
		out = out.both(e.options(leaf, 0))
	}
	return out
}

// required reports whether a check refuses a token that lacks the claim.
func required(b *model.Bearer, call *ssa.Call) bool {
	v := arg(b, call, model.ArgValue)
	if v == nil || !isBool(v.Type()) {
		return true
	}
	k, ok := v.(*ssa.Const)
	return !ok || k.Value == nil || constant.BoolVal(k.Value)
}

// erred reports whether the error of a check is looked at or handed back.
func (e *engine) erred(call *ssa.Call) bool {
	return call.Referrers() != nil && len(*call.Referrers()) > 0
}

// judged reports whether a value takes part in a decision, through what only
// computes.
func (e *engine) judged(v ssa.Value, depth int) bool {
	return e.decides(v, 0) || e.compared(v, 0)
}

// compared follows a value through loads, methods and arithmetic to a
// comparison.
func (e *engine) compared(v ssa.Value, depth int) bool {
	if depth > 6 || v.Referrers() == nil || e.spent() {
		return false
	}
	for _, ref := range *v.Referrers() {
		switch ref := ref.(type) {
		case *ssa.BinOp, *ssa.If:
			return true
		case *ssa.UnOp, *ssa.FieldAddr, *ssa.Field, *ssa.Extract, *ssa.TypeAssert, *ssa.Convert, *ssa.ChangeType, *ssa.MakeInterface, *ssa.Phi:
			if e.compared(ref.(ssa.Value), depth+1) {
				return true
			}
		case *ssa.Call:
			if !prints(ref.Common()) && isBoolish(ref.Type()) {
				return true
			}
			if e.compared(ref, depth+1) {
				return true
			}
		}
	}
	return false
}

func isBoolish(t types.Type) bool {
	if tuple, ok := t.(*types.Tuple); ok && tuple.Len() > 0 {
		t = tuple.At(tuple.Len() - 1).Type()
	}
	return isBool(t)
}

// checked reports whether something tests a claim of what a verification
// fills in: the function itself, one that it calls or that calls it, or, where
// that cannot be told, any function of the package.
func (e *engine) checked(p *Parse, claim string) bool {
	return p.Claims != "" && e.related(outermost(p.call.Parent()), e.tested()[p.Claims+" "+claim])
}

func (e *engine) related(fn *ssa.Function, testers map[*ssa.Function]bool) bool {
	if len(testers) == 0 {
		return false
	}
	if isExported(fn) || e.mentions[fn] || fn.Signature.Recv() != nil || testers[fn] {
		return true
	}
	for tester := range testers {
		if e.calls(tester, fn, 0) || e.calls(fn, tester, 0) {
			return true
		}
	}
	return false
}

// calls reports whether a function calls another one, directly or not.
func (e *engine) calls(from, to *ssa.Function, depth int) bool {
	if depth > 3 || e.spent() {
		return true // not known
	}
	for _, call := range e.callers[to] {
		caller := outermost(call.Parent())
		if caller == from || caller != to && e.calls(from, caller, depth+1) {
			return true
		}
	}
	return false
}

// testsType reports whether something tells tokens of one purpose from others:
// their type, scope or audience.
func (e *engine) testsType(p *Parse) bool {
	if p.demands["aud"] == Required || p.demands["typ"] == Required || p.demands["sub"] == Required {
		return true
	}
	for key, in := range e.tested() {
		typ, claim, _ := strings.Cut(key, " ")
		if typ == p.Claims && isTypeClaim(claim) && e.related(outermost(p.call.Parent()), in) {
			return true
		}
	}
	return false
}

// isTypeClaim reports whether a claim says what a token is for.
func isTypeClaim(claim string) bool {
	switch strings.ToLower(claim) {
	case "typ", "type", "token_type", "tokentype", "scope", "scp", "purpose", "use", "kind", "token_use", "usage", "aud", "action", "intent":
		return true
	}
	return false
}
