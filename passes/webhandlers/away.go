package webhandlers

import (
	"go/types"
	"slices"

	"github.com/sessionlint/sessionlint/internal/evidence"
)

// An awayRoute is a route to a handler of another package.
type awayRoute struct {
	evidence.Step
	handler *types.Func
	path    name
}

func (e *engine) logoutsAway(h *Handlers) {
	seen := map[*types.Func]bool{}
	for _, r := range e.away {
		if !seen[r.handler] {
			seen[r.handler] = true
			e.logoutAway(h, r)
		}
	}
}

// logoutAway judges a handler of another package that is routed as logout and as
// nothing else. One that is called so is judged there.
func (e *engine) logoutAway(h *Handlers, r awayRoute) {
	s := e.fact(r.handler)
	if s == nil || !e.awayAs(r.handler, isLogoutName) || isLogoutName(nameOf(r.handler.Name())) {
		return
	}
	l, shown := e.leaves(s.May, Handler{Function: r.handler.Name(), callees: []string{r.handler.Name(), r.handler.FullName()}})
	if shown == 0 {
		return
	}
	l.Step = r.Step
	h.logouts = append(h.logouts, l)
}

// awayAs reports whether all routes of a function of another package are of a kind.
func (e *engine) awayAs(fn *types.Func, is func(name) bool) bool {
	return !slices.ContainsFunc(e.away, func(r awayRoute) bool { return r.handler == fn && !is(r.path) })
}
