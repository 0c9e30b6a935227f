package guards

import (
	"slices"

	"golang.org/x/tools/go/ssa"

	"github.com/sessionlint/sessionlint/internal/evidence"
	"github.com/sessionlint/sessionlint/internal/model"
	"github.com/sessionlint/sessionlint/passes/calls"
	"github.com/sessionlint/sessionlint/passes/routes"
)

// carriedIn returns the values that a function reads and that middleware keeps
// for it: who sends the request.
func (e *engine) carriedIn(fn *ssa.Function) []Read {
	h := e.routes.HandlerOf(fn)
	if h == nil || h.Middleware {
		return nil
	}
	var all []Read
	for _, call := range callsIn(fn) {
		key, put := e.carries(call)
		node := e.node(call)
		if key == "" || put || node == nil {
			continue
		}
		r := Read{Node: node, Key: key, Function: calls.Outermost(fn).Name(), Fn: fn}
		e.follow(&r, call)
		if r.Shielded = e.shield(fn); r.Shielded == "" {
			r.Filled, r.Shielded = e.filled(h, key)
		}
		all = append(all, r)
	}
	shareTests(all)
	return all
}

// shareTests: what is tested once is tested.
func shareTests(all []Read) {
	for i := range all {
		for _, other := range all {
			all[i].Tested = all[i].Tested || other.Key == all[i].Key && other.Tested
		}
	}
}

// carries returns the key under which a call keeps a value for those who handle
// the same request, or reads one.
func (e *engine) carries(call *ssa.Call) (key string, put bool) {
	f := e.index.Life(calls.Callee(call.Common()))
	if f == nil || f.Role != model.RequestPut && f.Role != model.RequestGet {
		return "", false
	}
	return e.keyOf(f, call), f.Role == model.RequestPut || e.takesValue(f, call)
}

// takesValue reports whether a call that reads without a value is given one.
func (e *engine) takesValue(f *model.Func, call *ssa.Call) bool {
	for _, a := range f.Args {
		if a.Slot == model.ArgValue {
			v := calls.Argument(call.Common(), a.Index)
			k, none := v.(*ssa.Const)
			return v != nil && !(none && k.IsNil())
		}
	}
	return false
}

// filled returns where middleware in front of a handler keeps the value, on some
// of its paths only; if that is not so, it says what is not known.
func (e *engine) filled(h *routes.Handler, key string) (evidence.Step, string) {
	for _, r := range h.Routes {
		step, found := evidence.Step{}, false
		for _, m := range r.Middleware {
			if m.Fn == nil {
				continue
			}
			if call := e.putsAtTimes(m.Fn, key); call != nil {
				if node := e.node(call); node != nil {
					step, found = evidence.Step{Start: node.Pos(), Stop: node.End()}, true
				}
			}
		}
		if found {
			return step, ""
		}
	}
	return evidence.Step{}, "who keeps it"
}

// putsAtTimes returns the call by which a function keeps a value, if it returns
// on some path without it.
func (e *engine) putsAtTimes(fn *ssa.Function, key string) *ssa.Call {
	var puts []*ssa.Call
	kept := map[*ssa.BasicBlock]bool{}
	for _, call := range callsIn(fn) {
		switch k, put := e.carries(call); {
		case put && k == key:
			puts = append(puts, call)
			kept[call.Block()] = true
		case put && k == "": // another key, or this one
			return nil
		}
		if body := calls.Body(e.pkg, call.Common()); body != nil && e.mayPut(body, key) {
			return nil // in a helper: when is not followed
		}
	}
	if len(puts) != 1 || len(fn.AnonFuncs) > 0 || !avoids(fn, kept) {
		return nil
	}
	return puts[0]
}

func (e *engine) mayPut(fn *ssa.Function, key string) bool {
	return slices.ContainsFunc(callsIn(fn), func(call *ssa.Call) bool {
		k, put := e.carries(call)
		return put && (k == key || k == "")
	})
}

// avoids reports whether a function returns on a path around some blocks.
func avoids(fn *ssa.Function, gaps map[*ssa.BasicBlock]bool) bool {
	seen := make([]bool, len(fn.Blocks))
	var ends func(b *ssa.BasicBlock) bool
	ends = func(b *ssa.BasicBlock) bool {
		if seen[b.Index] || gaps[b] {
			return false
		}
		seen[b.Index] = true
		if _, ok := b.Instrs[len(b.Instrs)-1].(*ssa.Return); ok {
			return true
		}
		return slices.ContainsFunc(b.Succs, ends)
	}
	return ends(fn.Blocks[0])
}
