package tokenflow

import (
	"go/types"

	"golang.org/x/tools/go/ssa"

	"github.com/sessionlint/sessionlint/internal/evidence"
	"github.com/sessionlint/sessionlint/internal/model"
	"github.com/sessionlint/sessionlint/passes/calls"
)

// body returns the function of this package that a call runs, or nil. A call
// through an interface of this package runs the only method that the package
// has for it.
func (e *engine) body(call *ssa.CallCommon) *ssa.Function {
	if !call.IsInvoke() {
		return calls.Body(e.pkg, call)
	}
	method := call.Method.Origin()
	if method.Pkg() != e.pass.Pkg {
		return nil
	}
	if fn, ok := e.methods[method]; ok {
		return fn
	}
	fn := e.implementation(call)
	e.methods[method] = fn
	return fn
}

// implementation returns the only declared method of the package that a call
// through an interface may run, or nil.
func (e *engine) implementation(call *ssa.CallCommon) *ssa.Function {
	iface, ok := call.Value.Type().Underlying().(*types.Interface)
	if !ok {
		return nil
	}
	var only *ssa.Function
	scope := e.pass.Pkg.Scope()
	for _, name := range scope.Names() {
		named, ok := scope.Lookup(name).(*types.TypeName)
		if !ok || isGeneric(named.Type()) || named.IsAlias() || types.IsInterface(named.Type()) || !types.Implements(types.NewPointer(named.Type()), iface) {
			continue
		}
		obj, _, _ := types.LookupFieldOrMethod(named.Type(), true, e.pass.Pkg, call.Method.Name())
		method, ok := obj.(*types.Func)
		if !ok || only != nil {
			return nil
		}
		if only = e.pkg.Prog.FuncValue(method.Origin()); only == nil || only.Pkg != e.pkg || len(only.Blocks) == 0 {
			return nil
		}
	}
	return only
}

func isGeneric(t types.Type) bool {
	n, ok := types.Unalias(t).(*types.Named)
	return ok && n.TypeParams().Len() > 0
}

// slot returns the argument that plays a part, or nil.
func (e *engine) slot(f *model.Func, call *ssa.CallCommon, slot model.Slot) ssa.Value {
	for _, arg := range f.Args {
		if arg.Slot == slot {
			return calls.Argument(call, arg.Index)
		}
	}
	return nil
}

// slots returns all values of a part: of a variadic one, its elements.
func (e *engine) slots(f *model.Func, call *ssa.CallCommon, slot model.Slot) []ssa.Value {
	var out []ssa.Value
	for _, arg := range f.Args {
		if arg.Slot != slot {
			continue
		}
		if v := calls.Argument(call, arg.Index); v != nil {
			out = append(out, calls.Elements(v)...)
		}
	}
	return out
}

// call returns the origin of result i of a call.
func (e *engine) call(call *ssa.Call, i int) origins {
	set := e.callPath(call, i, "")
	if set == nil {
		return nil
	}
	at := e.syntax.call(call.Pos())
	return set.each(func(o Origin) Origin {
		switch {
		case at == nil || o.Kind == Fixed || o.Kind == param:
		case !o.Pos.IsValid():
			o.Pos, o.End = at.Pos(), at.End()
		case e.body(call.Common()) != nil:
			o.Call = evidence.Step{Start: at.Pos(), Stop: at.End(), Text: "returned here"}
			o.Steps = append(o.Steps[:len(o.Steps):len(o.Steps)], o.Call)
		}
		return o
	})
}

// callPath returns the origin of a path below result i of a call.
func (e *engine) callPath(call *ssa.Call, i int, path string) origins {
	common := call.Common()
	if b, ok := common.Value.(*ssa.Builtin); ok {
		return e.builtin(b, common)
	}
	if fn := e.body(common); fn != nil {
		set := e.substitute(e.returned(fn, i, path), fn, call)
		if masks(fn.Name()) {
			return set.each(func(o Origin) Origin { o.Short = true; return o })
		}
		return set
	}
	callee := calls.Callee(common)
	if callee == nil {
		return e.dynamic(call, i)
	}
	if beforeQuery(callee) {
		return unknown("a part of the URL")
	}
	if isError(common.Signature(), i) && e.imported(callee) == nil {
		return e.repeated(callee, call) // what other errors say is not known
	}
	if f := e.model(callee); f != nil {
		if set, ok := e.modelled(f, callee, call, i); ok {
			return set
		}
	}
	if fact := e.imported(callee); fact != nil {
		return e.substitute(fact.result(i, path), nil, call).each(func(o Origin) Origin {
			o.Via = source(callee)
			return o
		})
	}
	if set, ok := e.summed(callee, call); ok {
		return set
	}
	if set, ok := e.metadata(callee, call, i); ok {
		return set
	}
	if set, ok := e.passThrough(callee, call, i); ok {
		return set
	}
	return unknown(callee.Name() + "()")
}

func isError(sig *types.Signature, i int) bool {
	return i > 0 && i < sig.Results().Len() && types.Identical(sig.Results().At(i).Type(), types.Universe.Lookup("error").Type())
}

// returned joins what the returns of a function of this package give.
func (e *engine) returned(fn *ssa.Function, i int, path string) origins {
	key := resultKey{fn, i, path}
	if set, ok := e.results[key]; ok {
		return set
	}
	e.results[key] = nil // a recursive call adds nothing
	cuts := e.cuts
	var out origins
	for _, ret := range returns(fn) {
		if i >= len(ret.Results) {
			continue
		}
		if path == "" {
			out = out.with(e.of(ret.Results[i])...)
		} else {
			out = out.with(e.inside(ret.Results[i], path)...)
		}
	}
	if e.cuts == cuts || len(e.busy)+len(e.open) == 0 {
		e.results[key] = out
	} else {
		delete(e.results, key)
	}
	return out
}

// substitute replaces the parameters of a function by the arguments of a call.
func (e *engine) substitute(set origins, fn *ssa.Function, call ssa.CallInstruction) origins {
	args := calls.Operands(call.Common())
	var out origins
	for _, o := range set {
		o.Chosen = o.Chosen || o.Bits.Each != 0
		o.Bits = e.fold(o.Bits, args)
		if o.Kind != param || o.owner != fn || o.Param >= len(args) {
			out = out.with(o)
			continue
		}
		for _, a := range e.argOrigins(args[o.Param], o.Path).each(o.through) {
			if a.Kind == Fixed && !a.Pos.IsValid() {
				if expr := e.syntax.arg(call, o.Param); expr != nil {
					a.Pos, a.End = expr.Pos(), expr.End()
				}
			}
			out = out.with(a)
		}
	}
	return out
}

// through returns the origin of an argument after what happened to the
// parameter it is given to.
func (o Origin) through(a Origin) Origin {
	if o.Hashed {
		a.Hashed = true
		a.Bits = a.Bits.atMost(o.Bits)
	}
	a = pick(a, o.Text)
	a.Short = a.Short || o.Short
	if o.Kept > 0 {
		a = a.cut(float64(o.Kept))
	}
	return a
}

func (e *engine) argOrigins(arg ssa.Value, path string) origins {
	if path == "" {
		var out origins
		elems := calls.Elements(arg)
		for _, v := range elems {
			out = out.with(e.of(v)...)
		}
		if len(elems) > 1 { // which of them arrives is not known
			out = out.each(func(o Origin) Origin {
				if o.Kind == Weak || o.Kind == Fixed {
					return Origin{Kind: Unknown, Text: "one of several arguments"}
				}
				return o
			})
		}
		return out
	}
	return e.inside(arg, path)
}

// fold replaces the parameter in an amount of bits by the argument.
func (e *engine) fold(a amount, args []ssa.Value) amount {
	if a.Each == 0 || a.Param >= len(args) {
		return a
	}
	n := e.count(args[a.Param])
	if !n.Known() && n.Each == 0 {
		return noLimit()
	}
	return n.times(a.Each).plus(bits(a.Base))
}

func (e *engine) builtin(b *ssa.Builtin, call *ssa.CallCommon) origins {
	switch b.Name() {
	case "append":
		var parts []origins
		for _, arg := range call.Args {
			for _, v := range calls.Elements(arg) {
				if set := e.of(v); set != nil {
					parts = append(parts, set)
				}
			}
		}
		return concat(parts...)
	case "Slice", "String", "SliceData", "StringData": // of package unsafe: the same bytes
		return e.of(call.Args[0])
	case "min", "max":
		var out origins
		for _, arg := range call.Args {
			out = out.with(e.of(arg)...)
		}
		return out
	}
	return nil
}
