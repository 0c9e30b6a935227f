package bearer

import (
	"go/constant"
	"slices"

	"golang.org/x/tools/go/ssa"

	"github.com/sessionlint/sessionlint/internal/evidence"
	"github.com/sessionlint/sessionlint/internal/model"
	"github.com/sessionlint/sessionlint/passes/calls"
)

// An Expiry says whether a token ends.
type Expiry uint8

const (
	ExpiryUnknown Expiry = iota
	NoExpiry             // it has no exp
	Expires              // it has one, on every path
	MayExpire            // on some paths it has none
)

// A Mint is a place where a token is made.
type Mint struct {
	evidence.Ranger
	Library   string
	Function  string
	Algorithm string // "" if not known
	Key       string // names the key, "" if it has no name
	Claims    string // type of the claims, "map" for a map, "" if not known
	Expiry    Expiry
	Lives     []Life        // how long it may live
	Gap       evidence.Step // where it is decided that it has no exp
	ByZero    bool          // that happens for a zero value
	Values    map[string]Value
	Names     []string // claims that are set, sorted
	Purpose   Purpose
	Unsigned  evidence.Step // where the algorithm none is named

	call   ssa.CallInstruction
	roots  []evidence.Step // where the claims are written
	tested ssa.Value       // what is zero then, if it is a value that the code tests
}

// Literals returns where the claims are written, or where the token is signed.
func (m *Mint) Literals() []evidence.Step {
	if len(m.roots) == 0 {
		return []evidence.Step{{Start: m.Pos(), Stop: m.End()}}
	}
	return m.roots
}

// A Value is a constant that a claim is set to.
type Value struct {
	Text string // "" if it is no constant
	At   evidence.Step
}

func (e *engine) mints() []*Mint {
	var out []*Mint
	e.each(func(instr ssa.Instruction) {
		call, ok := instr.(ssa.CallInstruction)
		if !ok {
			return
		}
		if b := e.bearer(call); b != nil {
			var m *Mint
			switch {
			case b.Act == model.BearerSign:
				m = e.mint(b, call)
			case b.Act == model.BearerGuard && b.Lifetime > 0:
				m = e.issuer(b, call)
			}
			if m != nil {
				out = append(out, m)
			}
			return
		}
		out = append(out, e.signedBy(call)...)
	})
	return out
}

// mint describes a signature, unless callers decide what is signed.
func (e *engine) mint(b *model.Bearer, call ssa.CallInstruction) *Mint {
	s := e.signing(b, call)
	if s.claims == nil {
		return nil
	}
	if p, ok := unwrapped(s.claims).(*ssa.Parameter); ok && !isToken(p.Type()) {
		e.signers[p.Parent()] = append(e.signers[p.Parent()], signer{position(p), s.alg, s.key, e.model.LibraryOf(b.Symbol), e.ends(p)})
		return nil
	}
	m := e.describe(s, call)
	if m != nil {
		m.Library = e.model.LibraryOf(b.Symbol)
		e.signOptions(m, b, call)
	}
	return m
}

// describe works out what a token that is signed somewhere is.
func (e *engine) describe(s signing, call ssa.CallInstruction) *Mint {
	expr := e.callOf(call)
	if expr == nil {
		return nil
	}
	m := &Mint{
		Ranger: expr, Function: calls.Outermost(call.Parent()).Name(), Algorithm: s.alg, Key: s.key, Unsigned: s.none,
		Values: map[string]Value{}, call: call, Claims: e.typeOfClaims(s.claims),
	}
	exp := e.claimAt(s.claims, "exp", s.at, 0)
	for name := range exp.names {
		m.Names = append(m.Names, name)
	}
	slices.Sort(m.Names)
	e.expiry(m, exp)
	for _, claim := range m.Names {
		if claim == "exp" || claim == "iat" || claim == "nbf" {
			continue
		}
		for _, ev := range e.claimAt(s.claims, claim, s.at, 0).events {
			if ev.val == nil || ev.then != set {
				continue
			}
			text, _ := e.constant(ev.val)
			m.Values[claim] = Value{Text: text, At: e.eventStep(ev)}
		}
	}
	m.Purpose = purpose(m)
	m.roots = e.literals(s.claims, call.Parent())
	return m
}

// constant returns the constant text that is put into a claim, also as the
// only element of a list.
func (e *engine) constant(v ssa.Value) (string, bool) {
	if made, ok := v.(*ssa.MakeInterface); ok {
		v = made.X
	}
	leaves, _ := e.sources(v)
	for _, leaf := range leaves {
		for _, elem := range calls.Elements(leaf) {
			if text, ok := e.text(elem); ok {
				return text, true
			}
			if k, ok := elem.(*ssa.Const); ok && k.Value != nil && k.Value.Kind() == constant.String {
				return constant.StringVal(k.Value), true
			}
		}
	}
	return "", false
}

// expiry decides whether and when a token ends.
func (e *engine) expiry(m *Mint, exp holderResult) {
	switch {
	case exp.state&hidden != 0:
		m.Expiry = ExpiryUnknown
	case exp.state == unset:
		m.Expiry = NoExpiry
	case exp.state == set:
		m.Expiry = Expires
	default:
		m.Expiry = MayExpire
	}
	for _, ev := range exp.events {
		switch {
		case ev.then == unset && ev.isCopy(): // of claims that have none yet
		case ev.then == unset:
			m.Gap, m.ByZero = e.eventStep(ev), m.ByZero || e.zeroDecides(ev.instr)
			m.tested = zeroTested(ev.instr)
		case ev.val != nil:
			for _, l := range e.lives(ev.val) {
				if l.Zero && l.Known && isNumber(underlying(ev.val)) {
					m.Expiry, m.Gap, m.ByZero = MayExpire, l.At, true
					continue
				}
				if !l.At.Start.IsValid() {
					l.At = e.eventStep(ev)
				}
				m.Lives = append(m.Lives, l)
			}
			if m.Expiry == MayExpire && !m.Gap.Start.IsValid() {
				if cond := controlling(ev.instr); cond != nil {
					m.Gap, m.ByZero, m.tested = e.condOr(cond, ev), e.isZeroTest(cond), testedForZero(cond)
				}
			}
		}
	}
}
