package webhandlers

import (
	"go/types"

	"golang.org/x/tools/go/ssa"

	"github.com/sessionlint/sessionlint/internal/model"
	"github.com/sessionlint/sessionlint/passes/calls"
)

// modelled returns what a function of a library does in the life of a session.
func (e *engine) modelled(call *ssa.CallCommon, f *model.Func) *summary {
	server := f.Session == model.ServerSession
	does := Effect(0)
	switch f.Role {
	case model.SessionPut:
		does = e.putting(server, slot(call, f, model.ArgName), slot(call, f, model.ArgValue))
		if _, ok := slot(call, f, model.ArgName).(*ssa.Parameter); ok && does&Sets != 0 {
			return &summary{May: Sets, Paths: nothing, Puts: []put{{operandOf(call, f, model.ArgName), "", kindOf(server)}}}
		}
		if key, ok := textOf(slot(call, f, model.ArgName)); ok && does == kindOf(server) && isTextParameter(slot(call, f, model.ArgValue)) {
			return &summary{May: Sets, Paths: nothing, Puts: []put{{operandOf(call, f, model.ArgValue), key, kindOf(server)}}}
		}
	case model.SessionRemove:
		if key, ok := textOf(slot(call, f, model.ArgName)); !ok || isIdentityKey(key) {
			does = ending(server)
		}
	case model.SessionClear:
		does = ending(server)
	case model.SessionRenew:
		does = Renews
	case model.SessionDestroy:
		does = ending(server)
		if options := slot(call, f, model.ArgOptions); options != nil && !e.drops(options) {
			does = 0
		}
	case model.SessionNew, model.SessionBegin:
		does = Begins
	case model.SessionDestroyAll:
		does = Destroys | EndsAll
	case model.PasswordHash:
		does = Hashes
	case model.PasswordVerify:
		does = VerifiesPassword
	case model.FactorVerify:
		does = VerifiesFactor
	case model.PasswordChange:
		does = ChangesPassword
	default:
		return &summary{Paths: nothing}
	}
	return &summary{May: does, Must: does, Paths: single(does), GivesHash: does == Hashes}
}

func isTextParameter(v ssa.Value) bool {
	p, ok := bare(v).(*ssa.Parameter)
	return ok && isText(p.Type())
}

// ending is what taking a session away does: of a server session it is gone.
func ending(server bool) Effect {
	if server {
		return Destroys
	}
	return Empties
}

func kindOf(server bool) Effect {
	if server {
		return PutsIdentity
	}
	return PutsIdentityStore
}

// putting returns what storing a value under a key means.
func (e *engine) putting(server bool, key, value ssa.Value) Effect {
	if e.isFreshLogin(value) {
		return Begins
	}
	identity := false
	if text, ok := textOf(key); ok {
		identity = isIdentityKey(text) || isAccountValue(value)
	} else {
		label := labelOf(key)
		identity = label != "" && isIdentityKey(label) || isAccountValue(value)
	}
	switch {
	case value != nil && isEmpty(value) && identity:
		return ending(server)
	case identity:
		return kindOf(server)
	case value != nil && !isEmpty(value) && isElevation(key):
		return Sets | Elevates
	}
	return Sets
}

// isElevation reports whether a key is that of a value which says that the user
// proved more than by his password.
func isElevation(key ssa.Value) bool {
	text, ok := textOf(key)
	if !ok {
		return false
	}
	n := nameOf(text)
	if n.has("pending required require requires challenge setup secret temp tmp partial error needs next attempts") {
		return false
	}
	return n.isFactor() && n.has("verified passed ok done complete completed authenticated valid success confirmed at") || n.has("elevated sudo reauthenticated reauth stepup")
}

// isFreshLogin reports whether a value is the ID of a record that a call has just
// made: the session carries a random value of the application's own.
func (e *engine) isFreshLogin(value ssa.Value) bool {
	return value != nil && comesFrom(value, false, func(v ssa.Value) (bool, bool) {
		call, ok := v.(*ssa.Call)
		if !ok {
			return false, true
		}
		s := e.called(call.Common())
		return s != nil && s.May&Begins != 0 && isText(call.Type()), false
	})
}

// isAccountValue reports whether a value is an account, or a record with the
// identity of one.
func isAccountValue(v ssa.Value) bool {
	if v == nil {
		return false
	}
	if m, ok := v.(*ssa.MakeInterface); ok {
		v = m.X
	}
	t := v.Type()
	if p, ok := t.Underlying().(*types.Pointer); ok {
		t = p.Elem()
	}
	s, ok := t.Underlying().(*types.Struct)
	if !ok {
		return false
	}
	if nameOf(typeName(t)).has("user account member profile principal identity userinfo loginuser") {
		return true
	}
	for i := range s.NumFields() {
		if n := nameOf(s.Field(i).Name()); n.has("logged loggedin authenticated userid") || n.has("user") && n.has("id identifier name uuid") {
			return true
		}
	}
	return false
}

// slot returns the argument that plays a slot, or nil.
func slot(call *ssa.CallCommon, f *model.Func, s model.Slot) ssa.Value {
	for _, a := range f.Args {
		if a.Slot == s {
			return calls.Argument(call, a.Index)
		}
	}
	return nil
}

// operandOf is the index of the operand that plays a slot.
func operandOf(call *ssa.CallCommon, f *model.Func, s model.Slot) int {
	for _, a := range f.Args {
		if a.Slot == s && calls.HasReceiver(call) {
			return a.Index + 1
		} else if a.Slot == s {
			return a.Index
		}
	}
	return 0
}

func paramIndex(p *ssa.Parameter) int {
	for i, q := range p.Parent().Params {
		if q == p {
			return i
		}
	}
	return -1
}
