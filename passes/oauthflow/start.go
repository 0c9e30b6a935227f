package oauthflow

import (
	"go/ast"
	"go/types"

	"golang.org/x/tools/go/ssa"

	"github.com/sessionlint/sessionlint/internal/model"
	"github.com/sessionlint/sessionlint/passes/calls"
	"github.com/sessionlint/sessionlint/passes/tokenflow"
)

// A Start is where a login at a provider begins.
type Start struct {
	ast.Node
	Function string
	Web      bool   // a browser goes through it
	OpenID   Answer // it is a login of OpenID Connect
	State    State
	Request
	Does model.Duty // checks that the library does by itself
	// Lost: the library would keep the state for the browser, but the client
	// was made without the option.
	Lost bool
	// Decided: what is asked of the provider is decided by the function that
	// is called.
	Decided bool
}

// A State is what is sent as state.
type State struct {
	Expr    ast.Expr
	Origins []tokenflow.Origin
	// Variable is the package variable that all logins share, or nothing.
	Variable string
	Empty    bool // nothing is sent
	// Caller: the function takes it from its callers, who are judged.
	Caller bool
}

func (r *reader) starts() []Start {
	var out []Start
	for _, s := range r.with(model.LoginStart) {
		if start, ok := r.start(s); ok {
			out = append(out, start)
		}
	}
	for _, w := range r.wrapped() {
		if w.fact.Start {
			out = append(out, r.wrappedStart(w)...)
		}
	}
	return append(out, r.spelled()...)
}

func (r *reader) start(s site) (Start, bool) {
	expr := r.expr(s.call)
	if expr == nil {
		return Start{}, false
	}
	start := Start{
		Node: expr, Function: calls.Outermost(s.fn).Name(), OpenID: r.openID(s), Does: s.f.Does, Web: r.isWeb(s.fn),
		Request: r.request(slot(s, model.ArgParams)),
	}
	if start.Nonce.Sent {
		start.OpenID = Yes
	}
	if does, known := r.may(); s.f.May&does != 0 || !known {
		start.Does |= s.f.May & does
		if !known {
			start.Does |= s.f.May & model.CheckState
		}
	}
	start.Lost = s.f.May&model.CheckState != 0 && start.Does&model.CheckState == 0
	if start.Does&model.ReusesState != 0 && len(r.replaced()) > 0 {
		start.Does &^= model.ReusesState
	}
	start.State = r.state(s.fn, s.call, slot(s, model.ArgState))
	return start, true
}

// replaced returns the stores into variables of libraries that hold the
// function which makes the state.
func (r *reader) replaced() []*ssa.Store {
	var out []*ssa.Store
	r.each(func(_ *ssa.Function, instr ssa.Instruction) {
		store, ok := instr.(*ssa.Store)
		if !ok {
			return
		}
		if g, ok := store.Addr.(*ssa.Global); ok && g.Object() != nil {
			if f := r.loginVar(g); f != nil && f.Role == model.LoginState {
				out = append(out, store)
			}
		}
	})
	return out
}

// state reads the state argument: a text, or a function that returns one.
func (r *reader) state(fn *ssa.Function, call ssa.CallInstruction, v ssa.Value) State {
	if v == nil {
		return State{}
	}
	return r.stateOf(r.argument(call, v), v)
}

// stateOf reads a state that an expression is.
func (r *reader) stateOf(expr ast.Expr, v ssa.Value) State {
	st := State{Expr: expr}
	values, hidden := r.produced(v)
	if hidden != nil {
		st.Origins = append(st.Origins, *hidden)
	}
	for _, value := range values {
		set := r.flows.OriginsOf(value)
		text, ok := constText(value)
		st.Empty = st.Empty || len(set) == 0 && ok && text == ""
		for _, o := range set {
			if o.IsParam() {
				st.Caller = true
			}
			st.Origins = append(st.Origins, o)
		}
		if name := r.sharedVariable(value); name != "" {
			st.Variable = name
		}
	}
	return st
}

// produced returns the texts that a state is: those that a function returns;
// where that is one of another package, what is known of it.
func (r *reader) produced(v ssa.Value) (values []ssa.Value, hidden *tokenflow.Origin) {
	if _, ok := v.Type().Underlying().(*types.Signature); !ok {
		return []ssa.Value{v}, nil
	}
	hidden = &tokenflow.Origin{Text: "a function value"}
	for _, source := range r.sources(v) {
		fn, ok := source.(*ssa.Function)
		if made, isClosure := source.(*ssa.MakeClosure); isClosure {
			fn, ok = made.Fn.(*ssa.Function), true
		}
		if !ok {
			continue
		}
		hidden = nil
		obj, _ := fn.Object().(*types.Func)
		if f := r.index.Func(obj); f != nil && f.Role == model.RandStrong {
			hidden = &tokenflow.Origin{Kind: tokenflow.Strong, Text: obj.Name()}
			continue
		}
		found := results(calls.Original(fn))
		if values = append(values, found...); len(found) == 0 {
			hidden = &tokenflow.Origin{Text: fn.Name()}
		}
	}
	return values, hidden
}

// results returns what a function with one result returns.
func results(fn *ssa.Function) []ssa.Value {
	var out []ssa.Value
	for _, b := range fn.Blocks {
		if ret, ok := b.Instrs[len(b.Instrs)-1].(*ssa.Return); ok && len(ret.Results) == 1 {
			out = append(out, ret.Results[0])
		}
	}
	return out
}

// sharedVariable returns the name of the package variable that holds a text
// and is changed while the program runs: one for all browsers.
func (r *reader) sharedVariable(v ssa.Value) string {
	if load, ok := v.(*ssa.UnOp); ok {
		if g, ok := load.X.(*ssa.Global); ok && g.Pkg == r.pkg {
			return g.Name()
		}
	}
	refs := v.Referrers()
	if refs == nil {
		return ""
	}
	for _, ref := range *refs {
		if store, ok := ref.(*ssa.Store); ok && store.Val == v {
			if g, ok := store.Addr.(*ssa.Global); ok && g.Pkg == r.pkg {
				return g.Name()
			}
		}
	}
	return ""
}

// argument returns the expression of an argument of a call.
func (r *reader) argument(call ssa.CallInstruction, v ssa.Value) ast.Expr {
	expr := r.expr(call)
	if expr == nil {
		return nil
	}
	args := calls.Operands(call.Common())
	skip := 0
	if calls.HasReceiver(call.Common()) {
		skip = 1
	}
	for i, a := range args {
		if a == v && i-skip >= 0 && i-skip < len(expr.Args) {
			return expr.Args[i-skip]
		}
	}
	return expr
}

// isWeb reports whether a browser goes through a function: it handles
// requests, or the package does and no command line is in sight.
func (r *reader) isWeb(fn *ssa.Function) bool {
	if r.asksTerminal() {
		return false
	}
	if handlesRequest(fn) {
		return true
	}
	for _, f := range r.funcs {
		if handlesRequest(f) {
			return true
		}
	}
	return r.pass.Pkg.Name() != "main"
}

// asksTerminal reports whether the package is part of a command that opens a
// browser, or reads the code from the terminal.
func (r *reader) asksTerminal() bool {
	for _, imported := range r.pass.Pkg.Imports() {
		switch imported.Path() {
		case "os/exec", "github.com/pkg/browser", "github.com/skratchdot/open-golang/open", "github.com/spf13/cobra", "github.com/cli/browser":
			return true
		}
	}
	found := false
	r.each(func(_ *ssa.Function, instr ssa.Instruction) {
		call, ok := instr.(ssa.CallInstruction)
		if !ok {
			return
		}
		if callee := calls.Callee(call.Common()); callee != nil && callee.Pkg() != nil && callee.Pkg().Path() == "fmt" {
			switch callee.Name() {
			case "Scan", "Scanln", "Scanf":
				found = true
			}
		}
	})
	return found
}

// loginVar returns what the function that a variable of a library holds does.
func (r *reader) loginVar(g *ssa.Global) *model.LoginFunc {
	v, _ := g.Object().(*types.Var)
	return r.index.LoginVar(v)
}
