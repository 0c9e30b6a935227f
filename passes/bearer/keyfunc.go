package bearer

import (
	"go/types"

	"golang.org/x/tools/go/ssa"

	"github.com/sessionlint/sessionlint/passes/calls"
)

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
