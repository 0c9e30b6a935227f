package settings

import (
	"go/types"

	"golang.org/x/tools/go/ssa"

	"github.com/sessionlint/sessionlint/internal/model"
	"github.com/sessionlint/sessionlint/passes/calls"
)

// storeSend: a session store is made. What counts is the state in which it is
// handed over: after the changes in the function that makes it, in the
// functions of the package that receive it, and through the variable or field
// that keeps it.
func (e *engine) storeSend(f *model.Func, call ssa.CallInstruction) *send {
	l := e.layoutFor(e.model.Type(f.Type))
	made, ok := call.(*ssa.Call)
	if l == nil || !ok {
		return nil
	}
	if e.delegates(f, call) {
		return nil
	}
	s := e.newSend(call, model.Store)
	s.session, s.library = f.Session, e.model.LibraryOf(f.Symbol)
	if s.session == model.UnknownSession {
		s.session = l.typ.Session
	}
	h := &handover{engine: e, layout: l}
	st := h.final(storeValue(made), 0)
	if st == nil {
		st = e.lookup(storeValue(made), l.shape, made)
	}
	s.set = e.settings(l, st)
	if all(s.set[model.Name], func(a Atom) bool { return a.Kind == unknown && a.Str == noCookie }) {
		s.hideCookie()
	}
	s.named(e.usedName(storeValue(made)))
	s.shared = h.exported
	for _, arg := range f.Args {
		if arg.Slot == model.ArgConfig {
			if v := e.arg(f, call, arg.Index); v != nil {
				e.locate(s, v)
				s.fix.layout = e.layoutOf(v.Type())
			}
		}
	}
	return s
}

// storeValue returns the value of the store in a call with several results.
func storeValue(call *ssa.Call) ssa.Value {
	if _, ok := call.Type().(*types.Tuple); !ok {
		return call
	}
	for _, ref := range calls.Uses(call) {
		if x, ok := ref.(*ssa.Extract); ok && x.Index == 0 {
			return x
		}
	}
	return call
}

// hideCookie: a session that is sent in a header has no cookie attributes.
func (s *send) hideCookie() {
	for i := range s.set {
		if setting := model.Setting(i); setting != model.AbsoluteTimeout && setting != model.IdleTimeout {
			s.set[i] = nil
		}
	}
}

// delegates reports whether the configuration of a call holds a store of its
// own, which was judged where it was made.
func (e *engine) delegates(f *model.Func, call ssa.CallInstruction) bool {
	config := e.slot(f, model.ArgConfig, call)
	if config == nil {
		return false
	}
	l := e.layoutOf(config.Type())
	if l == nil || l.typ.Delegate == "" {
		return false
	}
	held := e.inside(config, l.typ.Delegate, scalar, call)[0]
	return !all(held, func(a Atom) bool { return a.Kind == unset })
}
