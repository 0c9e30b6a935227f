package guards

import (
	"golang.org/x/tools/go/ssa"

	"github.com/sessionlint/sessionlint/internal/model"
	"github.com/sessionlint/sessionlint/passes/calls"
	"github.com/sessionlint/sessionlint/passes/routes"
)

// shield returns what may have rejected the request before a function uses
// what it read: itself, a helper, a middleware, or a route that is not in sight.
func (e *engine) shield(fn *ssa.Function) string {
	h := e.routes.HandlerOf(fn)
	if h == nil {
		return "its callers"
	}
	if e.routes.Summary(fn).May&routes.Rejects != 0 || failing(e, fn) {
		return "the handler itself"
	}
	if len(h.Routes) == 0 {
		return "a route that is not in sight"
	}
	for _, r := range h.Routes {
		if why := e.routeShield(r); why != "" {
			return why
		}
	}
	for _, call := range callsIn(fn) {
		if callee := calls.Callee(call.Common()); callee != nil && guards(callee.Name()) {
			return callee.Name()
		}
	}
	return ""
}

func (e *engine) routeShield(r *routes.Route) string {
	if r.Open || r.HandedOn {
		return "a router that is not in sight"
	}
	for _, m := range r.Middleware {
		if m.Fn == nil && !harmless(m.Name()) || m.Fn != nil && (e.routes.Summary(m.Fn).May&(routes.Rejects|routes.Fails) != 0 || failing(e, m.Fn)) {
			return "middleware " + m.Name()
		}
	}
	return ""
}

// failing reports whether a function makes an error that is the answer.
func failing(e *engine, fn *ssa.Function) bool {
	for _, b := range fn.Blocks {
		ret, ok := b.Instrs[len(b.Instrs)-1].(*ssa.Return)
		if !ok || len(ret.Results) == 0 {
			continue
		}
		switch v := ret.Results[len(ret.Results)-1].(type) {
		case *ssa.Const:
		case *ssa.Call:
			if f := e.index.Life(calls.Callee(v.Common())); f != nil && f.Role == model.ResponseFail {
				return true
			}
		case *ssa.MakeInterface:
			return true
		case *ssa.UnOp: // echo.ErrUnauthorized
			if _, ok := v.X.(*ssa.Global); ok {
				return true
			}
		}
	}
	return false
}

// keysRead returns the keys that a function, or one that it calls, reads.
func (e *engine) keysRead(fn *ssa.Function, depth int) []string {
	var keys []string
	for _, b := range fn.Blocks {
		for _, instr := range b.Instrs {
			switch instr := instr.(type) {
			case *ssa.Lookup:
				if e.isValues(instr.X) {
					keys = append(keys, constText(instr.Index))
				}
			case *ssa.Call:
				if f := e.index.Life(calls.Callee(instr.Common())); f != nil && f.Role == model.SessionGet {
					keys = append(keys, e.keyOf(f, instr))
				} else if body := calls.Body(e.pkg, instr.Common()); body != nil && depth > 0 {
					keys = append(keys, e.keysRead(body, depth-1)...)
				}
			}
		}
	}
	return keys
}

// front returns whether a function runs in front of others, and the paths of
// those; none if some are not in sight.
func (e *engine) front(fn *ssa.Function) (front bool, paths []string) {
	h := e.routes.HandlerOf(fn)
	if h == nil || !h.Middleware {
		return false, nil
	}
	for _, r := range e.routes.Routes() {
		for _, m := range r.Middleware {
			if m.Fn == fn {
				paths = append(paths, r.Path)
			}
		}
	}
	return true, paths
}
