package settings

import (
	"go/types"

	"golang.org/x/tools/go/ssa"

	"github.com/sessionlint/sessionlint/internal/model"
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
	s := e.newSend(call, model.Store)
	s.session, s.library, s.made = f.Session, e.model.LibraryOf(f.Symbol), made
	if s.session == model.UnknownSession {
		s.session = l.typ.Session
	}
	h := &handover{engine: e, layout: l}
	st := h.final(storeValue(made), 0)
	if st == nil {
		st = e.lookup(storeValue(made), l.shape, made)
	}
	s.set = e.settings(l, st)
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
	for _, ref := range *call.Referrers() {
		if x, ok := ref.(*ssa.Extract); ok && x.Index == 0 {
			return x
		}
	}
	return call
}
