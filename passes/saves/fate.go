package saves

import (
	"go/types"
	"slices"
	"strings"

	"golang.org/x/tools/go/ssa"

	"github.com/sessionlint/sessionlint/internal/model"
	"github.com/sessionlint/sessionlint/passes/calls"
	"github.com/sessionlint/sessionlint/passes/paths"
	"github.com/sessionlint/sessionlint/passes/routes"
)

// A walk follows the paths behind a change.
type walk struct {
	*engine
	session string
	visits  int
	seen    map[string]bool
	unclear bool
	saved   bool
	lost    ssa.Instruction // a return behind which the change is lost
}

// A path is the state of a walk.
type path struct {
	paths.Knowledge
	failed bool // something was answered or returned that says the request failed
}

const maxVisits = 600

// fate returns what becomes of a change, and where it is lost.
func (e *engine) fate(fn *ssa.Function, c change) (Fate, ssa.Instruction) {
	w := &walk{engine: e, session: e.identity(c.session), seen: map[string]bool{}}
	if e.later || e.leaks(fn, w.session) {
		return Unclear, nil
	}
	if e.deferredSave(fn, w.session) {
		return Saved, nil
	}
	block := c.at.Block()
	w.block(block, slices.Index(block.Instrs, c.at)+1, path{Knowledge: paths.At(block)})
	switch {
	case w.unclear || !e.saves || w.lost != nil && !e.final(fn):
		return Unclear, nil
	case w.lost != nil && w.saved:
		return LostHere, w.lost
	case w.lost != nil:
		return Lost, w.lost
	}
	return Saved, nil
}

// final reports whether nobody can save behind a function: it is registered
// for a route, or answers, and no caller in sight saves. A helper leaves that
// to its callers.
func (e *engine) final(fn *ssa.Function) bool {
	h := e.routes.HandlerOf(fn)
	if h != nil && h.Proof == routes.Registered {
		return true
	}
	if e.routes.Summary(fn).May&(routes.Body|routes.Completes|routes.Redirects|routes.Status) == 0 {
		return false
	}
	for _, caller := range e.funcs {
		reached := false
		each(caller, func(call ssa.CallInstruction) {
			reached = reached || calls.Body(e.pkg, call.Common()) == fn
		})
		if reached && e.reaches(caller) {
			return false
		}
	}
	return true
}

func (w *walk) block(b *ssa.BasicBlock, from int, p path) {
	if w.visits++; w.visits > maxVisits {
		w.unclear = true
		return
	}
	for _, instr := range b.Instrs[from:] {
		switch instr := instr.(type) {
		case *ssa.Store:
			p.Store(instr)
		case *ssa.Call:
			if w.call(instr, &p) {
				return
			}
		case *ssa.Return:
			w.returned(instr, p)
			return
		case *ssa.Panic:
			return
		}
	}
	for i, succ := range b.Succs {
		next := path{p.Clone(), p.failed}
		if !next.Enter(b, i) {
			continue
		}
		next.Begin(succ, b)
		key := next.Key(succ.Index)
		if next.failed {
			key += "f"
		}
		if !w.seen[key] {
			w.seen[key] = true
			w.block(succ, 0, next)
		}
	}
}

// call looks at a call on the path and reports whether the path is decided.
func (w *walk) call(call *ssa.Call, p *path) bool {
	if f := w.life(call); f != nil {
		return w.modelled(f, call, p)
	}
	a := w.routes.Answer(call)
	if a.Must&routes.Leaves != 0 || a.May&routes.Next != 0 {
		w.unclear = w.unclear || a.May&routes.Next != 0
		return true
	}
	p.failed = p.failed || a.Must&(routes.Rejects|routes.Fails) != 0 && a.Must&routes.Redirects == 0
	for _, arg := range calls.Operands(call.Common()) {
		if w.identity(arg) != w.session {
			continue
		}
		body := calls.Body(w.pkg, call.Common())
		if body == nil || w.reaches(body) {
			w.saved = w.saved || body != nil
			w.unclear = w.unclear || body == nil
			return true
		}
	}
	if w.mayReopen(call) {
		w.saved = true // it opens the same session again, perhaps
		return true
	}
	return false
}

// mayReopen reports whether a call may save the session that the request
// holds, without being given it: a function of own packages that saves, or one
// behind an interface whose name says so.
func (e *engine) mayReopen(call ssa.CallInstruction) bool {
	if body := calls.Body(e.pkg, call.Common()); body != nil {
		return e.reaches(body)
	}
	callee := calls.Callee(call.Common())
	if callee == nil || callee.Pkg() == nil {
		return false
	}
	if e.pass.ImportObjectFact(callee, new(SaveFact)) {
		return true
	}
	name := strings.ToLower(callee.Name())
	return call.Common().IsInvoke() && e.index.Func(callee) == nil && (strings.Contains(name, "save") || strings.Contains(name, "session") || strings.Contains(name, "commit"))
}

// modelled looks at a call that is about sessions or answers.
func (w *walk) modelled(f *model.Func, call *ssa.Call, p *path) bool {
	switch f.Role {
	case model.SessionSave:
		s := w.sessionOf(f, call)
		if s == w.session || s == "" { // of the request: all sessions
			w.saved = true
			return true
		}
	case model.SessionDestroy, model.SessionRenew:
		if f.Saves && w.sessionOf(f, call) == w.session {
			w.saved = true
			return true
		}
	case model.Next:
		w.unclear = true
		return true
	}
	a := w.routes.Answer(call)
	p.failed = p.failed || a.Must&(routes.Rejects|routes.Fails) != 0 && a.Must&routes.Redirects == 0
	return a.Must&routes.Leaves != 0
}

func (w *walk) sessionOf(f *model.Func, call *ssa.Call) string {
	if s := w.engine.session(f, call); s != nil {
		return w.identity(s)
	}
	return ""
}

// reaches reports whether a function saves some session, itself or through
// another function of the package.
func (e *engine) reaches(fn *ssa.Function) bool { return e.reachesSave(fn, 3) }

func (e *engine) reachesSave(fn *ssa.Function, depth int) bool {
	found := false
	each(fn, func(call ssa.CallInstruction) {
		if f := e.life(call); f != nil && (f.Role == model.SessionSave || f.Role == model.SessionDestroy && f.Saves) {
			found = true
		} else if callee := calls.Callee(call.Common()); callee != nil && callee.Pkg() != e.pass.Pkg && e.pass.ImportObjectFact(callee, new(SaveFact)) {
			found = true
		} else if body := calls.Body(e.pkg, call.Common()); body != nil && depth > 0 && !found {
			found = e.reachesSave(body, depth-1)
		}
	})
	return found
}

// returned: the change is lost, unless the function reports that it failed.
func (w *walk) returned(ret *ssa.Return, p path) {
	if p.failed {
		return
	}
	for i, r := range ret.Results {
		t := ret.Parent().Signature.Results().At(i).Type()
		if !types.Identical(t, types.Universe.Lookup("error").Type()) {
			continue
		}
		if k, ok := r.(*ssa.Const); ok && k.Value == nil {
			continue
		}
		if call, ok := r.(*ssa.Call); ok {
			if a := w.routes.Answer(call); a.Must&(routes.Body|routes.Completes|routes.Redirects) != 0 {
				continue
			}
		}
		return // perhaps an error
	}
	if w.lost == nil || ret.Pos() < w.lost.Pos() {
		w.lost = ret
	}
}

// leaks reports whether a session is kept or handed on where it cannot be
// followed: stored, returned, captured.
func (e *engine) leaks(fn *ssa.Function, session string) bool {
	for _, b := range fn.Blocks {
		for _, instr := range b.Instrs {
			switch instr := instr.(type) {
			case *ssa.MakeClosure:
				for _, v := range instr.Bindings {
					if e.identity(v) == session || e.boundSession(v) == session {
						return true
					}
				}
			case *ssa.Store:
				if _, local := instr.Addr.(*ssa.Alloc); !local && e.identity(instr.Val) == session {
					return true
				}
			case *ssa.Return:
				if slices.ContainsFunc(instr.Results, func(v ssa.Value) bool { return e.identity(v) == session }) {
					return true
				}
			case *ssa.MapUpdate:
				if e.identity(instr.Value) == session {
					return true
				}
			}
		}
	}
	return false
}

// boundSession names the session in a variable that a literal captures.
func (e *engine) boundSession(v ssa.Value) string {
	alloc, ok := v.(*ssa.Alloc)
	if !ok {
		return ""
	}
	for _, ref := range calls.Uses(alloc) {
		if store, ok := ref.(*ssa.Store); ok && store.Addr == ssa.Value(alloc) {
			if s := e.identity(store.Val); s != "" {
				return s
			}
		}
	}
	return ""
}

// deferredSave reports whether a function saves a session when it returns.
func (e *engine) deferredSave(fn *ssa.Function, session string) bool {
	found := false
	each(fn, func(call ssa.CallInstruction) {
		if _, ok := call.(*ssa.Defer); !ok {
			return
		}
		if f := e.life(call); f != nil && f.Role == model.SessionSave {
			found = true
		}
		if made, ok := call.Common().Value.(*ssa.MakeClosure); ok && e.reaches(made.Fn.(*ssa.Function)) || e.mayReopen(call) {
			found = true
		}
	})
	return found
}
