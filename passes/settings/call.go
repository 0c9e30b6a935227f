package settings

import (
	"go/types"
	"strings"

	"golang.org/x/tools/go/ssa"

	"github.com/sessionlint/sessionlint/passes/calls"
)

// call evaluates a call with one scalar result.
func (e *engine) call(v *ssa.Call) values {
	fn := calls.Callee(v.Common())
	if fn != nil && e.body(v.Common()) == nil {
		if vals := e.standard(fn.FullName(), calls.Operands(v.Common())); vals != nil {
			return vals
		}
		if asksForTLS(fn) {
			return values{{Kind: fromTLS}}
		}
	}
	return e.result(v, 0, "", scalar)[0]
}

// asksForTLS recognises questions of frameworks about the connection: echo's
// IsTLS, fiber's Secure, beego's IsSecure.
func asksForTLS(fn *types.Func) bool {
	sig := fn.Signature()
	if fn.Pkg() == nil || sig.Recv() == nil || sig.Params().Len() != 0 || sig.Results().Len() != 1 {
		return false
	}
	if b, ok := sig.Results().At(0).Type().Underlying().(*types.Basic); !ok || b.Kind() != types.Bool {
		return false
	}
	switch strings.ToLower(fn.Name()) {
	case "istls", "issecure", "ishttps", "isssl", "secure":
		return settles(fn.Pkg().Path())
	}
	return false
}

// result returns the values of a shape below a path of result i of a call.
func (e *engine) result(call *ssa.Call, i int, path string, sh *shape) state {
	common := call.Common()
	if fn := e.body(common); fn != nil {
		return e.substitute(e.results(fn, i, path, sh), fn, call)
	}
	callee := calls.Callee(common)
	if callee == nil {
		return e.opaque(place{call, path}, sh)
	}
	if f := e.model.Func(callee); f != nil {
		if st := e.modelResult(f, call, path, sh); st != nil {
			return st
		}
		if e.isCredential(f, call) {
			return uniform(sh, func(string) values {
				return values{{Kind: unknown, Str: e.describe(place{call, path}), credential: true}}
			})
		}
	}
	if sum := e.imported(callee); sum != nil {
		if st := sum.result(i, path, sh); st != nil {
			return e.substituteFact(st, call)
		}
	}
	return e.opaque(place{call, path}, sh)
}

// results joins what the returns of a function of this package give.
func (e *engine) results(fn *ssa.Function, i int, path string, sh *shape) state {
	key := flowKey{place{fn, path}, sh.key + "#" + string(rune('0'+i)), fn}
	if st, ok := e.returned[key]; ok {
		return st
	}
	if e.busy[key] {
		return uniform(sh, func(string) values { return unknownValue("a recursive call", 0, 0) })
	}
	e.busy[key] = true
	var st state
	for _, b := range fn.Blocks {
		if ret, ok := b.Instrs[len(b.Instrs)-1].(*ssa.Return); ok && i < len(ret.Results) {
			if isNil(ret.Results[i]) && len(ret.Results) > 1 {
				continue // return nil, err
			}
			st = st.join(e.branch(e.inside(ret.Results[i], path, sh, ret), b))
		}
	}
	delete(e.busy, key)
	if st == nil {
		st = uniform(sh, func(string) values { return unknownValue(fn.Name()+"()", 0, 0) })
	}
	for k := range st {
		st[k] = e.settle(st[k])
	}
	e.returned[key] = st
	return st
}

func isNil(v ssa.Value) bool {
	c, ok := v.(*ssa.Const)
	return ok && c.Value == nil && !isStruct(c.Type())
}

// substitute replaces parameters of a function by the arguments of a call.
func (e *engine) substitute(st state, fn *ssa.Function, call ssa.CallInstruction) state {
	args := calls.Operands(call.Common())
	out := make(state, len(st))
	for k, vals := range st {
		for _, a := range vals {
			if a.Kind != parameter || a.owner != fn {
				out[k] = out[k].with(a)
				continue
			}
			out[k] = out[k].with(e.argument(a, args, call)...)
		}
	}
	return out
}

// argument returns what a parameter atom stands for in a call.
func (e *engine) argument(a Atom, args []ssa.Value, call ssa.CallInstruction) values {
	if int(a.Int) >= len(args) || a.Int < 0 {
		return unknownValue("an argument", 0, 0)
	}
	arg := args[a.Int]
	vals := e.inside(arg, a.Str, scalar, call)[0]
	expr := e.argExpr(call, int(a.Int))
	return vals.each(func(b Atom) Atom {
		if expr != nil && a.Str == "" && b.Kind != parameter {
			b.Pos, b.End = expr.Pos(), expr.End()
		}
		if a.Negated {
			b = b.not()
		}
		return b
	})
}
