package bearer

import (
	"cmp"
	"go/types"

	"golang.org/x/tools/go/ssa"

	"github.com/sessionlint/sessionlint/internal/evidence"
	"github.com/sessionlint/sessionlint/internal/model"
	"github.com/sessionlint/sessionlint/passes/calls"
)

// A Read is a place where claims are read that nothing has verified.
type Read struct {
	evidence.Ranger
	Library  string
	Function string        // that it is in
	Use      evidence.Step // where something depends on the claims, invalid: nowhere
	Verified bool          // the same token is verified, too
	Request  bool          // the token comes from a request
	Given    bool          // the token is a parameter that callers elsewhere decide
	From     string        // the function that the token comes from, if one made it
	Steps    []evidence.Step
}

func (e *engine) reads() []*Read {
	var out []*Read
	e.each(func(instr ssa.Instruction) {
		call, ok := instr.(*ssa.Call)
		if !ok {
			return
		}
		switch b := e.bearer(call); {
		case b == nil:
			if r := e.foreignRead(call); r != nil {
				out = append(out, r)
			} else if r := e.byHand(call); r != nil {
				out = append(out, r)
			}
		case b.Act == model.BearerRead:
			if r := e.read(b, call); r != nil {
				out = append(out, r)
			}
		case b.Act == model.BearerVerify:
			if set := e.parserOptions(b, call); set.terms[term{model.SkipVerify, ""}].always {
				if r := e.read(b, call); r != nil {
					out = append(out, r)
				}
			}
		}
	})
	return out
}

// read describes one unverified reading, where the claims are used: in the
// function itself, or in a caller that gets them.
func (e *engine) read(b *model.Bearer, call *ssa.Call) *Read {
	expr := e.callOf(call)
	if expr == nil {
		return nil
	}
	r := &Read{Ranger: expr, Library: e.model.LibraryOf(b.Symbol), Function: calls.Outermost(call.Parent()).Name()}
	f := e.newFlow(call, true)
	if v := arg(b, call, model.ArgClaims); v != nil && indexOf(b, model.ArgClaims) != model.Receiver {
		for _, elem := range calls.Elements(v) {
			if made, ok := elem.(*ssa.MakeInterface); ok {
				elem = made.X
			}
			f.claims(elem)
		}
	}
	if tok := result(call, b.Result); tok != nil {
		f.token(tok)
		f.claims(tok)
	}
	if tok := e.rawToken(arg(b, call, model.ArgToken)); tok != nil {
		e.judge(r, call, tok, f.uses, 0)
	} else if req := requestOf(call); req != nil {
		e.readsRequest(r, call, req, f.uses)
	}
	return r
}

// readsRequest: the library takes the token out of a request itself.
func (e *engine) readsRequest(r *Read, call *ssa.Call, req ssa.Value, uses map[ssa.Instruction]bool) {
	for _, ref := range calls.Uses(req) {
		other, ok := ref.(ssa.CallInstruction)
		if !ok || other == ssa.CallInstruction(call) {
			continue
		}
		if b := e.bearer(other); b != nil && b.Act == model.BearerVerify && !e.parserOptions(b, other).terms[term{model.SkipVerify, ""}].always {
			r.Verified = true
			return
		}
	}
	use, returned := firstUse(call, uses)
	if use == nil {
		use = returned
	}
	if use != nil {
		r.Use, r.Request = e.instrStep(use), true
	}
}

// requestOf returns the request that a call is given, nil if it gets none.
func requestOf(call *ssa.Call) ssa.Value {
	for _, op := range call.Call.Args {
		if types.TypeString(op.Type(), nil) == "*net/http.Request" && op.Referrers() != nil {
			return op
		}
	}
	return nil
}

// rawToken: a token that is a receiver was made of a text.
func (e *engine) rawToken(v ssa.Value) ssa.Value {
	for range 3 {
		if v == nil || isString(v.Type()) {
			return v
		}
		leaves, _ := e.sources(v)
		if len(leaves) != 1 {
			return v
		}
		x, ok := leaves[0].(*ssa.Extract)
		if !ok {
			return v
		}
		parsed, ok := x.Tuple.(*ssa.Call)
		if !ok || len(parsed.Call.Args) == 0 {
			return v
		}
		v = parsed.Call.Args[0]
	}
	return v
}

// judge decides about a reading from the uses of its claims and its token.
func (e *engine) judge(r *Read, call ssa.CallInstruction, tok ssa.Value, uses map[ssa.Instruction]bool, depth int) {
	if tok == nil {
		return
	}
	if e.verifies(call.Parent(), tok, 0) {
		r.Verified = true
		return
	}
	first, returned := firstUse(call, uses)
	if first != nil {
		r.Use = e.instrStep(first)
	}
	if first == nil && returned == nil {
		return
	}
	r.Request = r.Request || e.fromRequest(tok)
	r.From = e.maker(tok)
	p, isParam := tok.(*ssa.Parameter)
	if !isParam || depth > 2 {
		if first == nil && returned != nil {
			r.Use = e.instrStep(returned)
		}
		return
	}
	r.Given = isExported(p.Parent()) || e.mentions[p.Parent()]
	if first == nil && position(p) < 32 {
		e.returnsUnverified[p.Parent()] |= 1 << position(p)
	}
	if first != nil {
		return
	}
	e.inCallers(r, p, depth)
}

// inCallers goes on in the callers of a function that returns the claims.
func (e *engine) inCallers(r *Read, p *ssa.Parameter, depth int) {
	for _, site := range e.callers[p.Parent()] {
		ops := calls.Operands(site.Common())
		if position(p) >= len(ops) {
			continue
		}
		caller, ok := site.(*ssa.Call)
		if !ok {
			continue
		}
		f := e.newFlow(caller, true)
		if v := result(caller, 0); v != nil {
			f.token(v)
			f.claims(v)
			if isString(v.Type()) {
				f.value(v, 0)
			}
		}
		one := &Read{Ranger: r.Ranger}
		e.judge(one, caller, ops[position(p)], f.uses, depth+1)
		if one.Use.Start.IsValid() && !one.Verified && (one.Request || !r.Request) {
			r.Use, r.Request, r.From = one.Use, one.Request, one.From
			r.Steps = append([]evidence.Step{{Start: e.step(caller).Start, Stop: e.step(caller).Stop, Text: "called here"}}, one.Steps...)
		}
	}
}

// earlier compares two instructions of a function by their place in the source,
// then by their place in the function: several may have one position, or none.
func earlier(a, b ssa.Instruction) bool {
	if order := cmp.Or(cmp.Compare(a.Pos(), b.Pos()), cmp.Compare(a.Block().Index, b.Block().Index)); order != 0 {
		return order < 0
	}
	for _, instr := range a.Block().Instrs {
		if instr == a || instr == b {
			return instr == a
		}
	}
	return false
}

// firstUse returns the first use that is no return, and a return.
func firstUse(call ssa.Instruction, uses map[ssa.Instruction]bool) (use, returned ssa.Instruction) {
	for instr := range uses {
		if _, ok := instr.(*ssa.Return); ok {
			if returned == nil || earlier(instr, returned) {
				returned = instr
			}
		} else if use == nil || earlier(instr, use) {
			use = instr
		}
	}
	return use, returned
}

// maker names the function that a token comes from.
func (e *engine) maker(tok ssa.Value) string {
	leaves, _ := e.sources(tok)
	for _, leaf := range leaves {
		if x, ok := leaf.(*ssa.Extract); ok {
			leaf = x.Tuple
		}
		if call, ok := leaf.(*ssa.Call); ok {
			if callee := calls.Callee(call.Common()); callee != nil {
				return callee.Name()
			}
		}
	}
	return ""
}

// foreignRead: a function of another own package returns claims that it has
// read unverified.
func (e *engine) foreignRead(call *ssa.Call) *Read {
	callee := calls.Callee(call.Common())
	fact := e.imported(callee)
	if fact == nil || fact.Reads == 0 {
		return nil
	}
	expr := e.callOf(call)
	if expr == nil {
		return nil
	}
	for i, op := range calls.Operands(call.Common()) {
		if i >= 32 || fact.Reads&(1<<i) == 0 {
			continue
		}
		r := &Read{Ranger: expr, Function: calls.Outermost(call.Parent()).Name()}
		f := e.newFlow(call, true)
		if v := result(call, 0); v != nil {
			f.token(v)
			f.claims(v)
			if isString(v.Type()) {
				f.value(v, 0)
			}
		}
		e.judge(r, call, op, f.uses, 0)
		return r
	}
	return nil
}
