package bearer

import (
	"go/constant"
	"go/token"
	"go/types"

	"golang.org/x/tools/go/ssa"

	"github.com/sessionlint/sessionlint/internal/words"
	"github.com/sessionlint/sessionlint/passes/calls"
)

// A heir follows what is known of an old token, and looks whether some of it
// reaches the new one.
type heir struct {
	*engine
	old, made ssa.CallInstruction
	fresh     map[ssa.Value]bool // what belongs to the new token
	seen      map[ssa.Value]bool
	inherits  bool // or it is not known
}

// forgets reports whether nothing of an old token but its user reaches the new
// one, or whatever is kept with it.
func (x *exchange) forgets(old, made ssa.CallInstruction) bool {
	h := &heir{engine: x.engine, old: old, made: made, fresh: map[ssa.Value]bool{}, seen: map[ssa.Value]bool{}}
	h.belongs(made.Value(), 0)
	for _, op := range calls.Operands(made.Common()) {
		if isCallResult(op) && !identifies(x.goalName(op)) {
			h.belongs(op, 0)
		}
	}
	h.results(old)
	for _, op := range calls.Operands(old.Common()) {
		if e := unwrapped(op); e != nil && x.holdsClaims(e.Type()) && isPointer(e.Type()) {
			h.part(e, "claims")
		}
	}
	return !h.inherits
}

func isPointer(t types.Type) bool { _, ok := t.Underlying().(*types.Pointer); return ok }

func isCallResult(v ssa.Value) bool {
	if x, ok := v.(*ssa.Extract); ok {
		v = x.Tuple
	}
	_, ok := v.(*ssa.Call)
	return ok
}

// belongs notes what is made of the new token, or kept beside it.
func (h *heir) belongs(v ssa.Value, depth int) {
	if v == nil || h.fresh[v] || v.Referrers() == nil || depth > maxDepth || isErrorType(v.Type()) {
		return
	}
	h.fresh[v] = true
	for _, ref := range calls.Uses(v) {
		switch ref := ref.(type) {
		case *ssa.Extract, *ssa.Phi, *ssa.Convert, *ssa.ChangeType, *ssa.MakeInterface, *ssa.UnOp, *ssa.Slice:
			h.belongs(ref.(ssa.Value), depth+1)
		case *ssa.Store:
			if base := baseOf(ref.Addr); base != nil && ref.Val == v {
				h.belongs(base, depth+1)
			}
		}
	}
}

// baseOf returns the variable that a place is part of.
func baseOf(addr ssa.Value) ssa.Value {
	for {
		switch a := addr.(type) {
		case *ssa.FieldAddr:
			addr = a.X
		case *ssa.IndexAddr:
			addr = a.X
		case *ssa.Alloc:
			return a
		default:
			return nil
		}
	}
}

// goalName names what the result of a call is assigned to, if it has a name.
func (e *engine) goalName(v ssa.Value) string {
	i := 0
	if x, ok := v.(*ssa.Extract); ok {
		v, i = x.Tuple, x.Index
	}
	call, ok := v.(*ssa.Call)
	if !ok {
		return ""
	}
	if goals := e.syntax.goals[e.callOf(call)]; i < len(goals) {
		return types.ExprString(goals[i])
	}
	return ""
}

// results follows what a call says about the old token.
func (h *heir) results(call ssa.CallInstruction) {
	v := call.Value()
	if v == nil {
		return
	}
	if _, tuple := v.Type().(*types.Tuple); !tuple {
		h.part(v, h.goalName(v))
		return
	}
	for _, ref := range calls.Uses(v) {
		if x, ok := ref.(*ssa.Extract); ok {
			h.part(x, h.goalName(x))
		}
	}
}

// part follows one thing that is known of the old token, by its name.
func (h *heir) part(v ssa.Value, name string) {
	switch {
	case isErrorType(v.Type()) || isBool(v.Type()) || says(name, "type", "typ", "kind", "purpose", "audience", "aud", "issuer", "iss", "valid", "status", "state", "active", "disabled", "version"):
		return // tested, if anything
	case isAccount(v.Type()):
		h.account(v)
	case identifies(name) && !isTime(v.Type()):
		return // whom it belongs to
	default:
		h.follow(v)
	}
}

func says(name string, list ...string) bool {
	parts := words.Split(name)
	return len(parts) > 0 && hasWord(parts[len(parts)-1], list...)
}

// identifies reports whether a name says whom a token belongs to.
func identifies(name string) bool {
	return isIdentity(name) && !hasWord(name, "session", "token", "family", "root", "login", "jti", "at", "time", "claims")
}

// isAccount reports whether a type is a record of a user.
func isAccount(t types.Type) bool {
	if p, ok := t.Underlying().(*types.Pointer); ok {
		t = p.Elem()
	}
	n, ok := types.Unalias(t).(*types.Named)
	return ok && isStruct(n) && hasWord(n.Obj().Name(), "user", "account", "member", "customer", "principal", "identity", "person") &&
		!hasWord(n.Obj().Name(), "claims", "session", "token", "login", "info")
}

// account: a moment that is kept with the user may be that of the last login.
func (h *heir) account(v ssa.Value) {
	for _, ref := range calls.Uses(v) {
		if addr, ok := ref.(*ssa.FieldAddr); ok && (isTime(fieldType(addr)) || hasWord(fieldName(addr), "login", "auth", "at", "session")) {
			h.inherits = true
		}
	}
}

func fieldType(addr *ssa.FieldAddr) types.Type {
	return addr.Type().Underlying().(*types.Pointer).Elem()
}

func (h *heir) follow(v ssa.Value) {
	if h.inherits || h.seen[v] || v.Referrers() == nil {
		return
	}
	h.seen[v] = true
	if h.fresh[v] || h.spent() {
		h.inherits = true
		return
	}
	for _, ref := range calls.Uses(v) {
		h.use(v, ref)
	}
}

func (h *heir) use(v ssa.Value, ref ssa.Instruction) {
	switch ref := ref.(type) {
	case *ssa.FieldAddr:
		h.part(ref, fieldName(ref))
	case *ssa.Field:
		h.part(ref, ref.X.Type().Underlying().(*types.Struct).Field(ref.Field).Name())
	case *ssa.Lookup:
		k, ok := ref.Index.(*ssa.Const)
		if !ok || k.Value == nil || k.Value.Kind() != constant.String {
			h.inherits = true
			return
		}
		h.part(ref, constant.StringVal(k.Value))
	case *ssa.UnOp, *ssa.Extract, *ssa.Phi, *ssa.ChangeType, *ssa.Convert, *ssa.ChangeInterface, *ssa.MakeInterface, *ssa.TypeAssert, *ssa.Slice, *ssa.IndexAddr:
		h.follow(ref.(ssa.Value))
	case *ssa.BinOp:
		if ref.Op == token.ADD {
			h.follow(ref)
		}
	case *ssa.Store:
		h.stored(v, ref)
	case *ssa.Call:
		h.handed(v, ref)
	case *ssa.If, *ssa.Return, *ssa.DebugRef:
	default:
		h.inherits = true
	}
}

func (h *heir) stored(v ssa.Value, store *ssa.Store) {
	if store.Val != v {
		return // something else is written there
	}
	if base := baseOf(store.Addr); base != nil {
		h.follow(base)
		return
	}
	h.inherits = true
}

// handed: a call may keep what it gets of the old token with what it gets of
// the new one. What takes the old one alone cannot.
func (h *heir) handed(v ssa.Value, call *ssa.Call) {
	if ssa.CallInstruction(call) == h.old || prints(call.Common()) {
		return
	}
	if ssa.CallInstruction(call) == h.made {
		h.inherits = true
		return
	}
	ops := calls.Operands(call.Common())
	for _, op := range ops {
		if h.fresh[unwrapped(op)] {
			h.inherits = true
			return
		}
	}
	if callee := calls.Callee(call.Common()); callee != nil && callee.Signature().Recv() != nil && len(ops) == 1 {
		h.part(call, callee.Name()) // a getter
		return
	}
	h.results(call)
}
