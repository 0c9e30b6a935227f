package oauthflow

import (
	"fmt"
	"go/types"
	"strings"

	"golang.org/x/tools/go/ssa"

	"github.com/sessionlint/sessionlint/internal/model"
	"github.com/sessionlint/sessionlint/passes/calls"
)

// A LoginFact says which part of a login a function is for its callers.
// Parameters are counted with the receiver, plus 1; 0 is none.
type LoginFact struct {
	Start    bool // begins a login, with
	State    int  // this parameter as state
	Options  int  // these further options
	OpenID   bool // the login, or the client that is returned, is one of OpenID Connect
	Nonce    bool // a nonce is sent
	MaxAge   bool // a maximum age, or prompt=login, is sent
	Code     int  // trades this code
	PKCE     bool // together with a code verifier
	User     int  // shows this access token to the provider
	Compares bool // compares the state of the request it is given
	Proof    bool // returns a verified ID token whose nonce it has not compared
}

// AFact marks a fact.
func (*LoginFact) AFact() {}

func (f *LoginFact) String() string {
	var parts []string
	add := func(on bool, format string, args ...any) {
		if on {
			parts = append(parts, fmt.Sprintf(format, args...))
		}
	}
	add(f.Start, "start(state=%d options=%d nonce=%t maxage=%t)", f.State, f.Options, f.Nonce, f.MaxAge)
	add(f.OpenID, "openid")
	add(f.Code > 0, "exchange(%d pkce=%t)", f.Code, f.PKCE)
	add(f.User > 0, "user(%d)", f.User)
	add(f.Compares, "compares state")
	add(f.Proof, "proof")
	return "login " + strings.Join(parts, " ")
}

// An OwnFact marks packages that were analysed: what their functions are not
// said to do they do not do.
type OwnFact struct{}

// AFact marks a fact.
func (*OwnFact) AFact() {}

func (*OwnFact) String() string { return "own" }

// imported returns the fact of a function of another own package, or an empty
// one.
func (r *reader) imported(fn *types.Func) *LoginFact {
	fact := new(LoginFact)
	if fn != nil && fn.Pkg() != nil && fn.Pkg() != r.pass.Pkg {
		r.pass.ImportObjectFact(fn.Origin(), fact)
	}
	return fact
}

// maxRounds bounds how many wrappers may be around each other.
const maxRounds = 4

// infer finds the functions of the package that pass their parameters on.
func (r *reader) infer() {
	for _, s := range r.sites {
		r.wrapper(s)
	}
	for _, h := range r.handmade() {
		if h.asked == "" {
			if p := r.paramOf(h.fn, h.token); p > 0 {
				r.factOf(h.fn).User = p
			}
		}
	}
	for range maxRounds {
		changed := false
		for _, w := range r.wrapped() {
			changed = r.wrapsAgain(w) || changed
		}
		if !changed {
			break
		}
	}
}

func (r *reader) factOf(fn *ssa.Function) *LoginFact {
	fn = calls.Outermost(fn)
	if r.facts[fn] == nil {
		r.facts[fn] = new(LoginFact)
	}
	return r.facts[fn]
}

// wrapper notes what the function around a call of a library means to its
// callers.
func (r *reader) wrapper(s site) {
	fact := r.factOf(s.fn)
	switch s.f.Role {
	case model.LoginStart:
		q := r.request(slot(s, model.ArgParams))
		fact.Start, fact.Options = true, q.Forwarded
		fact.State = r.paramOf(s.fn, slot(s, model.ArgState))
		fact.OpenID = fact.OpenID || r.openID(s) == Yes || q.Nonce.Sent
		fact.Nonce, fact.MaxAge = q.Nonce.Sent, q.MaxAge.Sent || q.AsksLogin()
	case model.LoginExchange:
		fact.Code = r.paramOf(s.fn, slot(s, model.ArgValue))
		fact.PKCE = r.request(slot(s, model.ArgParams)).Verifier.Sent
	case model.LoginUser:
		if token := r.accessToken(slot(s, model.ArgToken)); token != nil {
			fact.User = r.paramOf(s.fn, token)
		}
	}
}

// paramOf returns the number, plus 1, of the parameter of the declared function
// around fn that a value is, or 0.
func (r *reader) paramOf(fn *ssa.Function, v ssa.Value) int {
	if v == nil {
		return 0
	}
	for _, o := range r.flows.OriginsOf(v) {
		if o.IsParam() && o.Path == "" {
			return o.Param + 1
		}
	}
	return 0
}

// A wrappedCall is a call of an own function that is part of a login.
type wrappedCall struct {
	fn   *ssa.Function
	call ssa.CallInstruction
	fact LoginFact
}

// arg returns the argument for a parameter of a fact.
func (w wrappedCall) arg(param int) ssa.Value {
	args := calls.Operands(w.call.Common())
	if param < 1 || param > len(args) {
		return nil
	}
	return args[param-1]
}

// wrapped returns the calls of functions, of this package and of others, that
// pass something of their parameters on to a login.
func (r *reader) wrapped() []wrappedCall {
	var out []wrappedCall
	r.each(func(fn *ssa.Function, instr ssa.Instruction) {
		call, ok := instr.(ssa.CallInstruction)
		if !ok {
			return
		}
		if fact := r.calledFact(call.Common()); fact != (LoginFact{}) {
			out = append(out, wrappedCall{fn, call, fact})
		}
	})
	return out
}

func (r *reader) calledFact(call *ssa.CallCommon) LoginFact {
	if callee := calls.Callee(call); callee != nil && callee.Pkg() != nil && callee.Pkg() != r.pass.Pkg {
		return *r.imported(callee)
	}
	var all LoginFact
	for i, body := range r.bodies(call) {
		fact := r.facts[body]
		if fact == nil || i > 0 && (fact.State != all.State || fact.Options != all.Options || fact.Code != all.Code || fact.User != all.User) {
			return LoginFact{}
		}
		openID := (i == 0 || all.OpenID) && fact.OpenID // all implementations agree
		all = *fact
		all.OpenID = openID
	}
	return all
}

// wrapsAgain passes what a wrapper takes on to the function around its call.
func (r *reader) wrapsAgain(w wrappedCall) bool {
	fact := r.factOf(w.fn)
	before := *fact
	if w.fact.Start && (w.fact.State > 0 || w.fact.Options > 0) {
		fact.Start = true
		if p := r.paramOf(w.fn, w.arg(w.fact.State)); p > 0 {
			fact.State = p
		}
		if q := r.request(w.arg(w.fact.Options)); q.Forwarded > 0 {
			fact.Options = q.Forwarded
		}
		fact.OpenID, fact.Nonce, fact.MaxAge = fact.OpenID || w.fact.OpenID, fact.Nonce || w.fact.Nonce, fact.MaxAge || w.fact.MaxAge
	}
	if p := r.paramOf(w.fn, w.arg(w.fact.Code)); p > 0 {
		fact.Code, fact.PKCE = p, fact.PKCE || w.fact.PKCE
	}
	if token := w.arg(w.fact.User); token != nil {
		if p := r.paramOf(w.fn, token); p > 0 {
			fact.User = p
		}
	}
	return before != *fact
}

// wrappedStart is the start of a login by a function that takes the state or
// the options from its caller: judged here for what is decided here.
func (r *reader) wrappedStart(w wrappedCall) []Start {
	expr := r.expr(w.call)
	if expr == nil || w.fact.State == 0 && w.fact.Options == 0 {
		return nil
	}
	start := Start{Node: expr, Function: calls.Outermost(w.fn).Name(), Web: r.isWeb(w.fn)}
	if w.fact.OpenID {
		start.OpenID = Yes
	}
	if w.fact.Options > 0 {
		start.Request = r.request(w.arg(w.fact.Options))
		if start.Nonce.Sent {
			start.OpenID = Yes
		}
		start.MaxAge.Sent = start.MaxAge.Sent || w.fact.MaxAge
	} else {
		start.Decided = true
	}
	start.Nonce.Sent = start.Nonce.Sent || w.fact.Nonce
	start.State = r.state(w.fn, w.call, w.arg(w.fact.State))
	return []Start{start}
}

// export publishes what exported functions are for other packages.
func (r *reader) export() {
	for _, fn := range r.funcs {
		obj, ok := fn.Object().(*types.Func)
		if !ok || !obj.Exported() {
			continue
		}
		r.exportParams(fn, obj)
		fact := r.facts[fn]
		if fact == nil {
			fact = new(LoginFact)
		}
		fact.Compares = fact.Compares || r.compares(fn)
		fact.OpenID = fact.OpenID || r.returnsOpenID(fn)
		if *fact != (LoginFact{}) {
			r.pass.ExportObjectFact(obj, fact)
		}
	}
}
