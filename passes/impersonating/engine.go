package impersonating

import (
	"go/constant"
	"go/types"
	"slices"
	"strings"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/ssa"

	"github.com/sessionlint/sessionlint/internal/evidence"
	"github.com/sessionlint/sessionlint/internal/model"
	"github.com/sessionlint/sessionlint/internal/model/lib"
	"github.com/sessionlint/sessionlint/passes/bearer"
	"github.com/sessionlint/sessionlint/passes/calls"
	"github.com/sessionlint/sessionlint/passes/fields"
	"github.com/sessionlint/sessionlint/passes/guards"
	"github.com/sessionlint/sessionlint/passes/routes"
)

// An engine reads one package.
type engine struct {
	pass  *analysis.Pass
	pkg   *ssa.Package
	funcs []*ssa.Function
}

// A write is an identity that a function takes on.
type write struct {
	evidence.Ranger
	fn    *ssa.Function
	actor Trace
}

// writes returns where functions take on the identity of another.
func (e *engine) writes() []write {
	var all []write
	seen := map[*ssa.Function]bool{}
	list := guards.Of(e.pass).Writes()
	for _, w := range list {
		fn := calls.Outermost(w.Fn)
		if seen[fn] || !isIdentity(w.Key) && !(w.Key == "id" && isSwitch(fn.Name())) || w.Constant != "" || !e.switches(fn, w) {
			continue
		}
		seen[fn] = true
		all = append(all, write{w, fn, e.actorIn(fn, list)})
	}
	for _, m := range bearer.Of(e.pass).Mints() {
		fn := e.function(m.Function)
		if fn == nil || seen[fn] || !isSwitch(fn.Name()) || !m.Identifies() {
			continue
		}
		seen[fn] = true
		all = append(all, write{m, fn, actorOf(m)})
	}
	return all
}

// switches reports whether a function that writes an identity takes on that of
// another: somebody whom a guard knows becomes whom the request names, and
// proves nothing. So does a function that says so, unless it verifies
// credentials: that is a login.
func (e *engine) switches(fn *ssa.Function, w guards.Write) bool {
	if isSwitch(fn.Name()) {
		return !w.Proven || !saysLogin(fn.Name())
	}
	return w.Asked && !w.Proven && e.isKnownBy(w.Key) && e.guarded(fn)
}

// isKnownBy reports whether a guard of the package knows somebody by a key.
func (e *engine) isKnownBy(key string) bool {
	return slices.ContainsFunc(guards.Of(e.pass).Reads(), func(r guards.Read) bool { return r.Guard && r.Key == key })
}

// guarded reports whether all routes of a handler have a guard in front.
func (e *engine) guarded(fn *ssa.Function) bool {
	all := routes.Of(e.pass)
	h := all.HandlerOf(fn)
	return h != nil && len(h.Routes) > 0 && !slices.ContainsFunc(h.Routes, func(r *routes.Route) bool { return !slices.ContainsFunc(r.Middleware, all.Guards) })
}

// actorIn looks for a value beside the identity that says who acts.
func (e *engine) actorIn(fn *ssa.Function, list []guards.Write) Trace {
	for _, w := range list {
		if calls.Outermost(w.Fn) == fn && isActor(w.Key) {
			return Trace{At: evidence.Step{Start: w.Pos(), Stop: w.End(), Text: "who acts is kept here"}}
		}
	}
	return Trace{Doubt: e.otherPuts(fn)}
}

// otherPuts names a value whose key is not known, or that another function may
// store.
func (e *engine) otherPuts(fn *ssa.Function) string {
	doubt := ""
	e.visit(fn, 4, func(call ssa.CallInstruction) {
		callee := calls.Callee(call.Common())
		if callee == nil {
			return
		}
		if f := lib.Shared().Life(callee); f != nil && f.Role == model.SessionPut {
			for _, a := range f.Args {
				if k, ok := calls.Argument(call.Common(), a.Index).(*ssa.Const); a.Slot == model.ArgName && (!ok || isActor(text(k))) {
					doubt = "a key of the session"
				}
			}
		} else if isActor(callee.Name()) && !looksUp(callee.Name()) {
			doubt = callee.Name()
		}
	})
	return doubt
}

func actorOf(m *bearer.Mint) Trace {
	for _, name := range m.Names {
		if isActor(name) {
			return Trace{At: evidence.Step{Start: m.Pos(), Stop: m.End(), Text: "the claim " + name + " says who acts"}}
		}
	}
	if m.Claims != "map" {
		return Trace{Doubt: "the claims"}
	}
	return Trace{}
}

func (e *engine) function(name string) *ssa.Function {
	for _, fn := range e.funcs {
		if fn.Name() == name && fn.Parent() == nil {
			return fn
		}
	}
	return nil
}

// judge reads what else the function does.
func (e *engine) judge(w write) Switch {
	s := Switch{Ranger: w.Ranger, Function: w.fn.Name(), Actor: w.actor}
	opaque := ""
	e.visit(w.fn, 4, func(call ssa.CallInstruction) {
		callee := calls.Callee(call.Common())
		if callee == nil {
			if _, builtin := call.Common().Value.(*ssa.Builtin); !builtin {
				opaque = "a function value"
			}
			return
		}
		f := lib.Shared().Func(callee)
		at := evidence.Step{Start: call.Pos(), Stop: call.Pos() + 1}
		switch {
		case f != nil && f.Role == model.LogSink && !logsFailure(callee.Name()), f == nil && isLog(callee.Name()), writesLog(call):
			at.Text = "logged by " + callee.Name()
			s.Log = Trace{At: at}
		case isRight(callee.Name()) && !isSwitch(callee.Name()):
			at.Text = "the right is checked by " + callee.Name()
			s.Right = Trace{At: at}
		case e.elsewhere(callee):
			opaque = callee.Name()
		}
	})
	if !s.Right.Shown() {
		s.Right = e.rightIn(w.fn)
	}
	if !s.Log.Shown() && s.Log.Doubt == "" {
		s.Log.Doubt = opaque
	}
	if !s.Right.Shown() && s.Right.Doubt == "" {
		s.Right.Doubt = opaque
	}
	return s
}

// elsewhere reports whether a function of the module that is out of sight may
// log, or check, something. One that finds, renders or stores says so.
func (e *engine) elsewhere(callee *types.Func) bool {
	if callee.Pkg() == nil || callee.Pkg() == e.pass.Pkg || calls.IsStd(callee.Pkg().Path()) {
		return callee.Pkg() == e.pass.Pkg && e.pass.TypesInfo != nil && interfaceMethod(callee)
	}
	return lib.Shared().Anchor(callee.Pkg().Path()) == nil
}

func interfaceMethod(fn *types.Func) bool {
	recv := fn.Signature().Recv()
	return recv != nil && types.IsInterface(recv.Type())
}

// rightIn looks for a field about rights that the function reads, and for
// what may stand in front of it.
func (e *engine) rightIn(fn *ssa.Function) Trace {
	for _, b := range fn.Blocks {
		for _, instr := range b.Instrs {
			name := ""
			switch instr := instr.(type) {
			case *ssa.FieldAddr:
				name = fields.Of(instr.X.Type(), instr.Field).Name()
			case *ssa.Field:
				name = fields.Of(instr.X.Type(), instr.Field).Name()
			}
			if name != "" && isRight(name) {
				return Trace{At: evidence.Step{Start: instr.Pos(), Stop: instr.Pos() + 1, Text: "the right is checked by " + name}}
			}
		}
	}
	h := routes.Of(e.pass).HandlerOf(fn)
	if h == nil || len(h.Routes) == 0 {
		return Trace{Doubt: "what stands in front of " + fn.Name()}
	}
	for _, r := range h.Routes {
		if r.Open || r.HandedOn || len(r.Middleware) > 0 {
			return Trace{Doubt: "what stands in front of " + r.Path}
		}
	}
	return Trace{}
}

// writesLog: a statement on a table that keeps events.
func writesLog(call ssa.CallInstruction) bool {
	f := lib.Shared().Func(calls.Callee(call.Common()))
	if f == nil {
		return false
	}
	for _, a := range f.Args {
		if k, ok := calls.Argument(call.Common(), a.Index).(*ssa.Const); a.Slot == model.ArgQuery && ok {
			if q := strings.ToLower(text(k)); strings.Contains(q, "insert") && (strings.Contains(q, "audit") || strings.Contains(q, "log") || strings.Contains(q, "event")) {
				return true
			}
		}
	}
	return false
}

// visit looks at the calls of a function, of its function literals and of
// those that it calls in the package.
func (e *engine) visit(fn *ssa.Function, depth int, look func(ssa.CallInstruction)) {
	for _, b := range fn.Blocks {
		for _, instr := range b.Instrs {
			call, ok := instr.(ssa.CallInstruction)
			if !ok {
				continue
			}
			look(call)
			if body := calls.Body(e.pkg, call.Common()); body != nil && depth > 0 {
				e.visit(body, depth-1, look)
			}
		}
	}
	for _, lit := range fn.AnonFuncs {
		if depth > 0 {
			e.visit(lit, depth-1, look)
		}
	}
}

func text(k *ssa.Const) string {
	if k != nil && k.Value != nil && k.Value.Kind() == constant.String {
		return constant.StringVal(k.Value)
	}
	return ""
}
