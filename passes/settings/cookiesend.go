package settings

import (
	"golang.org/x/tools/go/ssa"

	"github.com/sessionlint/sessionlint/internal/model"
)

// cookieSend: a call that sends, or drops, a cookie.
func (e *engine) cookieSend(f *model.Func, call ssa.CallInstruction) *send {
	s := e.newSend(call, model.Cookie)
	s.deletes = f.Role == model.CookieDelete
	s.library = e.model.LibraryOf(f.Symbol)
	var object ssa.Value
	for _, arg := range f.Args {
		if arg.Slot == model.ArgCookie {
			object = e.arg(f, call, arg.Index)
		}
	}
	if object != nil {
		l := e.layoutOf(object.Type())
		if l == nil {
			return nil
		}
		s.set = e.settings(l, e.lookup(object, l.shape, call))
		e.locate(s, object)
		s.fix.layout = l
	} else {
		s.fix.args = f
		for setting, vals := range e.newStore(f, call) {
			s.set[setting] = vals
		}
		if receiver := param(call.Common(), model.Receiver); receiver != nil && s.set[model.SameSite] == nil {
			s.set[model.SameSite] = e.contextSameSite(f, receiver, call)
		}
	}
	force(&s.set, f.Forces)
	for i := range s.set {
		if s.set[i] == nil {
			s.set[i] = values{{Kind: unset}}
		}
	}
	return s
}

// contextSameSite returns the SameSite that an earlier call on the same
// framework context left for the cookies of this response.
func (e *engine) contextSameSite(f *model.Func, receiver ssa.Value, call ssa.CallInstruction) values {
	if !e.model.HasContextSameSite(f) {
		return values{{Kind: unset}}
	}
	p := at(receiver)
	p.path = join(p.path, pseudo(model.SameSite))
	vals := e.placeAt(p, scalar, call)[0]
	return vals.each(func(a Atom) Atom {
		if a.Kind != parameter {
			return a
		}
		if e.setsSameSite() {
			return Atom{Kind: unknown, Str: "what another handler sets on the context"}
		}
		return a
	})
}
