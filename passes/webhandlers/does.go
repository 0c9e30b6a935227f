package webhandlers

import (
	"go/types"

	"golang.org/x/tools/go/ssa"
)

// Does returns what a function may do: one of this package, or one of another
// own package, by its fact.
func (h *Handlers) Does(fn *ssa.Function, obj *types.Func) Effect {
	switch {
	case h.engine == nil:
		return 0
	case fn != nil && h.engine.pkg != nil:
		return h.engine.of(fn).May
	case fn != nil || obj == nil:
		return 0
	}
	if s := h.engine.fact(obj); s != nil {
		return s.May
	}
	return 0
}

// DoesDeclared returns what a declared function of this package may do.
func (h *Handlers) DoesDeclared(obj *types.Func) Effect {
	if h.engine == nil || h.engine.pkg == nil {
		return 0
	}
	return h.Does(h.engine.pkg.Prog.FuncValue(obj), nil)
}
