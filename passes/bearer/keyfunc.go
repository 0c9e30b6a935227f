package bearer

import (
	"go/constant"
	"go/token"
	"go/types"
	"slices"
	"strings"

	"golang.org/x/tools/go/ssa"

	"github.com/sessionlint/sessionlint/internal/evidence"
	"github.com/sessionlint/sessionlint/internal/model"
	"github.com/sessionlint/sessionlint/passes/calls"
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
	found   bool   // by a function of the program
	header  string // key material or its address comes from this header of the token
	path    string // the key ID becomes part of a path or of SQL
	at      evidence.Step
	id      string // names the key, where it can be named
}

func (k *keyInfo) join(o *keyInfo) {
	k.symm, k.public, k.untyped = k.symm || o.symm, k.public || o.public, k.untyped || o.untyped
	k.unknown, k.none = k.unknown || o.unknown, k.none || o.none
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

// key describes a key or a key function.
func (e *engine) key(v ssa.Value) *keyInfo {
	if v == nil {
		return &keyInfo{unknown: true}
	}
	if _, isFunc := v.Type().Underlying().(*types.Signature); !isFunc {
		return e.keyValue(v)
	}
	leaves, complete := e.sources(v)
	info := &keyInfo{found: true, method: len(leaves) > 0, unknown: !complete || len(leaves) == 0}
	for _, leaf := range leaves {
		one := e.keyfunc(leaf)
		info.method = info.method && one.method
		info.join(one)
	}
	return info
}

// keyfunc describes a function that finds keys.
func (e *engine) keyfunc(v ssa.Value) *keyInfo {
	var fn *ssa.Function
	switch v := v.(type) {
	case *ssa.Function:
		fn = calls.Original(v)
	case *ssa.MakeClosure:
		fn = calls.Original(v.Fn.(*ssa.Function))
	case *ssa.Call:
		if fact := e.imported(calls.Callee(v.Common())); fact != nil && fact.Key != nil {
			return fact.Key.info()
		}
	}
	if fn == nil {
		return &keyInfo{unknown: true}
	}
	if fn.Pkg != e.pkg || len(fn.Blocks) == 0 {
		if obj, ok := fn.Object().(*types.Func); ok {
			if fact := e.imported(obj); fact != nil && fact.Key != nil {
				return fact.Key.info()
			}
		}
		return &keyInfo{unknown: true}
	}
	if info, ok := e.keys[fn]; ok {
		return info
	}
	info := &keyInfo{}
	e.keys[fn] = info // a function that calls itself finds nothing new
	for _, p := range fn.Params {
		if isToken(p.Type()) {
			e.readsToken(p, info, 0)
		}
	}
	for _, b := range fn.Blocks {
		if ret, ok := b.Instrs[len(b.Instrs)-1].(*ssa.Return); ok && len(ret.Results) > 0 && !fails(ret) {
			info.join(e.keyValue(ret.Results[0]))
		}
	}
	return info
}

// isToken reports whether a parameter is the token that a key is wanted for.
func isToken(t types.Type) bool {
	p, ok := types.Unalias(t).(*types.Pointer)
	if !ok {
		return false
	}
	n, ok := types.Unalias(p.Elem()).(*types.Named)
	return ok && n.Obj().Name() == "Token"
}

// fails reports whether a return hands back an error for certain.
func fails(ret *ssa.Return) bool {
	last := ret.Results[len(ret.Results)-1]
	if len(ret.Results) < 2 || !isErrorType(last.Type()) {
		return false
	}
	switch v := last.(type) {
	case *ssa.Const:
		return v.Value != nil
	case *ssa.MakeInterface, *ssa.Call:
		return true
	case *ssa.UnOp:
		_, global := v.X.(*ssa.Global)
		return global
	case *ssa.Extract:
		k, ok := ret.Results[0].(*ssa.Const)
		return ok && k.Value == nil
	}
	return false
}

func isErrorType(t types.Type) bool {
	return types.Identical(t, types.Universe.Lookup("error").Type())
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
		info.untyped = true
		info.id = e.nameOf(v)
		return info
	}
	info.typed(v.Type())
	info.id = e.nameOf(v)
	return info
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

// readsToken notes what is done with a token whose key is wanted.
func (e *engine) readsToken(tok ssa.Value, info *keyInfo, depth int) {
	if depth > 4 || e.spent() {
		info.unknown = true
		return
	}
	for _, ref := range *tok.Referrers() {
		switch ref := ref.(type) {
		case *ssa.FieldAddr:
			name := fields.Of(ref.X.Type(), ref.Field).Name()
			for _, use := range *ref.Referrers() {
				if load, ok := use.(*ssa.UnOp); ok {
					e.readsField(name, load, info)
				}
			}
		case ssa.CallInstruction:
			fn := calls.Body(e.pkg, ref.Common())
			if fn == nil {
				if !prints(ref.Common()) {
					info.unknown = true
					info.method = true // it may well look
				}
				continue
			}
			for i, op := range calls.Operands(ref.Common()) {
				if op == tok && i < len(fn.Params) {
					e.readsToken(fn.Params[i], info, depth+1)
				}
			}
		}
	}
}

func (e *engine) readsField(name string, v ssa.Value, info *keyInfo) {
	switch name {
	case "Method":
		info.method = info.method || e.decides(v, 0)
	case "Header":
		for _, ref := range *v.Referrers() {
			lookup, ok := ref.(*ssa.Lookup)
			if !ok {
				continue
			}
			key, ok := lookup.Index.(*ssa.Const)
			if !ok || key.Value == nil || key.Value.Kind() != constant.String {
				continue
			}
			e.readsHeader(constant.StringVal(key.Value), lookup, info)
		}
	}
}

func (e *engine) readsHeader(name string, lookup *ssa.Lookup, info *keyInfo) {
	switch name {
	case "alg":
		info.method = info.method || e.decides(lookup, 0)
	case "jku", "x5u", "jwk", "x5c":
		if call := e.reaches(lookup, func(call *ssa.CallCommon, _ int) bool { return fetchesKey(call) }); call != nil {
			info.header, info.at = name, e.step(call)
		}
	case "kid":
		if call := e.reaches(lookup, e.opensOrQueries); call != nil {
			info.path, info.at = calls.Callee(call.Common()).Name(), e.step(call)
		}
	}
}

// fetchesKey reports whether a call can turn what a token says into a key: it
// is none that only compares, prints or looks up.
func fetchesKey(call *ssa.CallCommon) bool {
	callee := calls.Callee(call)
	return callee != nil && !prints(call) && !pure(callee)
}

// opensOrQueries reports whether operand i of a call is the name of a file or
// the text of a statement.
func (e *engine) opensOrQueries(call *ssa.CallCommon, i int) bool {
	callee := calls.Callee(call)
	if callee == nil || callee.Pkg() == nil {
		return false
	}
	switch callee.Pkg().Path() {
	case "os", "io/ioutil":
		return slices.Contains([]string{"ReadFile", "Open", "OpenFile"}, callee.Name()) && i == 0
	}
	f := e.model.Func(callee)
	if f == nil || f.Role != model.DBRead && f.Role != model.DBWrite {
		return false
	}
	for _, a := range f.Args {
		at := a.Index
		if calls.HasReceiver(call) {
			at++
		}
		if a.Slot == model.ArgQuery && at == i {
			return true
		}
	}
	return false
}

// decides reports whether a value takes part in a decision: it is compared, is
// looked up, its type is tested, or a function of the program judges it.
func (e *engine) decides(v ssa.Value, depth int) bool {
	if depth > 6 || v.Referrers() == nil {
		return false
	}
	for _, ref := range *v.Referrers() {
		switch ref := ref.(type) {
		case *ssa.If:
			return true
		case *ssa.BinOp:
			if ref.Op == token.EQL || ref.Op == token.NEQ {
				return true
			}
		case *ssa.TypeAssert:
			if ref.CommaOk && !types.IsInterface(ref.AssertedType) && !isString(ref.AssertedType) || e.decides(ref, depth+1) {
				return true
			}
		case *ssa.Lookup:
			if ref.Index == v {
				return true
			}
		case *ssa.Extract, *ssa.Phi, *ssa.ChangeType, *ssa.ChangeInterface, *ssa.Convert:
			if e.decides(ref.(ssa.Value), depth+1) {
				return true
			}
		case *ssa.MakeInterface:
			if e.decides(ref, depth+1) {
				return true
			}
		case *ssa.Call:
			if prints(ref.Common()) {
				continue
			}
			if callee := calls.Callee(ref.Common()); callee != nil && callee.Name() == "Alg" {
				if e.decides(ref, depth+1) {
					return true
				}
				continue
			}
			return true
		}
	}
	return false
}

func isString(t types.Type) bool {
	b, ok := t.Underlying().(*types.Basic)
	return ok && b.Info()&types.IsString != 0
}
