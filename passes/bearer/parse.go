package bearer

import (
	"go/ast"
	"slices"
	"strings"

	"golang.org/x/tools/go/ssa"

	"github.com/sessionlint/sessionlint/internal/evidence"
	"github.com/sessionlint/sessionlint/internal/model"
	"github.com/sessionlint/sessionlint/passes/calls"
)

// A Pin says what limits the algorithms that a verification accepts.
type Pin uint8

const (
	PinUnknown Pin = iota
	PinNamed       // the program names the algorithms, or tests the one of the token
	PinLibrary     // the library takes no other than the one that it was made for
	PinKeyType     // only the type of the key: one family
	PinNothing
)

// A Demand says how a verification treats a claim.
type Demand uint8

const (
	DemandUnknown Demand = iota
	Required             // a token without it is refused
	IfPresent            // it is checked if it is there
	Never                // nobody looks at it
	SwitchedOff          // it would be checked, but the program says no
)

// A Parse is a place where a token is verified.
type Parse struct {
	evidence.Ranger
	Library  string
	Function string // that it is in
	Guard    bool   // a middleware that does so for each request
	Pin      Pin
	Methods  []string // that the program names
	Why      string   // what is not known, if something is not

	None     evidence.Step // where unsigned tokens are accepted
	Unsigned evidence.Step // where the signature is switched off
	Off      evidence.Step // where the claims are switched off
	Header   string        // of the token that says where its own key is
	Path     string        // function that gets the key ID as part of a path or statement
	KeyAt    evidence.Step
	Known    bool    // the key of an HMAC may be the bytes of a public key
	Misuse   *Misuse // what happens to the result, nil: nothing bad is known
	Pardon   *Pardon // where expired tokens pass, nil: nowhere that is known

	Claims string // type of the claims, "map" for a map, "" if not known
	Key    string // names the key, "" if it has no name
	Public bool   // the key is a public one: others make the tokens
	Type   bool   // the type, scope or audience of the token is tested somewhere

	demands map[string]Demand
	doubts  map[string]string // why it is not known of a claim
	skipped map[string]evidence.Step
	call    ssa.CallInstruction
	bearer  *model.Bearer
	filled  ssa.Value // the claims that an option hands over
	engine  *engine
}

// Demand returns how the verification treats a claim.
func (p *Parse) Demand(claim string) Demand { return p.demands[claim] }

// Doubt returns what it depends on whether a claim is required.
func (p *Parse) Doubt(claim string) string {
	if why := p.doubts[claim]; why != "" {
		return why
	}
	return p.Why
}

// doubt notes that it is not known whether a claim is required.
func (p *Parse) doubt(claim, why string) {
	p.demands[claim] = DemandUnknown
	if p.doubts == nil {
		p.doubts = map[string]string{}
	}
	p.doubts[claim] = why
}

func (e *engine) parses() []*Parse {
	var out []*Parse
	e.each(func(instr ssa.Instruction) {
		call, ok := instr.(ssa.CallInstruction)
		if !ok {
			return
		}
		if b := e.bearer(call); b != nil && (b.Act == model.BearerVerify || b.Act == model.BearerGuard) {
			if p := e.parse(b, call); p != nil {
				out = append(out, p)
			}
		}
	})
	return out
}

// parse describes one verification.
func (e *engine) parse(b *model.Bearer, call ssa.CallInstruction) *Parse {
	expr := e.callOf(call)
	if expr == nil {
		return nil
	}
	p := &Parse{
		Ranger: expr, Library: e.model.LibraryOf(b.Symbol), Function: calls.Outermost(call.Parent()).Name(), Guard: b.Act == model.BearerGuard,
		demands: map[string]Demand{}, call: call, bearer: b, engine: e,
	}
	set := e.parserOptions(b, call)
	if _, own := set.terms[term{model.OwnParser, ""}]; own {
		return nil // what it calls is judged where it is
	}
	secret := arg(b, call, model.ArgSecret)
	key := &keyInfo{unknown: secret == nil}
	if secret != nil {
		key = e.key(secret)
	}
	if s, ok := set.terms[term{model.WithSecret, ""}]; ok && (s.secret != nil || s.key != nil) {
		key = e.secretOf(s)
	}
	p.Key, p.Public = key.id, key.public && !key.symm
	p.Header, p.Path, p.KeyAt = key.header, key.path, key.at
	p.Claims = e.claimsType(b, call, set)
	p.filled = set.terms[term{model.NoOption, "claims"}].secret
	p.pin(set, key)
	p.Known = key.open && p.mayBeHMAC()
	p.claims(set)
	if b.Filled && !p.Guard {
		p.Misuse = e.misuse(p)
	}
	return p
}

// mayBeHMAC reports whether the program lets a token be authenticated by a MAC:
// it names such an algorithm, or none.
func (p *Parse) mayBeHMAC() bool {
	if p.Pin == PinNamed && len(p.Methods) == 0 {
		return false // a test of its own, which we do not read
	}
	return p.Pin != PinLibrary && p.Pin != PinUnknown &&
		(len(p.Methods) == 0 || slices.ContainsFunc(p.Methods, func(m string) bool { return strings.HasPrefix(m, "HS") }))
}

// secretOf describes the key of an option.
func (e *engine) secretOf(s setting) *keyInfo {
	switch {
	case s.key != nil:
		return s.key
	case s.secret != nil:
		return e.key(s.secret)
	}
	return &keyInfo{unknown: true}
}

// parserOptions returns what options, the parser and the configuration say.
func (e *engine) parserOptions(b *model.Bearer, call ssa.CallInstruction) optionSet {
	set := noOptions()
	for _, slot := range []model.Slot{model.ArgConfig, model.ArgOption} {
		if v := arg(b, call, slot); v != nil {
			set = set.both(e.options(v, 0)).both(e.added(v))
		}
	}
	if indexOf(b, model.ArgConfig) == -2 && indexOf(b, model.ArgToken) == model.Receiver { // a token that a parser returned
		set = set.both(e.parsedWith(arg(b, call, model.ArgToken)))
	}
	return set
}

// parsedWith returns what the call that made a token, not yet verified, says.
func (e *engine) parsedWith(tok ssa.Value) optionSet {
	leaves, complete := e.sources(tok)
	out := noOptions()
	for _, leaf := range leaves {
		if x, ok := leaf.(*ssa.Extract); ok {
			leaf = x.Tuple
		}
		call, ok := leaf.(*ssa.Call)
		if !ok || e.bearer(call) == nil {
			complete = false
			continue
		}
		out = out.both(e.options(call, 0))
	}
	if !complete {
		return unknownOptions("how the token was parsed")
	}
	return out
}

// added returns what rules say that are added to a parser in a variable.
func (e *engine) added(v ssa.Value) optionSet {
	out := noOptions()
	load, ok := v.(*ssa.UnOp)
	if !ok {
		return out
	}
	cell, ok := load.X.(*ssa.Alloc)
	if !ok {
		return out
	}
	for _, ref := range calls.Uses(cell) {
		if call, ok := ref.(*ssa.Call); ok {
			if b := e.bearer(call); b != nil && b.Act == model.BearerOption && arg(b, call, model.ArgConfig) == ssa.Value(cell) {
				out = out.both(e.options(arg(b, call, model.ArgOption), 0))
			}
		}
	}
	return out
}

// pin decides what limits the algorithms.
func (p *Parse) pin(set optionSet, key *keyInfo) {
	list, listed := set.terms[term{model.OnlyAlgorithms, ""}]
	if off, ok := set.terms[term{model.SkipVerify, ""}]; ok && off.always {
		p.Unsigned = off.at
	}
	if key.none {
		p.None = evidence.Step{Start: p.Pos(), Stop: p.End()}
		if s := p.engine.noneStep(p); s.Start.IsValid() {
			p.None = s
		}
	}
	if listed && slices.Contains(list.values, "none") {
		p.None = list.at
	}
	if v := arg(p.bearer, p.call, model.ArgAlgorithm); v != nil {
		if names, _ := p.engine.algorithms(v); slices.Contains(names, "none") {
			p.None = p.engine.argStep(p.call, indexOf(p.bearer, model.ArgAlgorithm), evidence.Step{Start: p.Pos(), Stop: p.End()})
		}
	}
	switch {
	case listed && list.always:
		p.Pin, p.Methods = PinNamed, list.values
	case p.bearer.Demands&model.Pinned != 0 && !(p.Guard && key.found):
		p.Pin = PinLibrary
	case key.method || p.engine.testsMethod(p):
		p.Pin = PinNamed
	case listed || !set.complete:
		p.Why = set.why
	case key.unknown:
		p.Why = "its key function"
	case p.engine.testsDecoded(p.call.Parent()):
		p.Why = "what the program tests of the header that it decodes itself"
	case p.bearer.Demands&model.KeyPins != 0 && !key.untyped:
		p.Pin = PinKeyType
	default:
		p.Pin = PinNothing
	}
}

// noneStep finds the constant that accepts unsigned tokens in the syntax of
// the call.
func (e *engine) noneStep(p *Parse) evidence.Step {
	var step evidence.Step
	expr, ok := p.Ranger.(*ast.CallExpr)
	if !ok {
		return step
	}
	ast.Inspect(expr, func(n ast.Node) bool {
		if x, ok := n.(ast.Expr); ok && !step.Start.IsValid() {
			if t := e.pass.TypesInfo.TypeOf(x); t != nil && isNone(t) {
				step = evidence.Step{Start: x.Pos(), Stop: x.End()}
			}
		}
		return true
	})
	return step
}

// testsMethod reports whether the algorithm of the verified token is tested
// behind the verification.
func (e *engine) testsMethod(p *Parse) bool {
	if e.testsHeader(p.call.Parent()) {
		return true
	}
	tok := result(p.call, p.bearer.Result)
	if tok == nil || !isToken(tok.Type()) {
		return false
	}
	info := &keyInfo{}
	for _, ref := range calls.Uses(tok) {
		if addr, ok := ref.(*ssa.FieldAddr); ok {
			name := fieldName(addr)
			for _, use := range calls.Uses(addr) {
				if load, ok := use.(*ssa.UnOp); ok && (name == "Method" || name == "Header") {
					e.readsField(name, load, info)
				}
			}
		}
	}
	return info.method
}

// claims decides how each claim is treated.
func (p *Parse) claims(set optionSet) {
	off, skipped := set.terms[term{model.SkipClaims, ""}]
	for claim, required := range map[string]model.Demands{
		"exp": model.ExpRequired, "iss": model.IssRequired, "aud": model.AudRequired, "nbf": model.NbfRequired, "typ": 0, "sub": 0,
	} {
		s, ok := set.terms[term{model.DemandClaim, claim}]
		d := Never
		switch {
		case p.engine.checked(p, claim):
			d = Required
		case ok && s.always, required != 0 && p.bearer.Demands&required != 0:
			d = Required
		case ok, !set.complete:
			d = DemandUnknown
		case claim == "exp" && p.bearer.Demands&model.ExpIfPresent != 0:
			d = IfPresent
		}
		why := ""
		if d == Never && p.engine.checked(p, byMethod) {
			d, why = DemandUnknown, "a method of the claims"
		}
		later := claim == "exp" && p.engine.checked(p, "exp?")
		switch {
		case later && (d == Never || skipped):
			d = IfPresent
		case skipped && claim == "exp" && p.engine.checked(p, "iat"):
			d, why = DemandUnknown, "how old a token may be"
		case skipped && !p.engine.checked(p, claim):
			d = SwitchedOff
			if !off.always {
				d = DemandUnknown
			}
		}
		if p.demands[claim] = d; d == DemandUnknown && why != "" {
			p.doubt(claim, why)
		}
	}
	if skipped && off.always && p.demands["exp"] == SwitchedOff {
		p.Off = off.at
	}
	p.skip(set)
	p.Type = p.engine.testsType(p)
	if !set.complete && p.Why == "" {
		p.Why = set.why
	}
}
