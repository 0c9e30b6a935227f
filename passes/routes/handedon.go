package routes

import (
	"golang.org/x/tools/go/ssa"

	"github.com/sessionlint/sessionlint/internal/model"
	"github.com/sessionlint/sessionlint/passes/calls"
)

// settle marks the routes whose router is handed on to code that may guard
// them all. A router that has the page for logging in cannot be guarded as a
// whole.
func (g *registry) settle(list []*Route) {
	public := map[any]bool{}
	for _, r := range list {
		if r.router != nil && toLogin(r.Path) {
			for v, ok := r.router, true; ok; v, ok = g.above(v) {
				public[v] = true
			}
		}
	}
	for _, r := range list {
		v, ok := r.router.(ssa.Value)
		r.HandedOn = r.router != nil && !public[r.router] && (!ok || g.handedOn(v, 6))
	}
}

// above returns the router that another hangs on.
func (g *registry) above(router any) (any, bool) {
	call, ok := router.(*ssa.Call)
	if !ok || !calls.HasReceiver(call.Common()) {
		return nil, false
	}
	f := g.life(calls.Callee(call.Common()))
	return identity(calls.Operands(call.Common())[0]), f != nil && f.Role != model.RouteUse
}

// handedOn reports whether a router leaves the function that makes it, other
// than to be served.
func (g *registry) handedOn(v ssa.Value, depth int) bool {
	if depth == 0 || v.Referrers() == nil {
		return true
	}
	for _, ref := range calls.Uses(v) {
		switch x := ref.(type) {
		case *ssa.Return, *ssa.MapUpdate, *ssa.Send:
			return true
		case *ssa.Store:
			alloc, local := x.Addr.(*ssa.Alloc)
			if x.Val == v && (!local || g.handedOn(alloc, depth-1)) {
				return true
			}
		case *ssa.MakeInterface, *ssa.ChangeInterface, *ssa.ChangeType, *ssa.UnOp:
			if g.handedOn(x.(ssa.Value), depth-1) {
				return true
			}
		case ssa.CallInstruction:
			if g.takes(x, v) {
				return true
			}
		}
	}
	return false
}

// takes reports whether a call is given a router as a handler, by the program.
func (g *registry) takes(call ssa.CallInstruction, v ssa.Value) bool {
	callee := calls.Callee(call.Common())
	if f := g.index.Life(callee); f != nil {
		return false
	}
	if calls.HasReceiver(call.Common()) && calls.Operands(call.Common())[0] == v {
		return false // its own methods
	}
	return callee == nil || calls.Body(g.pkg, call.Common()) != nil && g.isHandler(v.Type())
}
