package bearer

import (
	"go/constant"
	"go/token"
	"go/types"
	"slices"
	"strings"
	"time"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/ssa"

	"github.com/sessionlint/sessionlint/internal/evidence"
	"github.com/sessionlint/sessionlint/internal/words"
	"github.com/sessionlint/sessionlint/passes/calls"
	"github.com/sessionlint/sessionlint/passes/fields"
)

// A Timer is a limit of a handwritten session: the age at which a record is
// refused, or the lifetime that one is given.
type Timer struct {
	evidence.Ranger
	Record string // name of the type of the record
	Idle   bool   // counted from the last use
	Lives  []Life
}

// Timers returns the limits of handwritten sessions.
func (t *Tokens) Timers() []*Timer { return t.timers }

func (e *engine) timers() []*Timer {
	var out []*Timer
	e.each(func(instr ssa.Instruction) {
		var t *Timer
		switch instr := instr.(type) {
		case *ssa.BinOp:
			t = e.ageLimit(instr)
		case *ssa.Call:
			t = e.endLimit(instr)
		case *ssa.Store:
			t = e.lifeGiven(instr)
		}
		if t != nil {
			out = append(out, t)
		}
	})
	return out
}

// ageLimit: time.Since(session.LastActive) > limit.
func (e *engine) ageLimit(b *ssa.BinOp) *Timer {
	switch b.Op {
	case token.GTR, token.GEQ, token.LSS, token.LEQ:
	default:
		return nil
	}
	age, limit := b.X, b.Y
	record, idle, unit, ok := e.age(age)
	if !ok {
		age, limit = limit, age
		if record, idle, unit, ok = e.age(age); !ok {
			return nil
		}
	}
	e.syntax.build()
	expr := e.syntax.conds[b.Pos()]
	if expr == nil || e.provesAgain(expr) {
		return nil
	}
	at := evidence.Step{Start: expr.Pos(), Stop: expr.End()}
	return session(&Timer{Ranger: expr, Record: record, Idle: idle, Lives: e.limitOf(limit, unit, at)})
}

// limitOf returns how long a limit is in its unit.
func (e *engine) limitOf(v ssa.Value, unit time.Duration, at evidence.Step) []Life {
	if k, ok := v.(*ssa.Const); ok && k.Value != nil && unit > 1 {
		n, _ := constant.Float64Val(constant.ToFloat(k.Value))
		return []Life{{Known: true, D: time.Duration(n * float64(unit)), At: at}}
	}
	if unit > 1 {
		return unknownLife(at)
	}
	return e.spans(v, at)
}

// age takes the age of a record apart.
func (e *engine) age(v ssa.Value) (record string, idle bool, unit time.Duration, ok bool) {
	call, isCall := v.(*ssa.Call)
	if !isCall {
		return "", false, 0, false
	}
	callee := calls.Callee(call.Common())
	if callee == nil {
		return "", false, 0, false
	}
	ops := calls.Operands(call.Common())
	switch callee.FullName() {
	case "(time.Duration).Hours", "(time.Duration).Minutes", "(time.Duration).Seconds":
		record, idle, _, ok = e.age(ops[0])
		return record, idle, map[string]time.Duration{"Hours": time.Hour, "Minutes": time.Minute, "Seconds": time.Second}[callee.Name()], ok
	case "time.Since":
		record, idle, ok = e.moment(ops[0])
		return record, idle, 1, ok
	case "(time.Time).Sub":
		record, idle, ok = e.moment(ops[1])
		return record, idle, 1, ok
	}
	return "", false, 0, false
}

// endLimit: session.CreatedAt.Add(limit).Before(time.Now()).
func (e *engine) endLimit(call *ssa.Call) *Timer {
	callee := calls.Callee(call.Common())
	if callee == nil || callee.FullName() != "(time.Time).Before" && callee.FullName() != "(time.Time).After" {
		return nil
	}
	for _, op := range calls.Operands(call.Common()) {
		sum, ok := op.(*ssa.Call)
		if !ok {
			continue
		}
		if added := calls.Callee(sum.Common()); added == nil || added.FullName() != "(time.Time).Add" {
			continue
		}
		ops := calls.Operands(sum.Common())
		record, idle, ok := e.moment(ops[0])
		expr := e.callOf(call)
		if ok && expr != nil && !e.provesAgain(expr) {
			return session(&Timer{Ranger: expr, Record: record, Idle: idle, Lives: e.spans(ops[1], e.argStep(sum, 0, e.step(sum)))})
		}
	}
	return nil
}

// moment reports whether a value is the moment at which a session record began
// or was last used.
func (e *engine) moment(v ssa.Value) (record string, idle, ok bool) {
	load, isLoad := v.(*ssa.UnOp)
	if isLoad {
		if inner, again := load.X.(*ssa.UnOp); again { // a pointer to a time
			load = inner
		}
	}
	var t types.Type
	var name string
	switch {
	case isLoad:
		addr, isField := load.X.(*ssa.FieldAddr)
		if !isField {
			return "", false, false
		}
		t, name = addr.X.Type(), fieldName(addr)
	default:
		f, isField := v.(*ssa.Field)
		if !isField {
			return "", false, false
		}
		t, name = f.X.Type(), fields.Of(f.X.Type(), f.Field).Name()
	}
	record = e.sessionRecord(t)
	list := words.Split(name)
	switch {
	case record == "":
	case slices.Contains(list, "last") || slices.Contains(list, "seen") || slices.Contains(list, "accessed") || slices.Contains(list, "updated"):
		return record, true, true
	case slices.Contains(list, "created") || slices.Contains(list, "issued") || slices.Contains(list, "started") || slices.Contains(list, "began"):
		return record, false, true
	}
	return "", false, false
}

// lifeGiven: a record gets its lifetime.
func (e *engine) lifeGiven(store *ssa.Store) *Timer {
	addr, ok := store.Addr.(*ssa.FieldAddr)
	if !ok {
		return nil
	}
	list := words.Split(fieldName(addr))
	ends := slices.ContainsFunc(list, func(w string) bool { return strings.HasPrefix(w, "expir") })
	idle := slices.Contains(list, "inactivity") || slices.Contains(list, "idle")
	if !ends && !idle {
		return nil
	}
	record := e.sessionRecord(addr.X.Type())
	if record == "" {
		return nil
	}
	at := e.storeStep(store)
	t := &Timer{Ranger: at, Record: record, Idle: idle}
	switch {
	case isTime(store.Val.Type()) && ends:
		t.Lives = e.lives(store.Val)
	case isDuration(store.Val.Type()):
		t.Lives = e.spans(store.Val, at)
	case isNumber(store.Val.Type().Underlying()) && list[len(list)-1] == "seconds":
		t.Lives = (&clock{e, map[ssa.Value]bool{}, map[*ssa.Function]bool{}}).seconds(store.Val, at, 0)
	default:
		return nil
	}
	return session(t)
}

// session returns a limit unless it may be that of a token for one purpose: a
// record that is not called a session has to count from its last use.
func session(t *Timer) *Timer {
	if t.Idle || hasWord(t.Record, "session", "login", "refresh", "remember") {
		return t
	}
	return nil
}

// sessionRecord names the type of a handwritten session: a struct of the
// program whose name says so, or which holds a token beside a user.
func (e *engine) sessionRecord(t types.Type) string {
	if p, ok := types.Unalias(t).Underlying().(*types.Pointer); ok {
		t = p.Elem()
	}
	n, ok := types.Unalias(t).(*types.Named)
	if !ok || n.Obj().Pkg() == nil || n.Obj().Pkg() != e.pass.Pkg && !e.pass.ImportPackageFact(n.Obj().Pkg(), new(OwnFact)) || !isRecord(n) {
		return ""
	}
	return n.Obj().Name()
}

// isRecord reports whether a type, by its name and fields, is a handwritten session.
func isRecord(n *types.Named) bool {
	s, ok := n.Underlying().(*types.Struct)
	if !ok {
		return false
	}
	list := words.Split(n.Obj().Name())
	if linkWords(list) && !slices.Contains(list, "client") || slices.ContainsFunc(list, func(w string) bool {
		return slices.Contains([]string{"viewer", "webauthn", "ssh", "saml", "oidc", "config", "options", "settings", "key", "application", "app", "code", "cache"}, w)
	}) {
		return false
	}
	user, secret := false, false
	for i := range s.NumFields() {
		f := words.Split(s.Field(i).Name())
		user = user || slices.Contains(f, "user") || slices.Contains(f, "uid") || slices.Contains(f, "account")
		secret = secret || slices.Contains(f, "token") && (isString(s.Field(i).Type()) || isBytes(s.Field(i).Type()))
	}
	return user && (secret || slices.Contains(list, "session"))
}

// keepsRecords reports whether a package can limit handwritten sessions: it knows
// the time, and it, or an own package that it imports, has such a type.
func keepsRecords(pass *analysis.Pass) bool {
	timed := slices.ContainsFunc(pass.Pkg.Imports(), func(p *types.Package) bool { return p.Path() == "time" })
	if !timed {
		return false
	}
	if namesRecords(pass.Pkg) {
		return true
	}
	for _, imported := range pass.Pkg.Imports() {
		if fact := new(OwnFact); pass.ImportPackageFact(imported, fact) && fact.Records {
			return true
		}
	}
	return false
}

// namesRecords reports whether a package has a type of handwritten sessions.
func namesRecords(pkg *types.Package) bool {
	scope := pkg.Scope()
	for _, name := range scope.Names() {
		if obj, ok := scope.Lookup(name).(*types.TypeName); ok {
			if n, ok := types.Unalias(obj.Type()).(*types.Named); ok && isRecord(n) {
				return true
			}
		}
	}
	return false
}
