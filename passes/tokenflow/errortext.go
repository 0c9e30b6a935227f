package tokenflow

import (
	"go/types"
	"strings"

	"golang.org/x/tools/go/ssa"

	"github.com/sessionlint/sessionlint/passes/calls"
)

// errorSinks: values in the text of an error that the function returns. Who
// gets it logs it, or sends it on to somebody who does.
func (e *engine) errorSinks(fn *ssa.Function, call ssa.CallInstruction) []sink {
	v, ok := call.(*ssa.Call)
	if !ok || !isErrorType(v.Type()) || !returnsIt(v, 0) {
		return nil
	}
	operands := calls.Operands(call.Common())
	for i, operand := range operands {
		format, ok := constString(operand)
		if !ok || !strings.Contains(format, "%") || i+1 >= len(operands) {
			continue
		}
		var out []sink
		for _, rest := range operands[i+1:] {
			for _, elem := range calls.Elements(rest) {
				if isTextual(unboxed(elem).Type()) && !isErrorText(unboxed(elem)) {
					out = append(out, sink{place: InErrorText, fn: fn, value: elem, expr: e.syntax.argOf(call, elem), what: "error"})
				}
			}
		}
		return out
	}
	return nil
}

// isErrorText reports whether a text is that of another error: what it repeats
// is judged where it is logged.
func isErrorText(v ssa.Value) bool {
	call, ok := v.(*ssa.Call)
	if !ok {
		return false
	}
	callee := calls.Callee(call.Common())
	return callee != nil && callee.Name() == "Error" && callee.Signature().Recv() != nil
}

func isErrorType(t types.Type) bool {
	return types.Identical(t, types.Universe.Lookup("error").Type())
}

// returnsIt reports whether a value is returned.
func returnsIt(v ssa.Value, depth int) bool {
	refs := v.Referrers()
	if refs == nil || depth > 4 {
		return false
	}
	for _, ref := range *refs {
		switch ref := ref.(type) {
		case *ssa.Return:
			return true
		case *ssa.Phi:
			if returnsIt(ref, depth+1) {
				return true
			}
		case *ssa.Store: // a named result
			if alloc, ok := ref.Addr.(*ssa.Alloc); ok && ref.Val == v && loadedAndReturned(alloc) {
				return true
			}
		}
	}
	return false
}

func loadedAndReturned(alloc *ssa.Alloc) bool {
	for _, ref := range calls.Uses(alloc) {
		load, ok := ref.(*ssa.UnOp)
		if !ok {
			continue
		}
		for _, use := range calls.Uses(load) {
			if _, ok := use.(*ssa.Return); ok {
				return true
			}
		}
	}
	return false
}
