package routes

import (
	"go/types"

	"golang.org/x/tools/go/ssa"

	"github.com/sessionlint/sessionlint/internal/model"
	"github.com/sessionlint/sessionlint/passes/calls"
)

// Does returns what a handler or middleware may do to the answer, as it was
// registered: in this package, in another own one, or in a library. A function
// of a library that is not modelled does nothing that is known.
func (r *Routes) Does(ref Ref) Effect {
	if r.engine == nil {
		return 0
	}
	if ref.Fn != nil {
		return r.engine.summaries[ref.Fn].May
	}
	if ref.Obj == nil {
		return 0
	}
	s := r.engine.imported(ref.Obj)
	return r.engine.ofLibrary(ref.Obj) | s.May | s.makes
}

// lastGuards reports whether a function, or what it makes in the end, guards.
func (e *engine) lastGuards(fn *ssa.Function) bool {
	if made := e.returned(fn); made != nil {
		return e.guards(made)
	}
	for _, b := range fn.Blocks {
		ret, ok := b.Instrs[len(b.Instrs)-1].(*ssa.Return)
		if !ok || len(ret.Results) == 0 {
			continue
		}
		if call, ok := ret.Results[0].(*ssa.Call); ok {
			if callee := calls.Callee(call.Common()); callee != nil && (e.ofLibrary(callee)&Rejects != 0 || e.imported(callee).guards) {
				return true
			}
		}
	}
	return false
}

// ofLibrary is what a guard of a library does.
func (e *engine) ofLibrary(fn *types.Func) Effect {
	if f := e.index.Life(fn); f != nil && f.Role == model.Guard {
		return Rejects
	}
	if b := e.index.Bearer(fn); b != nil && b.Act == model.BearerGuard && b.Demands&model.Accepts == 0 {
		return Rejects
	}
	return 0
}

// makes returns what the handler or middleware may do that a function makes:
// func RequireRole(name string) func(http.Handler) http.Handler.
func (e *engine) makes(fn *ssa.Function) Effect {
	if made := e.returned(fn); made != nil {
		if made == fn {
			return 0
		}
		return e.summaries[made].May
	}
	var does Effect
	for _, b := range fn.Blocks {
		ret, ok := b.Instrs[len(b.Instrs)-1].(*ssa.Return)
		if !ok || len(ret.Results) == 0 {
			continue
		}
		if call, ok := ret.Results[0].(*ssa.Call); ok && calls.Body(e.pkg, call.Common()) == nil {
			does |= e.madeElsewhere(call)
		}
	}
	return does
}

// madeElsewhere: a function hands on what a library, or another own package,
// makes.
func (e *engine) madeElsewhere(call *ssa.Call) Effect {
	callee := calls.Callee(call.Common())
	if callee == nil {
		return 0
	}
	return e.ofLibrary(callee) | e.imported(callee).makes
}
