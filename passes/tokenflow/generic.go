package tokenflow

import (
	"go/types"
	"slices"

	"golang.org/x/tools/go/ssa"

	"github.com/sessionlint/sessionlint/passes/calls"
)

// comparesTexts reports whether a value is a text, in a generic function too:
// by its constraint, or since every call in the package gives it one.
func (e *engine) comparesTexts(v ssa.Value) bool {
	t, ok := types.Unalias(v.Type()).(*types.TypeParam)
	if !ok {
		return isTextual(v.Type())
	}
	if terms, texts := termsOf(t.Constraint()); terms > 0 {
		return texts == terms
	}
	param, ok := v.(*ssa.Parameter)
	if !ok {
		return false
	}
	i := slices.Index(param.Parent().Params, param)
	callers := e.callersOf(param.Parent())
	for _, call := range callers {
		if args := calls.Operands(call.Common()); i >= len(args) || !isTextual(args[i].Type()) {
			return false
		}
	}
	return len(callers) > 0
}

// termsOf counts the types that a constraint names, and the texts among them.
func termsOf(constraint types.Type) (terms, texts int) {
	iface, ok := constraint.Underlying().(*types.Interface)
	if !ok {
		return 0, 0
	}
	for t := range iface.EmbeddedTypes() {
		switch u := types.Unalias(t).(type) {
		case *types.Union:
			for term := range u.Terms() {
				n, m := termOf(term.Type())
				terms, texts = terms+n, texts+m
			}
		default:
			n, m := termOf(t)
			terms, texts = terms+n, texts+m
		}
	}
	return terms, texts
}

func termOf(t types.Type) (terms, texts int) {
	if types.IsInterface(t) {
		return termsOf(t)
	}
	if isTextual(t) {
		return 1, 1
	}
	return 1, 0
}
