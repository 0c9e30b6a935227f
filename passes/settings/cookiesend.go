package settings

import (
	"golang.org/x/tools/go/ssa"

	"github.com/sessionlint/sessionlint/internal/model"
	"github.com/sessionlint/sessionlint/passes/calls"
	"github.com/sessionlint/sessionlint/passes/fields"
)

// cookieSend: a call that sends, or drops, a cookie.
func (e *engine) cookieSend(f *model.Func, call ssa.CallInstruction) *send {
	s := e.newSend(call, model.Cookie)
	s.deletes = f.Role == model.CookieDelete
	s.library = e.model.LibraryOf(f.Symbol)
	if object := e.slot(f, model.ArgCookie, call); object != nil {
		if !e.sendObject(s, f, object, call) {
			return nil
		}
	} else {
		e.sendArgs(s, f, call)
	}
	force(&s.set, f.Forces)
	for i := range s.set {
		if s.set[i] == nil {
			s.set[i] = values{{Kind: unset}}
		}
	}
	return s
}

// slot returns the argument of a call that plays a slot, or nil.
func (e *engine) slot(f *model.Func, slot model.Slot, call ssa.CallInstruction) ssa.Value {
	for _, arg := range f.Args {
		if arg.Slot == slot {
			return e.arg(f, call, arg.Index)
		}
	}
	return nil
}

// sendObject: the cookie is an object. What it leaves open may be filled in by
// the function that sends it, and changed by options beside it.
func (e *engine) sendObject(s *send, f *model.Func, object ssa.Value, call ssa.CallInstruction) bool {
	l := e.layoutOf(object.Type())
	if l == nil {
		return false
	}
	s.set = e.settings(l, e.whenRun(object, l.shape, call))
	for setting, vals := range e.defaults(f, call) {
		s.set[setting] = s.set[setting].orElse(vals)
	}
	got := map[model.Setting]values{}
	for i, vals := range s.set {
		got[model.Setting(i)] = vals
	}
	e.applyOptions(f, call, got)
	for setting, vals := range got {
		s.set[setting] = vals
	}
	e.locate(s, object)
	s.fix.layout = l
	return true
}

// whenRun returns what an object holds when a call runs: a deferred one runs
// at the end of the function.
func (e *engine) whenRun(object ssa.Value, sh *shape, call ssa.CallInstruction) state {
	if _, ok := call.(*ssa.Defer); !ok {
		return e.lookup(object, sh, call)
	}
	var st state
	for _, end := range exits(call) {
		st = st.join(e.lookup(object, sh, end))
	}
	if st == nil {
		return e.lookup(object, sh, call)
	}
	return st
}

// orElse replaces zero values by what a library makes of them.
func (v values) orElse(otherwise values) values {
	var out values
	for _, a := range v {
		if a.Kind == unset || a.Kind == text && a.Str == "" {
			out = out.with(otherwise...)
		} else {
			out = out.with(a)
		}
	}
	return out
}

// sendArgs: the settings are arguments of the call.
func (e *engine) sendArgs(s *send, f *model.Func, call ssa.CallInstruction) {
	s.fix.args = f
	for setting, vals := range e.newStore(f, call) {
		s.set[setting] = vals
	}
	if receiver := calls.Argument(call.Common(), model.Receiver); receiver != nil && s.set[model.SameSite] == nil {
		s.set[model.SameSite] = e.contextSameSite(f, receiver, call)
	}
}

// contextSameSite returns the SameSite that an earlier call on the same
// framework context left for the cookies of this response.
func (e *engine) contextSameSite(f *model.Func, receiver ssa.Value, call ssa.CallInstruction) values {
	if !e.model.HasContextSameSite(f) {
		return values{{Kind: unset}}
	}
	p := at(receiver)
	p.path = fields.Join(p.path, pseudo(model.SameSite))
	vals := e.placeAt(p, context, call)[0]
	return e.ofContext(vals)
}

// ofContext decides what a handler finds on its context: nothing, unless a
// middleware of the package leaves something there.
func (e *engine) ofContext(vals values) values {
	return vals.each(func(a Atom) Atom {
		switch {
		case a.Kind != parameter || a.Str != pseudo(model.SameSite) || a.owner == nil || !isHandler(a.owner):
			return a
		case e.setsSameSite():
			return Atom{Kind: unknown, Str: "what another handler sets on the context"}
		}
		return Atom{Kind: unset}
	})
}

// isHandler reports whether a function takes nothing but a context.
func isHandler(fn *ssa.Function) bool {
	sig := fn.Signature
	return sig.Params().Len() == 1 && sig.Results().Len() <= 1
}
