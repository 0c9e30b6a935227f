package webhandlers

import (
	"go/types"
	"strings"

	"golang.org/x/tools/go/ssa"

	"github.com/sessionlint/sessionlint/passes/calls"
)

// mappedRoutes reads the paths of controllers whose methods are named in a text:
// Router("/out", &Door{}, "post:Leave;get:Ask"). What methods of another package do
// is in their facts.
func (e *engine) mappedRoutes() {
	for _, fn := range e.funcs {
		for _, b := range fn.Blocks {
			for _, instr := range b.Instrs {
				call, ok := instr.(ssa.CallInstruction)
				if !ok || !isMapping(call.Common()) {
					continue
				}
				args := calls.Operands(call.Common())
				if calls.HasReceiver(call.Common()) {
					args = args[1:]
				}
				path, ok := textOf(args[0])
				if !ok {
					continue
				}
				for _, text := range calls.Elements(args[2]) {
					e.mapTo(call, nameOf(path), bare(args[1]).Type(), text)
				}
			}
		}
	}
}

// isMapping reports whether a call takes a path, a controller and texts that say
// which of its methods answers which method of HTTP.
func isMapping(call *ssa.CallCommon) bool {
	callee := calls.Callee(call)
	return callee != nil && mapsRoutes(callee)
}

func mapsRoutes(callee *types.Func) bool {
	if callee.Name() != "Router" && callee.Name() != "NSRouter" {
		return false
	}
	sig := callee.Signature()
	return sig.Variadic() && sig.Params().Len() == 3 && sig.Params().At(2).Type().String() == "[]string" && typeName(sig.Params().At(1).Type()) == "ControllerInterface"
}

// mapTo gives a path to the methods that a text names.
func (e *engine) mapTo(at ssa.CallInstruction, path name, controller types.Type, text ssa.Value) {
	mapping, ok := textOf(text)
	if !ok {
		return
	}
	set := types.NewMethodSet(controller)
	for part := range strings.SplitSeq(mapping, ";") {
		_, method, ok := strings.Cut(part, ":")
		if sel := set.Lookup(e.pass.Pkg, strings.TrimSpace(method)); ok && sel != nil {
			if obj, ok := sel.Obj().(*types.Func); ok {
				e.routeTo(obj, path, e.span(at))
			}
		}
	}
}
