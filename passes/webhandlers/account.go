package webhandlers

import (
	"go/types"
	"slices"

	"golang.org/x/tools/go/ssa"

	"github.com/sessionlint/sessionlint/internal/model"
	"github.com/sessionlint/sessionlint/passes/calls"
	"github.com/sessionlint/sessionlint/passes/fields"
)

// saved: an object, or a copy of it, is written; it carries a new password.
func (e *engine) saved(fn *ssa.Function, arg ssa.Value, how class) Effect {
	obj := object(arg)
	if isText(arg.Type()) || !e.carriesHash(fn, obj) {
		return 0
	}
	switch {
	case how == creates:
		return Creates
	case how == updates, e.isLoaded(obj):
		return ChangesPassword
	case isLiteral(obj):
		return Creates
	}
	return 0
}

// freshly: the function called puts a new password into what it saves.
func (e *engine) freshly(arg ssa.Value, s save) Effect {
	switch obj := object(arg); {
	case !s.Fresh || s.Class != either:
		return 0
	case e.isLoaded(obj):
		return ChangesPassword
	case isLiteral(obj):
		return Creates
	}
	return 0
}

// hashedBy reports whether a call puts a new password into an object.
func (e *engine) hashedBy(call ssa.CallInstruction, obj ssa.Value) bool {
	s := e.called(call.Common())
	if s == nil || len(s.Hashed) == 0 {
		return false
	}
	for i, arg := range calls.Operands(call.Common()) {
		if slices.Contains(s.Hashed, i) && object(arg) == object(obj) {
			return true
		}
	}
	return false
}

// uses returns the calls that an object, or the pointer in it, is given to.
func uses(obj ssa.Value) []ssa.CallInstruction {
	var out []ssa.CallInstruction
	for _, ref := range calls.Uses(obj) {
		if len(out) > maxUses {
			break
		}
		switch ref := ref.(type) {
		case ssa.CallInstruction:
			out = append(out, ref)
		case *ssa.UnOp:
			for _, use := range calls.Uses(ref) {
				if call, ok := use.(ssa.CallInstruction); ok {
					out = append(out, call)
				}
			}
		case *ssa.Store:
			if a, ok := ref.Addr.(*ssa.Alloc); ok && ref.Val == obj {
				for _, load := range calls.Uses(a) {
					if load, ok := load.(*ssa.UnOp); ok {
						for _, use := range calls.Uses(load) {
							if call, ok := use.(ssa.CallInstruction); ok {
								out = append(out, call)
							}
						}
					}
				}
			}
		}
	}
	return out
}

// carriesHash reports whether a field of an object was set to a new password.
func (e *engine) carriesHash(fn *ssa.Function, obj ssa.Value) bool {
	if obj == nil || obj.Referrers() == nil {
		return false
	}
	for _, call := range uses(obj) {
		if e.hashedBy(call, obj) {
			return true
		}
	}
	for _, addr := range fieldsOf(obj, 0) {
		if !isTextLike(addr.Type().Underlying().(*types.Pointer).Elem()) {
			continue
		}
		for _, ref := range calls.Uses(addr) {
			if s, ok := ref.(*ssa.Store); ok && s.Addr == addr && (e.isHash(s.Val) || isGiven(addr, s.Val)) {
				return true
			}
		}
	}
	return false
}

// isGiven reports whether a field for a password is set to a text that is not
// that of another account.
func isGiven(addr *ssa.FieldAddr, val ssa.Value) bool {
	if !nameOf(fields.Of(addr.X.Type(), addr.Field).Name()).isPassword() || isAtServer(addr.X.Type()) || isEmpty(val) {
		return false
	}
	if _, ok := val.(*ssa.Const); ok {
		return false
	}
	return !comesFrom(val, true, func(v ssa.Value) (bool, bool) {
		switch v := v.(type) {
		case *ssa.FieldAddr:
			return isStoredIn(v) && v.X != addr.X, true
		case *ssa.Field:
			return isStoredPassword(v.X.Type(), v.Field), true
		}
		return false, true
	})
}

// isStoredIn reports whether a field is the password of an account, or of a part of
// one: user.Login.Password.
func isStoredIn(addr *ssa.FieldAddr) bool {
	if isStoredPassword(addr.X.Type(), addr.Field) {
		return true
	}
	if !nameOf(fields.Of(addr.X.Type(), addr.Field).Name()).isPassword() {
		return false
	}
	for outer, ok := addr.X.(*ssa.FieldAddr); ok; outer, ok = outer.X.(*ssa.FieldAddr) {
		if n := nameOf(typeName(outer.X.Type())); n.isAccount() && !n.has(messageWords) {
			return true
		}
	}
	return false
}

// fieldsOf returns the addresses of fields of an object, nested ones and those
// through copies of its pointer included.
func fieldsOf(obj ssa.Value, depth int) []*ssa.FieldAddr {
	var out []*ssa.FieldAddr
	if depth > 3 {
		return nil
	}
	for _, ref := range calls.Uses(obj) {
		if len(out) > maxUses {
			break
		}
		switch ref := ref.(type) {
		case *ssa.FieldAddr:
			out = append(append(out, ref), fieldsOf(ref, depth+1)...)
		case *ssa.UnOp:
			if isPointer(ref.Type()) {
				out = append(out, fieldsOf(ref, depth+1)...)
			}
		case *ssa.Store:
			if ref.Val == obj { // the pointer is kept in a variable
				if a, ok := ref.Addr.(*ssa.Alloc); ok {
					out = append(out, fieldsOf(a, depth+1)...)
				}
			}
		case *ssa.MakeClosure:
			inner, ok := ref.Fn.(*ssa.Function)
			for i, b := range ref.Bindings {
				if ok && b == obj && i < len(inner.FreeVars) {
					out = append(out, fieldsOf(inner.FreeVars[i], depth+1)...)
				}
			}
		}
	}
	return out
}

// isLoaded reports whether an object is one that was there before: the result
// of a call that finds it, or what the request carries.
func (e *engine) isLoaded(obj ssa.Value) bool {
	return comesFrom(obj, false, func(v ssa.Value) (bool, bool) {
		switch v := v.(type) {
		case *ssa.Lookup: // an entry of a table
			return true, false
		case *ssa.TypeAssert:
			return nameOf(typeName(v.AssertedType)).isAccount(), true
		case *ssa.Call:
			callee := calls.Callee(v.Common())
			if callee == nil {
				return false, false
			}
			n := nameOf(callee.Name())
			if n.has("new create make build parse decode bind form from") || e.takesRequestArg(v.Common()) && !e.givesCurrent(v.Common()) {
				return false, false
			}
			return n.has(loadWords) || n.isAccount(), false
		case *ssa.Alloc: // var u User; db.First(&u)
			return e.filledByQuery(v), true
		}
		return false, true
	})
}

// filledByQuery reports whether a variable is filled by a call that reads a
// database.
func (e *engine) filledByQuery(a *ssa.Alloc) bool {
	return slices.ContainsFunc(handedTo(a), func(call ssa.CallInstruction) bool {
		f := e.index.Func(calls.Callee(call.Common()))
		return f != nil && f.Role == model.DBRead
	})
}

func (e *engine) takesRequestArg(call *ssa.CallCommon) bool {
	for _, arg := range call.Args {
		if isRequest(arg.Type(), 0) {
			return true
		}
	}
	return false
}
