package bearer

import (
	"go/constant"
	"go/types"

	"golang.org/x/tools/go/ssa"

	"github.com/sessionlint/sessionlint/internal/evidence"
	"github.com/sessionlint/sessionlint/internal/model"
	"github.com/sessionlint/sessionlint/passes/calls"
	"github.com/sessionlint/sessionlint/passes/fields"
)

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
		if v := arg(b, call, model.ArgConfig); v != nil {
			out = out.both(e.options(v, depth+1))
		}
		if v := arg(b, call, model.ArgSecret); v != nil && e.ownKeys(v) {
			out.terms[term{model.OwnKeys, ""}] = setting{always: true, at: at, known: true}
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

// ownKeys reports whether a set of keys is of a type of the program: it makes the
// tokens that it verifies.
func (e *engine) ownKeys(v ssa.Value) bool {
	made, ok := v.(*ssa.MakeInterface)
	if !ok {
		return false
	}
	t := made.X.Type()
	if p, ok := types.Unalias(t).(*types.Pointer); ok {
		t = p.Elem()
	}
	n, ok := types.Unalias(t).(*types.Named)
	return ok && n.Obj().Pkg() != nil && (n.Obj().Pkg() == e.pass.Pkg || e.pass.ImportPackageFact(n.Obj().Pkg(), new(OwnFact)))
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
