package bearer

import (
	"go/types"

	"golang.org/x/tools/go/ssa"

	"github.com/sessionlint/sessionlint/internal/model"
	"github.com/sessionlint/sessionlint/passes/calls"
)

// verifies reports whether a function verifies the same token somewhere.
func (e *engine) verifies(fn *ssa.Function, tok ssa.Value, depth int) bool {
	if depth > 3 || e.spent() {
		return true // not known
	}
	root := calls.Outermost(fn)
	leaves, _ := e.sources(tok)
	same := func(v ssa.Value) bool {
		if v == nil {
			return false
		}
		v = unconverted(v)
		if v == unconverted(tok) {
			return true
		}
		others, _ := e.sources(v)
		for _, a := range leaves {
			for _, b := range others {
				if unconverted(a) == unconverted(b) {
					return true
				}
			}
		}
		return false
	}
	found := false
	var look func(fn *ssa.Function)
	look = func(fn *ssa.Function) {
		for _, b := range fn.Blocks {
			for _, instr := range b.Instrs {
				if call, ok := instr.(ssa.CallInstruction); ok && !found {
					found = e.verifiesIn(call, same, depth)
				}
			}
		}
		for _, inner := range fn.AnonFuncs {
			look(inner)
		}
	}
	look(root)
	return found
}

func (e *engine) verifiesIn(call ssa.CallInstruction, same func(ssa.Value) bool, depth int) bool {
	if b := e.bearer(call); b != nil {
		if b.Act != model.BearerVerify {
			return false
		}
		if set := e.parserOptions(b, call); set.terms[term{model.SkipVerify, ""}].always {
			return false
		}
		return same(e.rawToken(arg(b, call, model.ArgToken)))
	}
	ops := calls.Operands(call.Common())
	if fn := calls.Body(e.pkg, call.Common()); fn != nil {
		for i, op := range ops {
			if i < len(fn.Params) && (isString(op.Type()) || isBytes(op.Type())) && same(op) && e.verifies(fn, fn.Params[i], depth+1) {
				return true
			}
		}
		return false
	}
	callee := calls.Callee(call.Common())
	if callee == nil || pure(callee) || prints(call.Common()) {
		return false
	}
	fact := e.imported(callee)
	for i, op := range ops {
		if (isString(op.Type()) || isBytes(op.Type())) && same(op) {
			if fact != nil && i < 32 && fact.Verifies&(1<<i) != 0 || fact == nil && verifierName(callee) {
				return true
			}
		}
	}
	return false
}

func isBytes(t types.Type) bool {
	s, ok := t.Underlying().(*types.Slice)
	return ok && types.Identical(s.Elem(), types.Typ[types.Byte])
}

func unconverted(v ssa.Value) ssa.Value {
	for {
		switch x := v.(type) {
		case *ssa.Convert:
			v = x.X
		case *ssa.ChangeType:
			v = x.X
		default:
			return v
		}
	}
}

// verifierName: a function of other people, or of an interface, that says that
// it verifies.
func verifierName(callee *types.Func) bool {
	return hasWord(callee.Name(), "verify", "validate", "introspect", "authenticate", "check", "parse", "lookup", "find", "get", "exchange")
}
