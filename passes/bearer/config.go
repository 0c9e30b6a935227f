package bearer

import (
	"go/constant"
	"go/types"

	"golang.org/x/tools/go/ssa"

	"github.com/sessionlint/sessionlint/internal/model"
	"github.com/sessionlint/sessionlint/passes/calls"
	"github.com/sessionlint/sessionlint/passes/fields"
)

// configured returns what the fields of a struct say: those of a parser, a
// middleware, or of expected claims.
func (e *engine) configured(addr ssa.Value, depth int) optionSet {
	out := noOptions()
	p, ok := addr.Type().Underlying().(*types.Pointer)
	if !ok || !isStruct(p.Elem()) || depth > maxDepth {
		return unknownOptions("a variable")
	}
	for _, ref := range calls.Uses(addr) {
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
	for _, use := range calls.Uses(addr) {
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
