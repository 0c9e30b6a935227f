package bearer

import (
	"go/ast"
	"go/types"
	"slices"

	"golang.org/x/tools/go/ssa"

	"github.com/sessionlint/sessionlint/internal/evidence"
	"github.com/sessionlint/sessionlint/passes/calls"
)

// A Renewal is a place where a token buys another one of its kind, which lives
// from now on and takes over nothing but whom it belongs to. Nobody can know
// then when the session began, wherever it is looked at.
type Renewal struct {
	evidence.Ranger // the new token
	Function        string
	Old             evidence.Step // where the old token is verified
}

// Renewals returns where sessions are renewed without end, in source order.
func (t *Tokens) Renewals() []*Renewal { return t.renewals }

// A madeToken is what a call makes: a token with claims of a type.
type madeToken struct {
	Claims  string
	Refresh bool // it gets new ones
}

// renewals looks at each function that verifies a token and makes one.
func (e *engine) renewals(parses []*Parse, mints []*Mint) []*Renewal {
	x := &exchange{
		engine: e, parses: map[ssa.CallInstruction]*Parse{}, mints: map[ssa.CallInstruction]*Mint{},
		makes: map[*ssa.Function][]madeToken{}, accepts: map[*ssa.Function][]string{},
	}
	for _, p := range parses {
		x.parses[p.call] = p
	}
	for _, m := range mints {
		x.mints[m.call] = m
	}
	e.exchange = x
	var out []*Renewal
	for _, fn := range e.funcs {
		if r := x.renewal(fn); r != nil {
			out = append(out, r)
		}
	}
	return out
}

// An exchange knows which functions verify tokens and which make them.
type exchange struct {
	*engine
	parses  map[ssa.CallInstruction]*Parse
	mints   map[ssa.CallInstruction]*Mint
	makes   map[*ssa.Function][]madeToken // by themselves or through others
	accepts map[*ssa.Function][]string
}

func (x *exchange) renewal(fn *ssa.Function) *Renewal {
	if _, ok := fn.Syntax().(*ast.FuncDecl); !ok || x.untracked(fn) {
		return nil
	}
	var olds, news []ssa.CallInstruction
	for _, b := range fn.Blocks {
		for _, instr := range b.Instrs {
			if call, ok := instr.(*ssa.Call); ok {
				if len(x.accepted(call)) > 0 {
					olds = append(olds, call)
				}
				if len(x.made(call)) > 0 {
					news = append(news, call)
				}
			}
		}
	}
	for _, old := range olds {
		for _, made := range news {
			if old != made && old.Block().Dominates(made.Block()) && x.sameKind(old, made) && x.forgets(old, made) {
				return &Renewal{x.callOf(made), fn.Name(), x.step(old)}
			}
		}
	}
	return nil
}

// untracked reports whether refreshtoken says that nothing on the server knows
// the tokens that a function takes.
func (x *exchange) untracked(fn *ssa.Function) bool {
	for _, m := range x.mints {
		if m.call.Parent() != fn {
			continue
		}
		for _, refresher := range x.refreshersOf(fn, nil, 0) {
			r := x.refresh(refresher, m)
			if r != nil && !r.State && r.Other == "" {
				return true
			}
		}
	}
	return false
}

// accepted returns the types of claims of the tokens that a call verifies.
func (x *exchange) accepted(call ssa.CallInstruction) []string {
	if p := x.parses[call]; p != nil {
		return typesOf(p)
	}
	if fact := x.imported(calls.Callee(call.Common())); fact != nil {
		return fact.Accepts
	}
	return x.acceptedBy(calls.Body(x.pkg, call.Common()))
}

func typesOf(p *Parse) []string {
	if p.Claims == "" || p.Claims == "map" || p.Guard || p.Unsigned.Start.IsValid() {
		return nil
	}
	return []string{p.Claims}
}

// acceptedBy returns the types of claims that a function verifies for its
// callers. What makes tokens as well is judged itself.
func (x *exchange) acceptedBy(fn *ssa.Function) []string {
	out, known := x.accepts[fn]
	if fn == nil || known || x.spent() || len(x.madeBy(fn)) > 0 {
		return out
	}
	x.accepts[fn] = nil // until it is known, for what calls itself
	for _, b := range fn.Blocks {
		for _, instr := range b.Instrs {
			if call, ok := instr.(*ssa.Call); ok {
				out = append(out, x.accepted(call)...)
			}
		}
	}
	slices.Sort(out)
	x.accepts[fn] = slices.Compact(out)
	return x.accepts[fn]
}

// made returns the session tokens that a call makes.
func (x *exchange) made(call ssa.CallInstruction) []madeToken {
	if m := x.mints[call]; m != nil {
		return tokenOf(m)
	}
	if fact := x.imported(calls.Callee(call.Common())); fact != nil {
		return fact.Makes
	}
	return x.madeBy(calls.Body(x.pkg, call.Common()))
}

// tokenOf: only a token that lives from now on is one that renews a session.
func tokenOf(m *Mint) []madeToken {
	if m.Claims == "" || m.Claims == "map" || m.Expiry != Expires || m.Purpose != Session && m.Purpose != Refresh || len(m.Lives) == 0 {
		return nil
	}
	for _, l := range m.Lives {
		if !l.Fresh || l.Zero {
			return nil
		}
	}
	return []madeToken{{m.Claims, m.Purpose == Refresh}}
}

// madeBy returns the session tokens that a function makes.
func (x *exchange) madeBy(fn *ssa.Function) []madeToken {
	out, known := x.makes[fn]
	if fn == nil || known || x.spent() {
		return out
	}
	x.makes[fn] = nil
	for _, b := range fn.Blocks {
		for _, instr := range b.Instrs {
			call, ok := instr.(*ssa.Call)
			if !ok {
				continue
			}
			for _, m := range x.made(call) {
				if !slices.Contains(out, m) {
					out = append(out, m)
				}
			}
		}
	}
	x.makes[fn] = out
	return out
}

// sameKind reports whether the new token is one like the old one: claims of
// the same type, and if refresh tokens have them too, it is one.
func (x *exchange) sameKind(old, made ssa.CallInstruction) bool {
	kind := x.kindOf(made)
	for _, m := range x.made(made) {
		if !slices.Contains(x.accepted(old), m.Claims) || kind == AccessKind {
			continue
		}
		if m.Refresh || kind == RefreshKind || x.alone(m.Claims) {
			return true
		}
	}
	return false
}

// alone reports whether all tokens with claims of a type are of one kind. It
// is known of types that other packages cannot use.
func (x *exchange) alone(claims string) bool {
	name := lastName(claims)
	if ast.IsExported(name) || claims != x.pass.Pkg.Path()+"."+name {
		return false
	}
	if obj, ok := x.pass.Pkg.Scope().Lookup(name).(*types.TypeName); !ok || saysKind(obj.Type()) {
		return false
	}
	for _, m := range x.mints {
		if m.Claims == claims && (m.Purpose == Refresh || m.Purpose == Link || slices.ContainsFunc(m.Lives, func(l Life) bool { return l.For&RefreshKind != 0 })) {
			return false
		}
	}
	return true
}

// saysKind reports whether claims have a place for what a token is for.
func saysKind(t types.Type) bool {
	s, ok := t.Underlying().(*types.Struct)
	if !ok {
		return true
	}
	for i := range s.NumFields() {
		if isTypeClaim(s.Field(i).Name()) || hasWord(s.Field(i).Name(), "type", "kind", "purpose", "scope", "use", "refresh") {
			return true
		}
	}
	return false
}

// exchangeFact adds what a function verifies and makes for other packages.
func (e *engine) exchangeFact(fn *ssa.Function, fact *TokenFact) {
	if e.exchange == nil {
		return
	}
	if made := e.exchange.madeBy(fn); len(made) <= 4 {
		fact.Makes = made
	}
	if accepted := e.exchange.acceptedBy(fn); len(accepted) <= 4 {
		fact.Accepts = accepted
	}
}
