package bearer

import (
	"go/constant"
	"go/types"
	"reflect"
	"slices"
	"strings"

	"golang.org/x/tools/go/ssa"

	"github.com/sessionlint/sessionlint/internal/model"
	"github.com/sessionlint/sessionlint/internal/words"
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
	t[key][calls.Outermost(in.Parent())] = true
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
			if claim := e.claimOf(instr.X.Type(), instr.Field); claim != "" {
				for _, ref := range calls.Uses(instr) {
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
	e.noteValidation(call, callee, ops[0])
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

// byMethod is the mark of claims whose own method has a verdict on them.
const byMethod = "(by a method)"

// noteValidation: claims.Valid() and its kin, if the verdict counts and they do
// not say yes to everything.
func (e *engine) noteValidation(call *ssa.Call, callee *types.Func, claims ssa.Value) {
	if e.bearer(call) != nil || !slices.ContainsFunc(words.Split(callee.Name()), isVerdict) {
		return
	}
	name := claimsName(claims.Type())
	if name == "" || !e.judged(call, 0) && !e.erred(call) || e.saysYes(call) {
		return
	}
	e.testedClaims.add(name+" "+byMethod, call)
}

func isVerdict(word string) bool {
	return slices.Contains([]string{"valid", "validate", "verify", "check", "expired"}, word)
}

// saysYes reports whether a function of the package returns nil, or true,
// whatever it is given.
func (e *engine) saysYes(call *ssa.Call) bool {
	fn := calls.Body(e.pkg, call.Common())
	if fn == nil || len(fn.Blocks) == 0 {
		return false
	}
	for _, b := range fn.Blocks {
		if ret, ok := b.Instrs[len(b.Instrs)-1].(*ssa.Return); ok && len(ret.Results) > 0 {
			if k, ok := ret.Results[len(ret.Results)-1].(*ssa.Const); !ok || k.Value != nil && k.Value.String() != "true" {
				return false
			}
		}
	}
	return true
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
