package bearer

import (
	"go/constant"
	"go/token"
	"go/types"
	"slices"

	"golang.org/x/tools/go/ssa"

	"github.com/sessionlint/sessionlint/internal/evidence"
	"github.com/sessionlint/sessionlint/internal/model"
	"github.com/sessionlint/sessionlint/passes/calls"
	"github.com/sessionlint/sessionlint/passes/fields"
)

// A term is one thing that options say.
type term struct {
	option model.Option
	claim  string
}

// A setting is how options say it.
type setting struct {
	always bool // on every path
	values []string
	known  bool // values are all there are
	secret ssa.Value
	at     evidence.Step
}

// An optionSet is what a list of options says.
type optionSet struct {
	terms    map[term]setting
	complete bool // nothing else is said
	why      string
}

func noOptions() optionSet { return optionSet{terms: map[term]setting{}, complete: true} }

func unknownOptions(why string) optionSet {
	return optionSet{terms: map[term]setting{}, why: why}
}

// both joins what two lists say that are given together.
func (s optionSet) both(o optionSet) optionSet {
	out := optionSet{terms: map[term]setting{}, complete: s.complete && o.complete, why: s.why}
	if out.why == "" {
		out.why = o.why
	}
	for k, v := range s.terms {
		out.terms[k] = v
	}
	for k, v := range o.terms {
		if have, ok := out.terms[k]; ok {
			v.always = v.always || have.always
		}
		out.terms[k] = v
	}
	return out
}

// either joins what two lists say of which one is given.
func (s optionSet) either(o optionSet) optionSet {
	out := s.both(o)
	for k, v := range out.terms {
		a, inA := s.terms[k]
		b, inB := o.terms[k]
		v.always = inA && inB && a.always && b.always
		v.known = v.known && (!inA || a.known) && (!inB || b.known)
		if inA && inB {
			v.values = union(a.values, b.values)
		}
		out.terms[k] = v
	}
	return out
}

func union(a, b []string) []string {
	out := append(slices.Clone(a), b...)
	slices.Sort(out)
	return slices.Compact(out)
}

// options returns what a list of options, or a single one, says.
func (e *engine) options(v ssa.Value, depth int) optionSet {
	if v == nil {
		return noOptions()
	}
	if depth > maxDepth || e.spent() {
		return unknownOptions("too much code")
	}
	if made, ok := v.(*ssa.MakeInterface); ok {
		return e.options(made.X, depth+1)
	}
	switch v := v.(type) {
	case *ssa.Const:
		return noOptions()
	case *ssa.Slice:
		return e.optionsIn(v, depth)
	case *ssa.Call:
		if b, ok := v.Call.Value.(*ssa.Builtin); ok && b.Name() == "append" {
			return e.options(v.Call.Args[0], depth+1).both(e.options(v.Call.Args[1], depth+1))
		}
		if b := e.bearer(v); b != nil {
			return e.option(b, v, depth)
		}
		if set, ok := e.factOptions(v); ok {
			return set
		}
	case *ssa.Extract:
		if call, ok := v.Tuple.(*ssa.Call); ok && e.bearer(call) != nil {
			return e.options(call, depth+1)
		}
	case *ssa.Alloc:
		return e.configured(v, depth)
	}
	leaves, complete := e.sources(v)
	if len(leaves) == 0 || len(leaves) == 1 && leaves[0] == v {
		return unknownOptions(describe(v))
	}
	out := e.options(leaves[0], depth+1)
	for _, leaf := range leaves[1:] {
		out = out.either(e.options(leaf, depth+1))
	}
	if !complete {
		out.complete = false
	}
	return out
}

// optionsIn returns what the elements of a literal say.
func (e *engine) optionsIn(slice *ssa.Slice, depth int) optionSet {
	elems := calls.Elements(slice)
	if len(elems) == 1 && elems[0] == ssa.Value(slice) {
		leaves, _ := e.sources(slice.X)
		if len(leaves) == 1 && leaves[0] != slice.X {
			return e.options(leaves[0], depth+1)
		}
		return unknownOptions("a part of a slice")
	}
	out := noOptions()
	for _, elem := range elems {
		out = out.both(e.options(elem, depth+1))
	}
	return out
}

// option returns what a modelled option, or a parser made of options, says.
func (e *engine) option(b *model.Bearer, call *ssa.Call, depth int) optionSet {
	at := e.step(call)
	out := noOptions()
	switch b.Act {
	case model.BearerParser:
		if v := arg(b, call, model.ArgOption); v != nil {
			out = e.options(v, depth+1)
		}
	case model.BearerOption:
		if b.Option == model.WithinParser {
			return e.options(arg(b, call, model.ArgOption), depth+1)
		}
	default:
		return unknownOptions(b.Symbol)
	}
	s := setting{always: true, at: at, known: true, secret: arg(b, call, model.ArgSecret)}
	claim := b.Claim
	if name := arg(b, call, model.ArgName); name != nil {
		claim, s.known = e.text(name)
		if !s.known {
			return unknownOptions("the name of a claim")
		}
	}
	if v := arg(b, call, model.ArgAlgorithm); v != nil {
		s.values, s.known = e.algorithms(v)
	}
	if b.Option == model.SkipVerify || b.Option == model.SkipClaims {
		if v := arg(b, call, model.ArgValue); v != nil { // a bool: false switches the check off
			k, ok := v.(*ssa.Const)
			if !ok {
				return unknownOptions(describe(v))
			}
			if k.Value != nil && constant.BoolVal(k.Value) {
				return out
			}
		}
	}
	if v := arg(b, call, model.ArgClaims); v != nil {
		s.secret = v
		out.terms[term{model.NoOption, "claims"}] = s
	}
	if b.Option != model.NoOption {
		out.terms[term{b.Option, claim}] = s
	}
	if b.Act == model.BearerParser && b.Demands&model.ExpRequired != 0 {
		out.terms[term{model.DemandClaim, "exp"}] = setting{always: true, at: at, known: true}
	}
	return out
}

// configured returns what the fields of a struct say: those of a parser, a
// middleware, or of expected claims.
func (e *engine) configured(addr ssa.Value, depth int) optionSet {
	out := noOptions()
	p, ok := addr.Type().Underlying().(*types.Pointer)
	if !ok || !isStruct(p.Elem()) || depth > maxDepth {
		return unknownOptions("a variable")
	}
	for _, ref := range *addr.Referrers() {
		switch ref := ref.(type) {
		case *ssa.Store:
			if ref.Addr == addr {
				out = out.both(e.options(ref.Val, depth+1))
			}
		case *ssa.FieldAddr:
			out = out.both(e.configuredField(ref, p.Elem(), depth))
		}
	}
	return out
}

func (e *engine) configuredField(addr *ssa.FieldAddr, t types.Type, depth int) optionSet {
	field := e.model.BearerField(t, fieldName(addr))
	if field == nil {
		if isStruct(fields.Of(t, addr.Field).Type()) {
			return e.configured(addr, depth+1)
		}
		return noOptions()
	}
	out := noOptions()
	for _, use := range *addr.Referrers() {
		if store, ok := use.(*ssa.Store); ok && store.Addr == addr {
			out = out.both(e.fieldOption(field, store))
		}
	}
	return out
}

func (e *engine) fieldOption(field *model.BearerField, store *ssa.Store) optionSet {
	out := noOptions()
	if field.Option == model.NoOption {
		return out
	}
	s := setting{always: true, known: true, secret: store.Val, at: e.storeStep(store)}
	switch k, isConst := store.Val.(*ssa.Const); {
	case isBool(store.Val.Type()):
		if !isConst {
			return unknownOptions(describe(store.Val))
		}
		if constant.BoolVal(k.Value) != field.Sense {
			return out
		}
	case isConst && (k.Value == nil || k.Value.Kind() == constant.String && constant.StringVal(k.Value) == ""):
		return out
	}
	if field.Option == model.OnlyAlgorithms {
		s.values, s.known = e.algorithms(store.Val)
	}
	out.terms[term{field.Option, field.Claim}] = s
	return out
}

func isBool(t types.Type) bool {
	b, ok := t.Underlying().(*types.Basic)
	return ok && b.Info()&types.IsBoolean != 0
}

// algorithms returns the names of algorithms that a value holds.
func (e *engine) algorithms(v ssa.Value) (names []string, known bool) {
	known = true
	add := func(v ssa.Value) {
		leaves, complete := e.sources(v)
		known = known && complete && len(leaves) > 0
		for _, leaf := range leaves {
			name, ok := e.algorithm(leaf, 0)
			known = known && ok
			if ok {
				names = append(names, name)
			}
		}
	}
	leaves, complete := e.sources(v)
	known = complete
	for _, leaf := range leaves {
		for _, elem := range calls.Elements(leaf) {
			add(elem)
		}
	}
	slices.Sort(names)
	return slices.Compact(names), known && len(names) > 0
}

// algorithm names one: a constant, a signing method, its name or Alg().
func (e *engine) algorithm(v ssa.Value, depth int) (string, bool) {
	if depth > 4 {
		return "", false
	}
	switch v := v.(type) {
	case *ssa.Const:
		if v.Value != nil && v.Value.Kind() == constant.String {
			return constant.StringVal(v.Value), true
		}
	case *ssa.MakeInterface:
		return e.algorithm(v.X, depth+1)
	case *ssa.UnOp:
		if v.Op != token.MUL {
			return "", false
		}
		switch x := v.X.(type) {
		case *ssa.Global:
			return algorithmNamed(x.Name())
		case *ssa.FieldAddr:
			return e.algorithm(x.X, depth+1)
		}
	case *ssa.Field:
		return e.algorithm(v.X, depth+1)
	case *ssa.Call: // SigningMethodHS256.Alg(), GetSigningMethod("HS256"), jwa.HS256()
		if ops := calls.Operands(v.Common()); len(ops) == 1 {
			leaves, complete := e.sources(ops[0])
			if len(leaves) == 1 && complete {
				return e.algorithm(leaves[0], depth+1)
			}
		}
		if callee := calls.Callee(v.Common()); callee != nil {
			return algorithmNamed(callee.Name())
		}
	}
	return "", false
}

// algorithmNamed finds the name of an algorithm at the end of an identifier.
func algorithmNamed(name string) (string, bool) {
	for _, alg := range []string{
		"HS256", "HS384", "HS512", "RS256", "RS384", "RS512", "PS256", "PS384", "PS512",
		"ES256", "ES384", "ES512", "EdDSA", "EdDSA25519", "none",
	} {
		if len(name) >= len(alg) && name[len(name)-len(alg):] == alg {
			return alg, true
		}
	}
	if name == "SigningMethodNone" || name == "NONE" || name == "NoSignature" || len(name) > 6 && name[len(name)-4:] == "None" {
		return "none", true
	}
	return "", false
}

// text returns the constant text that a value is.
func (e *engine) text(v ssa.Value) (string, bool) {
	leaves, complete := e.sources(v)
	if len(leaves) == 1 && complete {
		if k, ok := leaves[0].(*ssa.Const); ok && k.Value != nil && k.Value.Kind() == constant.String {
			return constant.StringVal(k.Value), true
		}
	}
	return "", false
}

func describe(v ssa.Value) string {
	switch v := v.(type) {
	case *ssa.Parameter:
		return "a parameter"
	case *ssa.Call:
		if callee := calls.Callee(v.Common()); callee != nil {
			return callee.Name() + "()"
		}
	case *ssa.UnOp:
		switch x := v.X.(type) {
		case *ssa.Global:
			return x.Name()
		case *ssa.FieldAddr:
			return "field " + fields.Of(x.X.Type(), x.Field).Name()
		}
	}
	return "a value that is made elsewhere"
}

// step returns the place of a call.
func (e *engine) step(call ssa.CallInstruction) evidence.Step {
	if expr := e.callOf(call); expr != nil {
		return evidence.Step{Start: expr.Pos(), Stop: expr.End()}
	}
	return evidence.Step{Start: call.Pos(), Stop: call.Pos()}
}

func (e *engine) storeStep(store ssa.Instruction) evidence.Step {
	if expr := e.syntax.stored(store.Pos()); expr != nil {
		return evidence.Step{Start: expr.Pos(), Stop: expr.End()}
	}
	return evidence.Step{Start: store.Pos(), Stop: store.Pos()}
}
