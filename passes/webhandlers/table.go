package webhandlers

import (
	"go/types"

	"golang.org/x/tools/go/ssa"

	"github.com/sessionlint/sessionlint/internal/model"
	"github.com/sessionlint/sessionlint/passes/calls"
	"github.com/sessionlint/sessionlint/passes/fields"
)

// mapWrite: an entry of the values of a session, or of a table of sessions.
func (e *engine) mapWrite(m *ssa.MapUpdate) Effect {
	if role := e.fieldRole(m.Map); role != nil {
		return e.putting(false, m.Key, m.Value)
	}
	if isMapOf(m.Map, accountWords) && e.carriesHash(m.Parent(), object(m.Value)) {
		if e.isLoaded(object(m.Value)) {
			return ChangesPassword
		}
		return Creates
	}
	n := nameOf(labelOf(m.Map))
	if n.has(denyWords) && !isEmpty(m.Value) {
		return Destroys
	}
	if !n.has(sessionWords) && !isMapOf(m.Map, sessionWords) || n.has("csrf reset email") {
		return 0
	}
	if e.fromCookie(m.Key) {
		if isAccountValue(m.Value) || nameOf(labelOf(m.Value)).isAccount() {
			return PutsIdentity
		}
		return 0
	}
	if e.isRandom(m.Key) || isMapOf(m.Map, sessionWords) {
		return Begins
	}
	return 0
}

// isRandom reports whether a value comes from a generator of random numbers.
func (e *engine) isRandom(v ssa.Value) bool {
	return comesFrom(v, true, func(v ssa.Value) (bool, bool) {
		call, ok := v.(*ssa.Call)
		if !ok {
			return false, true
		}
		f := e.index.Func(calls.Callee(call.Common()))
		return f != nil && (f.Role == model.RandStrong || f.Role == model.RandWeak), true
	})
}

// fieldRole returns what a value, read from a field of a session, is there.
func (e *engine) fieldRole(v ssa.Value) *model.LifeField {
	load, ok := v.(*ssa.UnOp)
	if !ok {
		return nil
	}
	addr, ok := load.X.(*ssa.FieldAddr)
	if !ok {
		return nil
	}
	return e.index.LifeField(addr.X.Type(), fields.Of(addr.X.Type(), addr.Field).Name())
}

// mapDelete: delete(m, key), clear(m).
func (e *engine) mapDelete(args []ssa.Value) Effect {
	if role := e.fieldRole(args[0]); role != nil {
		if len(args) > 1 {
			if key, ok := textOf(args[1]); ok && !isIdentityKey(key) {
				return 0
			}
		}
		return Empties
	}
	if e.isNeverMade(args[0]) {
		return 0 // nothing is in it
	}
	n := nameOf(labelOf(args[0]))
	if n.has("cache contexts") && !n.has("session sessions sess") {
		return 0
	}
	if (n.has(sessionWords) || isMapOf(args[0], sessionWords)) && !n.has("csrf reset email") {
		if len(args) == 1 {
			return Destroys | EndsAll | Deletes
		}
		return Destroys | Deletes
	}
	return 0
}

// isMapOf reports whether the values of a map have a type that is called so.
func isMapOf(v ssa.Value, list string) bool {
	m, ok := v.Type().Underlying().(*types.Map)
	return ok && nameOf(typeName(m.Elem())).has(list)
}

// fromCookie reports whether a value is read from a cookie of the request.
func (e *engine) fromCookie(v ssa.Value) bool {
	return comesFrom(v, true, func(v ssa.Value) (bool, bool) {
		return e.readsCookie(v), true
	})
}

// comparison: the hash of a password, held against another.
func (e *engine) comparison(x, y ssa.Value) Effect {
	if !isText(x.Type()) || isEmpty(x) || isEmpty(y) {
		return 0
	}
	if e.isHash(x) && !e.isHash(y) || e.isHash(y) && !e.isHash(x) {
		return VerifiesPassword
	}
	return 0
}
