package bearer

import (
	"go/ast"
	"go/constant"
	"go/types"
	"slices"
	"strings"

	"golang.org/x/tools/go/ssa"

	"github.com/sessionlint/sessionlint/internal/evidence"
	"github.com/sessionlint/sessionlint/internal/model"
	"github.com/sessionlint/sessionlint/internal/words"
	"github.com/sessionlint/sessionlint/passes/calls"
)

// A Refresher is a function that takes a token and makes a new one.
type Refresher struct {
	evidence.Ranger                 // its name
	Function        string          // its name
	Mint            *Mint           // the new token
	State           bool            // a database is asked or changed
	Knows           bool            // by a statement about tokens or sessions
	Ends            bool            // by one that takes them away or changes them
	Statement       evidence.Ranger // that one, nil if its place is not known
	Other           string          // a function that may do so, "" if there is none
}

// Refreshes returns the functions whose names say that they refresh tokens,
// and which verify one and make another.
func (t *Tokens) Refreshes(names []string) []*Refresher {
	if t.engine == nil {
		return nil
	}
	t.engine.later.Lock()
	defer t.engine.later.Unlock()
	var out []*Refresher
	seen := map[*ssa.Function]bool{}
	for _, m := range t.mints {
		for _, fn := range t.engine.refreshersOf(m.call.Parent(), names, 0) {
			if !seen[fn] {
				seen[fn] = true
				if r := t.engine.refresh(fn, m); r != nil {
					out = append(out, r)
				}
			}
		}
	}
	return out
}

// refreshersOf returns the functions around, or before, a place that say that
// they refresh.
func (e *engine) refreshersOf(fn *ssa.Function, names []string, depth int) []*ssa.Function {
	root := calls.Outermost(fn)
	list := words.Split(root.Name())
	if slices.Contains(list, "refresh") || slices.Contains(list, "renew") || slices.Contains(names, root.Name()) {
		return []*ssa.Function{root}
	}
	if depth > 1 {
		return nil
	}
	var out []*ssa.Function
	for _, call := range e.callers[root] {
		out = append(out, e.refreshersOf(call.Parent(), names, depth+1)...)
	}
	return out
}

// refresh describes what such a function does, nil if it verifies nothing.
func (e *engine) refresh(fn *ssa.Function, m *Mint) *Refresher {
	decl, ok := fn.Syntax().(*ast.FuncDecl)
	if !ok {
		return nil
	}
	r := &Refresher{Ranger: decl.Name, Function: fn.Name(), Mint: m}
	w := &work{engine: e, seen: map[*ssa.Function]bool{}}
	w.read(fn, 0)
	if !w.verifies {
		return nil
	}
	r.State, r.Knows, r.Ends, r.Other = w.state, w.knows, w.ends, w.other
	if w.statement != nil {
		if expr := e.callOf(w.statement); expr != nil {
			r.Statement = expr
		}
	}
	return r
}

// work collects what a function and those that it calls do.
type work struct {
	*engine
	seen            map[*ssa.Function]bool
	verifies, state bool
	knows, ends     bool
	statement       ssa.CallInstruction
	other           string
}

func (w *work) read(fn *ssa.Function, depth int) {
	if w.seen[fn] || depth > 4 || w.spent() {
		return
	}
	w.seen[fn] = true
	for _, b := range fn.Blocks {
		for _, instr := range b.Instrs {
			if call, ok := instr.(ssa.CallInstruction); ok {
				w.call(call, depth)
			}
		}
	}
	for _, inner := range fn.AnonFuncs {
		w.read(inner, depth)
	}
}

func (w *work) call(call ssa.CallInstruction, depth int) {
	common := call.Common()
	if b := w.bearer(call); b != nil {
		w.verifies = w.verifies || b.Act == model.BearerVerify
		return
	}
	if _, builtin := common.Value.(*ssa.Builtin); builtin || prints(common) {
		return
	}
	if body := calls.Body(w.pkg, common); body != nil {
		w.read(body, depth+1)
		return
	}
	callee := calls.Callee(common)
	if callee == nil || pure(callee) || callee.Pkg() == nil || standard(callee.Pkg().Path()) {
		return
	}
	if f := w.model.Func(callee); f != nil {
		w.database(f, call)
		return
	}
	if fact := w.imported(callee); fact != nil && (fact.Verifies != 0 || len(fact.Signs) > 0) {
		w.verifies = w.verifies || fact.Verifies != 0
		return
	}
	if w.model.LibraryOf(callee.FullName()) != "" || aboutUsers(callee.Name()) {
		return
	}
	w.other = callee.Name()
}

// database looks at a call that may ask or change a database.
func (w *work) database(f *model.Func, call ssa.CallInstruction) {
	if f.Role != model.DBRead && f.Role != model.DBWrite {
		return
	}
	w.state = true
	for _, arg := range calls.Operands(call.Common()) {
		for _, v := range calls.Elements(arg) {
			text := strings.ToLower(textOf(v))
			if !strings.Contains(text, "token") && !strings.Contains(text, "session") {
				continue
			}
			ends := f.Role == model.DBWrite || strings.HasPrefix(strings.TrimSpace(text), "delete") || strings.HasPrefix(strings.TrimSpace(text), "update")
			if !w.knows || ends && !w.ends {
				w.statement = call
			}
			w.knows, w.ends = true, w.ends || ends
		}
	}
}

// textOf returns the text of a constant, or the name of the type of a record.
func textOf(v ssa.Value) string {
	if mi, ok := v.(*ssa.MakeInterface); ok {
		v = mi.X
	}
	if k, ok := v.(*ssa.Const); ok {
		if k.Value != nil && k.Value.Kind() == constant.String {
			return constant.StringVal(k.Value)
		}
		return ""
	}
	t := v.Type()
	for {
		switch u := types.Unalias(t).(type) {
		case *types.Pointer:
			t = u.Elem()
			continue
		case *types.Named:
			return u.Obj().Name()
		}
		return ""
	}
}

// aboutUsers reports whether a function loads an account: that says nothing
// about the token.
func aboutUsers(name string) bool {
	return hasWord(name, "user", "users", "account", "member", "profile", "customer") && hasWord(name, "get", "find", "load", "fetch", "by", "read", "lookup") &&
		!hasWord(name, "token", "session")
}

// standard reports whether a package is one of the standard library that keeps
// nothing.
func standard(path string) bool {
	return calls.IsStd(path) && !strings.HasPrefix(path, "database/")
}

// Pair returns an access and a refresh token that a verification takes alike:
// the same key, the same claims.
func (t *Tokens) Pair(p *Parse) (access, refresh *Mint) {
	if p.Claims == "" || !Named(p.Key) {
		return nil, nil
	}
	for _, m := range t.mints {
		if m.Claims != p.Claims || m.Key != p.Key {
			continue
		}
		switch m.Purpose {
		case Session:
			access = m
		case Refresh:
			refresh = m
		}
	}
	return access, refresh
}
