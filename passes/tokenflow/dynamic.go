package tokenflow

import (
	"golang.org/x/tools/go/ssa"

	"github.com/sessionlint/sessionlint/passes/calls"
	"github.com/sessionlint/sessionlint/passes/fields"
)

// dynamic: the call of a function value that is in sight.
func (e *engine) dynamic(call *ssa.Call, i int) origins {
	var out origins
	for _, fn := range e.functions(call.Common().Value, 0) {
		if method := e.boundMethod(fn); method != nil {
			out = out.with(e.returned(method, i, "").each(withoutParam)...)
			continue
		}
		if fn.Pkg == e.pkg && len(fn.Blocks) > 0 {
			out = out.with(e.substitute(e.returned(fn, i, ""), fn, call)...)
		}
	}
	if out == nil {
		return unknown("a function value")
	}
	return out
}

// boundMethod returns the method of this package that a method value stands for.
func (e *engine) boundMethod(fn *ssa.Function) *ssa.Function {
	if method := calls.Original(fn); method != fn && method != nil && method.Pkg == e.pkg && len(method.Blocks) > 0 {
		return method
	}
	return nil
}

// withoutParam forgets a parameter whose argument is not in sight.
func withoutParam(o Origin) Origin {
	if o.Kind == param {
		return Origin{Kind: Unknown, Text: "a method value"}
	}
	return o
}

// functions returns the functions that a value may be, as far as one can see.
func (e *engine) functions(v ssa.Value, depth int) []*ssa.Function {
	if depth > 6 {
		return nil
	}
	switch v := v.(type) {
	case *ssa.Function:
		return []*ssa.Function{v}
	case *ssa.MakeClosure:
		return []*ssa.Function{v.Fn.(*ssa.Function)}
	case *ssa.ChangeType:
		return e.functions(v.X, depth+1)
	case *ssa.MakeInterface:
		return e.functions(v.X, depth+1)
	case *ssa.Phi:
		var out []*ssa.Function
		for _, edge := range v.Edges {
			out = append(out, e.functions(edge, depth+1)...)
		}
		return out
	case *ssa.UnOp:
		if val := e.onlyStored(v.X); val != nil {
			return e.functions(val, depth+1)
		}
		if addr, ok := v.X.(*ssa.FieldAddr); ok {
			var out []*ssa.Function
			for _, store := range e.fieldStores(fields.Of(addr.X.Type(), addr.Field).Origin()) {
				out = append(out, e.functions(store.Val, depth+1)...)
			}
			return out
		}
	case *ssa.Call:
		if fn := e.body(v.Common()); fn != nil {
			var out []*ssa.Function
			for _, ret := range returns(fn) {
				if len(ret.Results) > 0 {
					out = append(out, e.functions(ret.Results[0], depth+1)...)
				}
			}
			return out
		}
	}
	return nil
}

func returns(fn *ssa.Function) []*ssa.Return {
	var out []*ssa.Return
	for _, b := range fn.Blocks {
		if ret, ok := b.Instrs[len(b.Instrs)-1].(*ssa.Return); ok {
			out = append(out, ret)
		}
	}
	return out
}
