package webhandlers

import (
	"go/types"
	"strings"

	"golang.org/x/tools/go/ssa"

	"github.com/sessionlint/sessionlint/internal/model"
	"github.com/sessionlint/sessionlint/passes/calls"
	"github.com/sessionlint/sessionlint/passes/fields"
)

// instruction returns what an instruction of a function does, or nil.
func (e *engine) instruction(fn *ssa.Function, instr ssa.Instruction) *summary {
	if s, ok := e.effects[instr]; ok {
		return s
	}
	s := e.instructionOf(fn, instr)
	if s != nil && s.isZero() {
		s = nil
	}
	switch instr.(type) {
	case ssa.CallInstruction, *ssa.MapUpdate, *ssa.Store:
		e.effects[instr] = s
	}
	return s
}

func (e *engine) instructionOf(fn *ssa.Function, instr ssa.Instruction) *summary {
	switch instr := instr.(type) {
	case ssa.CallInstruction:
		return e.call(fn, instr)
	case *ssa.MapUpdate:
		return plain(e.mapWrite(instr))
	case *ssa.Store:
		return plain(e.fieldWrite(instr))
	case *ssa.BinOp:
		if op := instr.Op.String(); op == "==" || op == "!=" {
			return plain(e.comparison(instr.X, instr.Y))
		}
	}
	return nil
}

// plain is a summary of effects without parameters.
func plain(does Effect) *summary {
	if does == 0 {
		return nil
	}
	return &summary{May: does, Must: does, Paths: single(does)}
}

// call returns what a call does, its arguments included.
func (e *engine) call(fn *ssa.Function, instr ssa.CallInstruction) *summary {
	call := instr.Common()
	if b, ok := call.Value.(*ssa.Builtin); ok {
		if b.Name() == "delete" || b.Name() == "clear" {
			return plain(e.mapDelete(call.Args))
		}
		return nil
	}
	s := &summary{Paths: nothing}
	if callee := e.called(call); callee != nil {
		*s = *callee
		s.GivesHash, s.Puts, s.Saves, s.Hashed = false, nil, nil, nil
		e.forwarded(s, call, callee)
	}
	if s.May&Renews != 0 && e.isRenewal(call) && dropped(instr) {
		s.May |= RenewsUnchecked
		s.Paths = single(s.May &^ Renews)
	}
	for _, arg := range call.Args {
		e.closure(s, arg)
	}
	if made, ok := call.Value.(*ssa.MakeClosure); ok {
		if inner, ok := made.Fn.(*ssa.Function); ok && inner.Parent() == fn {
			body := e.of(inner)
			s.May, s.Must, s.Paths = s.May|body.May, s.Must|body.Must, s.Paths.then(body.Paths)
		}
	}
	e.byArguments(fn, instr, s)
	if s.Paths == 0 {
		s.Paths = nothing
	}
	return s
}

// forwarded resolves what depends on the arguments.
func (e *engine) forwarded(s *summary, call *ssa.CallCommon, callee *summary) {
	args := calls.Operands(call)
	for _, p := range callee.Puts {
		if p.Key >= len(args) {
			continue
		}
		if key, ok := args[p.Key].(*ssa.Parameter); ok {
			s.Puts = append(s.Puts, put{paramIndex(key), p.Kind})
			continue
		}
		does := e.putting(p.Kind == PutsIdentity, args[p.Key], nil)
		if does != Sets {
			s.May, s.Must, s.Paths = s.May|does, s.Must|does, s.Paths.then(single(does))
		}
	}
}

// closure: a function that is handed over may be run.
func (e *engine) closure(s *summary, arg ssa.Value) {
	made, ok := arg.(*ssa.MakeClosure)
	if !ok {
		return
	}
	inner, ok := made.Fn.(*ssa.Function)
	if !ok || inner.Pkg != e.pkg || len(inner.Blocks) == 0 {
		return
	}
	body := e.of(inner)
	s.May |= body.May
	s.Paths = s.Paths.then(body.Paths | nothing)
}

// isRenewal reports whether a call itself is that of a library that renews.
func (e *engine) isRenewal(call *ssa.CallCommon) bool {
	f := e.index.Life(calls.Callee(call))
	return f != nil && f.Role == model.SessionRenew
}

// dropped reports whether nobody looks at the error that a call returns.
func dropped(instr ssa.CallInstruction) bool {
	call, ok := instr.(*ssa.Call)
	if !ok {
		return true // deferred, or in the background
	}
	results := call.Common().Signature().Results()
	n := results.Len()
	if n == 0 || !isError(results.At(n-1).Type()) {
		return false
	}
	for _, ref := range *call.Referrers() {
		switch ref := ref.(type) {
		case *ssa.DebugRef:
		case *ssa.Extract:
			if ref.Index == n-1 && len(*ref.Referrers()) > 0 {
				return false
			}
		default:
			return false
		}
	}
	return true
}

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
	switch {
	case isStamp(field) && isStampType(val.Type()) && (!literal || on.has("update patch params changes")):
		return EndsAll
	case on.isAccount() && n.has("token session") && !n.has(notSessions+" api") && isEmpty(val) && !literal:
		return Ends
	case on.has("session sessions token tokens") && n.has("revoked expired invalidated deleted revocation") && !literal:
		return Destroys
	case on.has("session sessions") && !on.has("db store manager config options") && !literal && isIdentityField(n) && !isEmpty(val):
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
	for _, ref := range *a.Referrers() {
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
	for _, ref := range *a.Referrers() {
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
