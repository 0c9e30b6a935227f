package settings

import (
	"go/types"
	"strings"

	"golang.org/x/tools/go/ssa"

	"github.com/sessionlint/sessionlint/internal/model"
)

// calleeOf returns the function or interface method that a call names, or nil
// for a call of a function value.
func calleeOf(call *ssa.CallCommon) *types.Func {
	if call.IsInvoke() {
		return call.Method.Origin()
	}
	if fn := call.StaticCallee(); fn != nil {
		if obj, ok := fn.Object().(*types.Func); ok {
			return obj.Origin()
		}
	}
	return nil
}

// body returns the function of this package that a call runs, or nil.
func (e *engine) body(call *ssa.CallCommon) *ssa.Function {
	fn := call.StaticCallee()
	if fn == nil {
		return nil
	}
	if origin := fn.Origin(); origin != nil {
		fn = origin
	}
	if fn.Pkg != e.pkg || len(fn.Blocks) == 0 {
		return nil
	}
	return fn
}

// param returns the argument for the model's parameter index, which does not
// count the receiver.
func param(call *ssa.CallCommon, i int) ssa.Value {
	if i == model.Receiver {
		if call.IsInvoke() {
			return call.Value
		}
		if call.Signature().Recv() != nil && len(call.Args) > 0 {
			return call.Args[0]
		}
		return nil
	}
	if !call.IsInvoke() && call.Signature().Recv() != nil {
		i++
	}
	if i < 0 || i >= len(call.Args) {
		return nil
	}
	return call.Args[i]
}

// unpack returns the elements of a slice made for a variadic call, or the
// value itself.
func unpack(v ssa.Value) []ssa.Value {
	slice, ok := v.(*ssa.Slice)
	if !ok {
		return []ssa.Value{v}
	}
	array, ok := slice.X.(*ssa.Alloc)
	if !ok || array.Comment != "varargs" && array.Comment != "slicelit" {
		return []ssa.Value{v}
	}
	var elems []ssa.Value
	for _, ref := range *array.Referrers() {
		if addr, ok := ref.(*ssa.IndexAddr); ok {
			for _, use := range *addr.Referrers() {
				if store, ok := use.(*ssa.Store); ok && store.Addr == addr {
					elems = append(elems, store.Val)
				}
			}
		}
	}
	return elems
}

// call evaluates a call with one scalar result.
func (e *engine) call(v *ssa.Call) values {
	fn := calleeOf(v.Common())
	if fn != nil && e.body(v.Common()) == nil {
		if vals := e.standard(fn.FullName(), operands(v.Common())); vals != nil {
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
	if sig.Recv() == nil || sig.Params().Len() != 0 || sig.Results().Len() != 1 {
		return false
	}
	if b, ok := sig.Results().At(0).Type().Underlying().(*types.Basic); !ok || b.Kind() != types.Bool {
		return false
	}
	switch strings.ToLower(fn.Name()) {
	case "istls", "issecure", "ishttps", "isssl", "secure":
		return true
	}
	return false
}

// result returns the values of a shape below a path of result i of a call.
func (e *engine) result(call *ssa.Call, i int, path string, sh *shape) state {
	common := call.Common()
	if fn := e.body(common); fn != nil {
		return e.substitute(e.results(fn, i, path, sh), fn, call)
	}
	callee := calleeOf(common)
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
	args := operands(call.Common())
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
			switch b.Kind {
			case boolean:
				b.Bool = !b.Bool
			case parameter:
				b.Negated = !b.Negated
			}
		}
		return b
	})
}

// callEffect: what a call does to a place that one of its arguments leads to.
func (e *engine) callEffect(call ssa.CallInstruction, p place, sh *shape) func(state) state {
	common := call.Common()
	for i, arg := range operands(common) {
		for _, v := range unpack(arg) {
			target := at(v)
			if target.root != p.root || !holdsPointer(v) {
				continue
			}
			if rest, ok := below(target.path, p.path); ok {
				if apply := e.argEffect(call, i, v, rest, sh); apply != nil {
					return apply
				}
			}
		}
	}
	return nil
}

// holdsPointer reports whether a callee can change what the value leads to.
func holdsPointer(v ssa.Value) bool {
	for {
		m, ok := v.(*ssa.MakeInterface)
		if !ok {
			break
		}
		v = m.X
	}
	switch v.Type().Underlying().(type) {
	case *types.Pointer, *types.Interface:
		return true
	}
	return false
}

// argEffect: what a call does to the place at path rest below its operand i.
func (e *engine) argEffect(call ssa.CallInstruction, i int, arg ssa.Value, rest string, sh *shape) func(state) state {
	common := call.Common()
	if fn := e.body(common); fn != nil {
		return e.bodyEffect(call, fn, i, rest, sh)
	}
	callee := calleeOf(common)
	if callee == nil {
		return e.hidden(sh, arg, "a function value")
	}
	if f := e.model.Func(callee); f != nil {
		return e.modelEffect(f, call, i, rest, sh)
	}
	if sum := e.imported(callee); sum != nil {
		return sum.effect(e, call, i, rest, sh)
	}
	if callee.Pkg() == nil || harmless(callee, arg) {
		return nil
	}
	return e.hidden(sh, arg, callee.Name())
}

// bodyEffect runs the flow of a function of this package for its parameter.
func (e *engine) bodyEffect(call ssa.CallInstruction, fn *ssa.Function, i int, rest string, sh *shape) func(state) state {
	if i >= len(fn.Params) || len(e.touching(fn.Params[i], fn)) == 0 {
		return nil
	}
	after := once(func() state {
		var st state
		for _, b := range fn.Blocks {
			last := b.Instrs[len(b.Instrs)-1]
			if _, ok := last.(*ssa.Return); ok {
				st = st.join(e.branch(e.placeAt(place{fn.Params[i], rest}, sh, last), b))
			}
		}
		return st
	})
	return func(before state) state {
		st := after()
		if st == nil {
			return before
		}
		out := make(state, len(sh.paths))
		for k, vals := range st {
			for _, a := range vals {
				if a.Kind == parameter && a.owner == fn && int(a.Int) == i && a.Str == join(rest, sh.paths[k]) {
					out[k] = out[k].with(before[k]...)
				} else {
					out[k] = out[k].with(e.substitute(state{{a}}, fn, call)[0]...)
				}
			}
		}
		return out
	}
}

// hidden: somebody we cannot read may have changed the object. Session stores
// are handed to middleware all the time, which does not change their settings.
func (e *engine) hidden(sh *shape, arg ssa.Value, by string) func(state) state {
	if sh.sturdy || !holdsPointer(arg) {
		return nil
	}
	return func(state) state {
		return uniform(sh, func(string) values { return unknownValue("what "+by+" does with it", 0, 0) })
	}
}

// harmless reports whether a function of another module leaves its argument
// alone: the standard library does, unless it decodes into it.
func harmless(fn *types.Func, arg ssa.Value) bool {
	path := fn.Pkg().Path()
	if first, _, _ := strings.Cut(path, "/"); strings.Contains(first, ".") {
		return false
	}
	if strings.HasPrefix(fn.Name(), "Scan") || strings.HasPrefix(fn.Name(), "Sscan") || strings.HasPrefix(fn.Name(), "Fscan") {
		return false
	}
	switch path {
	case "fmt", "log", "log/slog", "errors", "context":
		return true
	}
	switch arg.(type) {
	case *ssa.MakeInterface:
		return false // json.Unmarshal(data, &v)
	}
	return path != "flag"
}
