// Package calls reads calls in SSA form: which function is called, with what.
package calls

import (
	"go/types"
	"strings"

	"golang.org/x/tools/go/ssa"
)

// Callee returns the function or interface method that a call names, or nil
// for a call of a function value.
func Callee(call *ssa.CallCommon) *types.Func {
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

// Body returns the function of a package that a call runs, or nil.
func Body(pkg *ssa.Package, call *ssa.CallCommon) *ssa.Function {
	fn := Original(call.StaticCallee())
	if fn == nil || fn.Pkg != pkg || len(fn.Blocks) == 0 {
		return nil
	}
	return fn
}

// Original returns the function of the source that an instance, or the wrapper
// of a method value, stands for.
func Original(fn *ssa.Function) *ssa.Function {
	if fn == nil {
		return nil
	}
	if origin := fn.Origin(); origin != nil {
		return origin
	}
	if obj, ok := fn.Object().(*types.Func); ok && isWrapper(fn) {
		return fn.Prog.FuncValue(obj.Origin())
	}
	return fn
}

// isWrapper reports whether a function only calls a method: t.Method or
// T.Method used as a value.
func isWrapper(fn *ssa.Function) bool {
	return strings.HasPrefix(fn.Synthetic, "bound ") || strings.HasPrefix(fn.Synthetic, "thunk ")
}

// BoundTo returns the receiver that the method value t.Method of a call holds.
func BoundTo(call *ssa.CallCommon) ssa.Value {
	made, ok := call.Value.(*ssa.MakeClosure)
	if !ok || !strings.HasPrefix(made.Fn.(*ssa.Function).Synthetic, "bound ") {
		return nil
	}
	return made.Bindings[0]
}

// Operands returns receiver and arguments of a call.
func Operands(call *ssa.CallCommon) []ssa.Value {
	if call.IsInvoke() {
		return append([]ssa.Value{call.Value}, call.Args...)
	}
	if receiver := BoundTo(call); receiver != nil {
		return append([]ssa.Value{receiver}, call.Args...)
	}
	return call.Args
}

// HasReceiver reports whether the first operand of a call is a receiver.
func HasReceiver(call *ssa.CallCommon) bool {
	callee := Callee(call)
	return callee != nil && callee.Signature().Recv() != nil
}

// Argument returns the argument for the model's parameter index, which does not
// count the receiver.
func Argument(call *ssa.CallCommon, i int) ssa.Value {
	args := Operands(call)
	if HasReceiver(call) {
		i++ // model.Receiver is -1
	}
	if i < 0 || i >= len(args) {
		return nil
	}
	return args[i]
}

// Elements returns the elements of a slice made for a variadic call, or the
// value itself.
func Elements(v ssa.Value) []ssa.Value {
	slice, ok := v.(*ssa.Slice)
	if !ok {
		return []ssa.Value{v}
	}
	array, ok := slice.X.(*ssa.Alloc)
	if !ok || array.Comment != "varargs" && array.Comment != "slicelit" {
		return []ssa.Value{v}
	}
	var elems []ssa.Value
	for _, ref := range Uses(array) {
		if addr, ok := ref.(*ssa.IndexAddr); ok {
			for _, use := range Uses(addr) {
				if store, ok := use.(*ssa.Store); ok && store.Addr == addr {
					elems = append(elems, store.Val)
				}
			}
		}
	}
	return elems
}

// IsStd reports whether an import path is one of the standard library: its
// first element has no dot. So is "", the package of built-in functions.
func IsStd(path string) bool {
	first, _, _ := strings.Cut(path, "/")
	return !strings.Contains(first, ".")
}

// Outermost returns the declared function that a function literal stands in,
// or the function itself.
func Outermost(fn *ssa.Function) *ssa.Function {
	for fn.Parent() != nil {
		fn = fn.Parent()
	}
	return fn
}
