package bearer

import (
	"go/constant"
	"go/token"
	"slices"

	"golang.org/x/tools/go/ssa"

	"github.com/sessionlint/sessionlint/passes/calls"
)

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
