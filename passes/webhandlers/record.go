package webhandlers

import (
	"go/types"
	"strings"

	"golang.org/x/tools/go/ssa"

	"github.com/sessionlint/sessionlint/internal/model"
	"github.com/sessionlint/sessionlint/passes/calls"
	"github.com/sessionlint/sessionlint/passes/fields"
)

// fieldWrite: the ID or the age of a session, a stamp of an account, a mark on
// a record.
func (e *engine) fieldWrite(s *ssa.Store) Effect {
	addr, ok := s.Addr.(*ssa.FieldAddr)
	if !ok {
		return 0
	}
	t, field := addr.X.Type(), fields.Of(addr.X.Type(), addr.Field)
	if role := e.index.LifeField(t, field.Name()); role != nil {
		switch role.Role {
		case model.SessionRenew:
			if isEmpty(s.Val) {
				return Renews
			}
		case model.SessionDestroy:
			if e.drops(s.Val) {
				return Empties
			}
		case model.SessionPut:
			return Empties // a new map
		}
		return 0
	}
	return e.ownField(addr, field.Name(), s.Val)
}

// ownField: fields of the application's own records.
func (e *engine) ownField(addr *ssa.FieldAddr, field string, val ssa.Value) Effect {
	on, n := nameOf(typeName(addr.X.Type())), nameOf(field)
	literal := isLiteral(addr.X)
	if !literal && on.isAccount() && e.isLoaded(object(addr.X)) {
		switch empty := isEmpty(val); {
		case empty && n.isFactor() && n.has("secret enabled key active on totp mfa"):
			return ChangesFactor | DropsFactor
		case !empty && n.joined() == "email" && e.isInputText(val):
			return ChangesAddress
		case !empty && isRecoveryField(n) && e.isInputText(val):
			return ChangesRecovery
		}
	}
	switch {
	case isStamp(field) && isStampType(val.Type()) && (!literal || on.has("update patch params changes")):
		return EndsAll
	case on.isAccount() && n.has("token session") && !n.has(notSessions+" api") && isEmpty(val) && !literal:
		return Ends
	case on.has("session sessions token tokens") && n.has("revoked expired invalidated deleted revocation") && !literal:
		return Destroys
	case on.has("session sessions") && !on.has("db store manager config options") && !literal && isIdentityField(n) && !isEmpty(val) && e.fromCookie(addr.X):
		// the record that the client named; of another one the ID may be fresh
		return PutsIdentity
	}
	return 0
}

func isIdentityField(n name) bool {
	return n.has("uid userid user account loggedin authenticated") && !n.has("agent ip") || n.has("logged")
}

// isStampType: versions are numbers, stamps are times, numbers or texts.
func isStampType(t types.Type) bool {
	if p, ok := t.Underlying().(*types.Pointer); ok {
		t = p.Elem()
	}
	b, ok := t.Underlying().(*types.Basic)
	if ok {
		return b.Info()&(types.IsInteger|types.IsString) != 0
	}
	return strings.HasSuffix(t.String(), "time.Time") || isText(t) || strings.HasSuffix(t.String(), "NullTime")
}

// isLiteral reports whether a pointer is to an object that the function has
// just made.
func isLiteral(v ssa.Value) bool {
	a, ok := object(v).(*ssa.Alloc)
	if !ok {
		return false
	}
	for _, ref := range calls.Uses(a) {
		switch ref := ref.(type) {
		case *ssa.Store:
			if ref.Addr == a {
				return false // a copy of something
			}
		}
	}
	return true
}

// drops reports whether an age, or options with an age, is not positive.
func (e *engine) drops(v ssa.Value) bool {
	if n, ok := numberOf(v); ok {
		return n < 0
	}
	a, ok := object(v).(*ssa.Alloc)
	if !ok {
		return false
	}
	for _, ref := range calls.Uses(a) {
		addr, ok := ref.(*ssa.FieldAddr)
		if !ok || fields.Of(addr.X.Type(), addr.Field).Name() != "MaxAge" {
			continue
		}
		for _, val := range stored(addr) {
			if n, ok := numberOf(val); ok && n < 0 {
				return true
			}
		}
	}
	return false
}

// isInputText reports whether a text is one that the client sent.
func (e *engine) isInputText(v ssa.Value) bool {
	return isText(v.Type()) && comesFrom(v, true, func(v ssa.Value) (bool, bool) {
		call, ok := v.(*ssa.Call)
		if !ok {
			return false, true
		}
		f := e.index.Func(calls.Callee(call.Common()))
		return f != nil && isInput(f.Role), true
	})
}
