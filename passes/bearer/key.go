package bearer

import (
	"go/types"
	"slices"
	"strings"

	"golang.org/x/tools/go/ssa"

	"github.com/sessionlint/sessionlint/internal/evidence"
	"github.com/sessionlint/sessionlint/passes/fields"
)

// A keyInfo says what a key, or the function that finds one, leaves open.
type keyInfo struct {
	method  bool   // looks at the algorithm before it hands out a key
	symm    bool   // may hand out bytes
	public  bool   // may hand out a public key
	untyped bool   // hands out a key of any type
	unknown bool   // more than that is not known
	none    bool   // accepts unsigned tokens
	open    bool   // hands out the bytes of a public key
	found   bool   // by a function of the program
	header  string // key material or its address comes from this header of the token
	path    string // the key ID becomes part of a path or of SQL
	at      evidence.Step
	id      string // names the key, where it can be named
}

func (k *keyInfo) join(o *keyInfo) {
	k.symm, k.public, k.untyped = k.symm || o.symm, k.public || o.public, k.untyped || o.untyped
	k.unknown, k.none, k.open = k.unknown || o.unknown, k.none || o.none, k.open || o.open
	if o.header != "" {
		k.header, k.at = o.header, o.at
	}
	if o.path != "" {
		k.path, k.at = o.path, o.at
	}
	if k.id == "" {
		k.id = o.id
	}
}

// keyValue describes key material.
func (e *engine) keyValue(v ssa.Value) *keyInfo {
	info := &keyInfo{}
	switch v := v.(type) {
	case *ssa.MakeInterface:
		info.typed(v.X.Type())
		if isNone(v.X.Type()) {
			info.none = true
			info.symm = false
		}
		info.id = e.nameOf(v.X)
		e.brought(v.X, info)
		info.open = info.symm && e.publicBytes(v.X)
		return info
	case *ssa.Const:
		return info
	case *ssa.Phi:
		for _, edge := range v.Edges {
			if edge != ssa.Value(v) {
				info.join(e.keyValue(edge))
			}
		}
		return info
	}
	if types.IsInterface(v.Type()) {
		leaves, complete := e.sources(v)
		if len(leaves) == 1 && complete && !types.IsInterface(leaves[0].Type()) {
			info.typed(leaves[0].Type())
			info.id = e.nameOf(leaves[0])
			return info
		}
		switch {
		case len(leaves) > 0 && fromKeySet(leaves):
			info.public = true
		case slices.ContainsFunc(leaves, isFound):
			info.unknown = true
		default:
			info.untyped = true
		}
		info.id = e.nameOf(v)
		return info
	}
	info.typed(v.Type())
	info.open = info.symm && e.publicBytes(v)
	info.id = e.nameOf(v)
	return info
}

// fromKeySet reports whether keys are those of a JSON Web Key Set, which its
// owner publishes: public ones.
func fromKeySet(leaves []ssa.Value) bool {
	for _, leaf := range leaves {
		load, ok := leaf.(*ssa.UnOp)
		if !ok {
			return false
		}
		addr, ok := load.X.(*ssa.FieldAddr)
		if !ok || !strings.Contains(types.TypeString(addr.X.Type(), nil), "JSONWebKey") {
			return false
		}
	}
	return true
}

// isFound reports whether a key is what a function that is not in sight, or a
// function value, finds.
func isFound(leaf ssa.Value) bool {
	if x, ok := leaf.(*ssa.Extract); ok {
		leaf = x.Tuple
	}
	_, ok := leaf.(*ssa.Call)
	return ok
}

// typed notes what the type of a key leaves possible.
func (k *keyInfo) typed(t types.Type) {
	switch s := types.TypeString(t, nil); {
	case strings.HasSuffix(s, "PublicKey"), strings.Contains(s, "JSONWebKey"), strings.HasSuffix(s, ".Set"):
		k.public = true
	case s == "[]byte", s == "string", s == "[]uint8":
		k.symm = true
	case strings.HasSuffix(s, "PrivateKey"):
		k.public = true
	default:
		if slice, ok := t.Underlying().(*types.Slice); ok && types.Identical(slice.Elem(), types.Typ[types.Byte]) {
			k.symm = true
			return
		}
		k.untyped = true
	}
}

// isNone: the constant that makes golang-jwt accept unsigned tokens has a type
// of its own.
func isNone(t types.Type) bool {
	n, ok := types.Unalias(t).(*types.Named)
	return ok && n.Obj().Name() == "unsafeNoneMagicConstant"
}

// nameOf names the variable or field that holds a key.
func (e *engine) nameOf(v ssa.Value) string {
	for range 6 {
		switch x := v.(type) {
		case *ssa.Convert:
			v = x.X
		case *ssa.MakeInterface:
			v = x.X
		case *ssa.ChangeType:
			v = x.X
		case *ssa.UnOp:
			switch addr := x.X.(type) {
			case *ssa.Global:
				return addr.Pkg.Pkg.Path() + "." + addr.Name()
			case *ssa.FieldAddr:
				return fields.Of(addr.X.Type(), addr.Field).Id()
			case *ssa.FreeVar:
				return "var " + addr.Name()
			}
			return ""
		case *ssa.Field:
			return fields.Of(x.X.Type(), x.Field).Id()
		case *ssa.Parameter:
			return "var " + x.Name()
		case *ssa.FreeVar:
			return "var " + x.Name()
		default:
			return ""
		}
	}
	return ""
}
