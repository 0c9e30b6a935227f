package oauthflow

import (
	"go/ast"
	"go/token"
	"strings"

	"golang.org/x/tools/go/ssa"

	"github.com/sessionlint/sessionlint/internal/model"
	"github.com/sessionlint/sessionlint/passes/calls"
	"github.com/sessionlint/sessionlint/passes/tokenflow"
)

// A User is where the provider is asked who an access token belongs to.
type User struct {
	ast.Node
	Function string
	Asked    string // the function or URL that is asked; "" if it is known to tell who a token belongs to
	Origins  []tokenflow.Origin
	Traded   bool // the token came with a code that the server traded
	Body     bool // the token was decoded from the body of a request
	Logs     bool // somebody is logged in around it
	Audience bool // something around it looks at whom the token was issued to
}

func (r *reader) users() []User {
	var out []User
	add := func(fn *ssa.Function, node ast.Expr, token ssa.Value, asked string) {
		if node == nil || token == nil {
			return
		}
		u := User{Node: node, Function: calls.Outermost(fn).Name(), Asked: asked, Origins: r.flows.OriginsOf(token), Traded: r.traded(token), Body: r.decoded(token)}
		near := r.around(fn, nil).funcs
		u.Logs, u.Audience = r.logsIn(near), r.looksAtAudience(near)
		out = append(out, u)
	}
	for _, s := range r.with(model.LoginUser) {
		if e := r.expr(s.call); e != nil {
			add(s.fn, e, r.accessToken(slot(s, model.ArgToken)), "")
		}
	}
	for _, h := range r.handmade() {
		add(h.fn, h.node, h.token, h.asked)
	}
	for _, w := range r.wrapped() {
		if e := r.expr(w.call); e != nil && w.fact.User > 0 {
			add(w.fn, e, r.accessToken(w.arg(w.fact.User)), "")
		}
	}
	for _, o := range r.others() {
		add(o.fn, o.node, o.token, o.asked)
	}
	return out
}

// others finds calls of functions of which nothing is known that are given a
// token of the request: people may know that they ask a provider.
func (r *reader) others() []handmade {
	var out []handmade
	r.each(func(fn *ssa.Function, instr ssa.Instruction) {
		call, ok := instr.(ssa.CallInstruction)
		if !ok || r.role(call.Common()) != nil || r.calledFact(call.Common()).User > 0 {
			return
		}
		callee := calls.Callee(call.Common())
		if callee == nil || callee.Pkg() == nil || calls.IsStd(callee.Pkg().Path()) || r.index.Func(callee) != nil {
			return
		}
		for _, a := range call.Common().Args {
			if !isText(a.Type()) {
				continue
			}
			for _, o := range r.flows.OriginsOf(a) {
				if o.Kind.FromRequest() && strings.Contains(strings.ToLower(o.Text), "token") {
					out = append(out, handmade{fn, r.expr(call), a, callee.Name()})
					return
				}
			}
		}
	})
	return out
}

// accessToken returns the text of the access token inside of a token, a source
// of tokens or a session with one; the value itself if there is none.
func (r *reader) accessToken(v ssa.Value) ssa.Value {
	for range 6 {
		if v == nil {
			return nil
		}
		sources := r.sources(v)
		if len(sources) != 1 {
			break
		}
		switch x := sources[0].(type) {
		case *ssa.Call:
			f := r.role(x.Common())
			if f == nil || f.Role != model.LoginToken {
				return v
			}
			v = slot(site{x.Parent(), x, f}, model.ArgToken)
			continue
		case *ssa.Alloc:
			if inner := fieldStore(x, "AccessToken"); inner != nil {
				return inner
			}
		}
		break
	}
	return v
}

// fieldStore returns what is stored into a field of a new object.
func fieldStore(alloc *ssa.Alloc, name string) ssa.Value {
	for _, ref := range calls.Uses(alloc) {
		addr, ok := ref.(*ssa.FieldAddr)
		if !ok || fieldOf(addr).Name() != name {
			continue
		}
		for _, use := range calls.Uses(addr) {
			if store, ok := use.(*ssa.Store); ok && store.Addr == ssa.Value(addr) {
				return store.Val
			}
		}
	}
	return nil
}

// traded reports whether a token is what a code was traded for.
func (r *reader) traded(v ssa.Value) bool {
	if load, ok := v.(*ssa.UnOp); ok && load.Op == token.MUL {
		if addr, ok := load.X.(*ssa.FieldAddr); ok {
			v = addr.X
		}
	}
	for _, source := range r.sources(v) {
		if x, ok := source.(*ssa.Extract); ok {
			source = x.Tuple
		}
		call, ok := source.(*ssa.Call)
		if !ok {
			continue
		}
		if f := r.role(call.Common()); f != nil && (f.Role == model.LoginExchange || f.Role == model.LoginFinish) {
			return true
		}
		if r.calledFact(call.Common()).Code > 0 {
			return true
		}
	}
	return false
}
