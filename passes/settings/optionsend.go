package settings

import (
	"golang.org/x/tools/go/ssa"

	"github.com/sessionlint/sessionlint/internal/model"
	"github.com/sessionlint/sessionlint/passes/calls"
)

// optionsStored: cookie options become those of a store or session by
// assignment.
func (e *engine) optionsStored(store *ssa.Store) *send {
	addr, ok := store.Addr.(*ssa.FieldAddr)
	if !ok {
		return nil
	}
	l := e.layoutOf(store.Val.Type())
	if l == nil || l.typ.Kind != model.Options {
		return nil
	}
	owner := e.layoutOf(addr.X.Type())
	if owner == nil || owner.typ.Kind != model.Store && owner.typ.Kind != model.PerSession {
		return nil
	}
	if isLibraryLiteral(addr.X) {
		return nil // part of a larger literal, judged with it
	}
	s := &send{fn: store.Parent(), instr: store, kind: model.Options, session: owner.typ.Session, library: e.model.LibraryOf(l.typ.Symbol)}
	s.set = e.settings(l, e.lookup(store.Val, l.shape, lastUse(store)))
	s.hideUnlisted(l.typ)
	s.named(e.loadedName(at(addr.X).root))
	if expr := e.source.stored(store.Pos()); expr != nil {
		s.pos, s.end = expr.Pos(), expr.End()
	} else {
		s.pos, s.end = store.Pos(), store.Pos()
	}
	e.locate(s, store.Val)
	s.fix.layout = l
	return s
}

func isLibraryLiteral(v ssa.Value) bool {
	alloc, ok := v.(*ssa.Alloc)
	return ok && alloc.Comment == "complit"
}

// optionsSend: cookie options, or a configuration, are given to a store.
func (e *engine) optionsSend(f *model.Func, call ssa.CallInstruction) *send {
	for _, arg := range f.Args {
		v := e.arg(f, call, arg.Index)
		if v == nil || arg.Slot != model.ArgOptions {
			continue
		}
		l := e.layoutOf(v.Type())
		if l == nil {
			return nil
		}
		s := e.newSend(call, model.Options)
		s.library = e.model.LibraryOf(f.Symbol)
		s.set = e.settings(l, e.lookup(v, l.shape, call))
		s.hideUnlisted(l.typ)
		if receiver := calls.Argument(call.Common(), model.Receiver); receiver != nil {
			s.named(e.usedName(at(receiver).root))
			s.named(e.loadedName(at(receiver).root))
		}
		e.locate(s, v)
		s.fix.layout = l
		return s
	}
	return nil
}

// hideUnlisted: options say nothing of the settings that their type lacks.
func (s *send) hideUnlisted(t *model.Type) {
	for i := range s.set {
		if !listed(t, model.Setting(i)) {
			s.set[i] = nil
		}
	}
}

// named gives a send the name that another place says, if one does.
func (s *send) named(name values) {
	if name != nil {
		s.set[model.Name] = name
	}
}

// loadedName returns the name under which a session was loaded, or nil.
func (e *engine) loadedName(session ssa.Value) values {
	if x, ok := session.(*ssa.Extract); ok {
		session = x.Tuple
	}
	call, ok := session.(*ssa.Call)
	if !ok {
		return nil
	}
	f := e.model.Func(calls.Callee(call.Common()))
	if f == nil || f.Role != model.SessionLoad {
		return nil
	}
	return e.nameSlot(f, call)
}

// usedName returns the name under which a middleware uses a store, or nil.
func (e *engine) usedName(store ssa.Value) values {
	for _, fn := range e.funcs {
		for _, instr := range e.touching(store, fn) {
			call, ok := instr.(ssa.CallInstruction)
			if !ok {
				continue
			}
			f := e.model.Func(calls.Callee(call.Common()))
			if f == nil || f.Role != model.SessionUse {
				continue
			}
			if used := e.slot(f, model.ArgStore, call); used != nil && at(used).root == store {
				return e.nameSlot(f, call)
			}
		}
	}
	return nil
}

func (e *engine) nameSlot(f *model.Func, call ssa.CallInstruction) values {
	if name := e.slot(f, model.ArgName, call); name != nil {
		return e.slotValue(model.Arg{}, model.Name, name, call, nil)
	}
	return nil
}
