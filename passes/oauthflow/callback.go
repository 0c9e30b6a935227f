package oauthflow

import (
	"go/ast"
	"go/types"
	"slices"

	"golang.org/x/tools/go/ssa"

	"github.com/sessionlint/sessionlint/internal/model"
	"github.com/sessionlint/sessionlint/passes/calls"
	"github.com/sessionlint/sessionlint/passes/tokenflow"
)

// A Callback is where the code of an answer is traded for tokens.
type Callback struct {
	ast.Node
	Function string
	State    Fate
	PKCE     Answer // a code verifier is sent
	Does     model.Duty
	Lost     bool     // the library would check the state, but the client was made without the option
	Read     ast.Node // where an ignored state is read
}

func (r *reader) callbacks() []Callback {
	var out []Callback
	for _, s := range r.with(model.LoginExchange, model.LoginFinish) {
		if c, ok := r.callback(s); ok {
			out = append(out, c)
		}
	}
	for _, w := range r.wrapped() {
		expr := r.expr(w.call)
		if w.fact.Code == 0 || expr == nil || !r.fromRedirect(w.arg(w.fact.Code)) {
			continue
		}
		c := Callback{Node: expr, Function: calls.Outermost(w.fn).Name(), PKCE: No}
		if w.fact.PKCE {
			c.PKCE = Yes
		}
		c.State, c.Read = r.stateFate(w.fn, w.call)
		out = append(out, c)
	}
	return out
}

func (r *reader) callback(s site) (Callback, bool) {
	expr := r.expr(s.call)
	if expr == nil {
		return Callback{}, false
	}
	c := Callback{Node: expr, Function: calls.Outermost(s.fn).Name(), Does: s.f.Does}
	if does, known := r.may(); known {
		c.Does |= s.f.May & does
	} else {
		c.Does |= s.f.May & model.CheckState
	}
	if s.f.Role == model.LoginFinish {
		c.Lost = s.f.May&model.CheckState != 0 && c.Does&model.CheckState == 0
		return c, true
	}
	if !r.fromRedirect(slot(s, model.ArgValue)) {
		return Callback{}, false
	}
	q := r.request(slot(s, model.ArgParams))
	switch {
	case q.Verifier.Sent:
		c.PKCE = Yes
	case !q.Open:
		c.PKCE = No
	}
	c.State, c.Read = r.stateFate(s.fn, s.call)
	return c, true
}

// fromRedirect reports whether a code came with the redirect of the browser:
// in the query. A page that sends it in a body may have compared the state.
func (r *reader) fromRedirect(v ssa.Value) bool {
	if v == nil {
		return false
	}
	for _, source := range append(r.sources(v), v) {
		for _, o := range r.flows.OriginsOf(source) {
			if o.Kind == tokenflow.Query || o.Kind == tokenflow.Form || o.Kind == tokenflow.URL {
				return true
			}
		}
	}
	return false
}

// maxReach bounds how far calls are followed from a callback.
const maxReach = 4

// stateFate says what becomes of the state around the function that trades the
// code: in it, in what it calls, in what calls it.
func (r *reader) stateFate(fn *ssa.Function, trade ssa.CallInstruction) (Fate, ast.Node) {
	n := r.around(fn, trade)
	near := n.funcs
	worst, found := StateUnread, ast.Node(nil)
	for _, s := range r.stateReads() {
		if !near[calls.Outermost(s.fn)] {
			continue
		}
		switch s.fate {
		case StateCompared, StateUnknown:
			return s.fate, nil
		case StateOptional:
			worst = StateOptional
		case StateIgnored:
			if worst == StateUnread {
				worst = StateIgnored
			}
		}
		found = r.node(s.value)
	}
	switch {
	case n.compares:
		return StateCompared, nil
	case worst == StateUnread && (n.hidden || onlyReads(calls.Outermost(fn)) || r.readElsewhere(near)):
		return StateUnknown, nil
	}
	return worst, found
}

// onlyReads reports whether a function gets a request and nothing to answer it
// with: it is a part of a callback, and the rest may have looked at the state.
func onlyReads(fn *ssa.Function) bool {
	reads := false
	for _, p := range fn.Params {
		switch {
		case isWriter(p.Type()) || isRequest(p.Type()) && !isPlainRequest(p.Type()):
			return false
		case isPlainRequest(p.Type()):
			reads = true
		}
	}
	return reads
}

// isPlainRequest reports whether a type is *http.Request, which cannot answer.
func isPlainRequest(t types.Type) bool { return types.TypeString(t, nil) == "*net/http.Request" }

// A nearby is what a function, its callers and its callees do.
type nearby struct {
	funcs    map[*ssa.Function]bool
	compares bool // a function of another own package compares the state
	hidden   bool // a request goes to code that is not in sight
	trade    ssa.CallInstruction
}

// around looks at everything around a function. What gets the request behind
// the trade of the code goes on with a login that is made.
func (r *reader) around(fn *ssa.Function, trade ssa.CallInstruction) nearby {
	n := nearby{funcs: map[*ssa.Function]bool{}, trade: trade}
	r.reach(calls.Outermost(fn), maxReach, &n)
	for _, call := range r.walk.Callers(calls.Outermost(fn)) {
		r.reach(calls.Outermost(call.Parent()), maxReach, &n)
	}
	return n
}

func (r *reader) node(v ssa.Value) ast.Node {
	if call, ok := v.(*ssa.Call); ok {
		if e := r.expr(call); e != nil {
			return e
		}
	}
	return nil
}

// reach collects a function, its closures, and what they call in the package.
func (r *reader) reach(fn *ssa.Function, depth int, n *nearby) {
	if fn == nil || n.funcs[fn] || depth == 0 {
		return
	}
	n.funcs[fn] = true
	for _, f := range append([]*ssa.Function{fn}, literals(fn)...) {
		for _, b := range f.Blocks {
			for _, instr := range b.Instrs {
				call, ok := instr.(ssa.CallInstruction)
				if !ok {
					continue
				}
				if bodies := r.bodies(call.Common()); len(bodies) > 0 {
					for _, body := range bodies {
						r.reach(calls.Outermost(body), depth-1, n)
					}
					continue
				}
				n.hidden = n.hidden || !n.behind(call) && r.hides(call.Common())
				n.compares = n.compares || r.imported(calls.Callee(call.Common())).Compares
			}
		}
	}
}

// behind reports whether a call runs after the trade of the code.
func (n *nearby) behind(call ssa.CallInstruction) bool {
	if n.trade == nil || n.trade.Parent() != call.Parent() || n.trade == call {
		return false
	}
	b := n.trade.Block()
	if b == call.Block() {
		return slices.Index(b.Instrs, ssa.Instruction(n.trade)) < slices.Index(b.Instrs, ssa.Instruction(call))
	}
	return b.Dominates(call.Block())
}

func literals(fn *ssa.Function) []*ssa.Function {
	var out []*ssa.Function
	for _, f := range fn.AnonFuncs {
		out = append(append(out, f), literals(f)...)
	}
	return out
}

// hides reports whether a call hands a request to a function of which nothing
// is known: it may look at the state.
func (r *reader) hides(call *ssa.CallCommon) bool {
	callee := calls.Callee(call)
	if callee == nil {
		return hasRequest(call) && !isBuiltin(call)
	}
	if callee.Pkg() == nil || r.index.Func(callee) != nil || r.index.Login(callee) != nil || r.index.Life(callee) != nil {
		return false
	}
	if recv := callee.Signature().Recv(); recv != nil && isRequest(recv.Type()) {
		return false // a method of the framework's own
	}
	return hasRequest(call) && callee.Pkg().Path() != "net/http" && !r.pass.ImportPackageFact(callee.Pkg(), new(OwnFact))
}

func isBuiltin(call *ssa.CallCommon) bool {
	_, ok := call.Value.(*ssa.Builtin)
	return ok
}

// hasRequest reports whether an argument is a request.
func hasRequest(call *ssa.CallCommon) bool {
	for _, a := range call.Args {
		if isRequest(a.Type()) && !isWriter(a.Type()) {
			return true
		}
	}
	return false
}

func isWriter(t types.Type) bool {
	n, ok := types.Unalias(t).(*types.Named)
	return ok && n.Obj().Name() == "ResponseWriter"
}

// readElsewhere reports whether the state is compared in another function of
// the package that is not the callback of another login: a middleware, maybe.
func (r *reader) readElsewhere(near map[*ssa.Function]bool) bool {
	for _, s := range r.stateReads() {
		if fn := calls.Outermost(s.fn); s.fate != StateIgnored && !near[fn] && !r.trades(fn) && !r.begins(fn) {
			return true
		}
	}
	return false
}

// begins reports whether a function begins a login itself.
func (r *reader) begins(fn *ssa.Function) bool {
	for _, s := range r.with(model.LoginStart) {
		if calls.Outermost(s.fn) == fn {
			return true
		}
	}
	return false
}

// trades reports whether a function trades a code itself.
func (r *reader) trades(fn *ssa.Function) bool {
	for _, s := range r.with(model.LoginExchange) {
		if calls.Outermost(s.fn) == fn {
			return true
		}
	}
	for _, w := range r.wrapped() {
		if w.fact.Code > 0 && calls.Outermost(w.fn) == fn {
			return true
		}
	}
	return false
}
