package bearer

import (
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

	call  ssa.CallInstruction
	roots []evidence.Step // where the claims are written
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

// A Purpose is what a token is for.
type Purpose uint8

const (
	PurposeUnknown Purpose = iota
	Session                // it says who somebody is
	Refresh                // it gets new ones
	Link                   // one purpose: reset, invitation, download, state
)

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

// issuer: a middleware that makes tokens itself, for as long as it is told.
func (e *engine) issuer(b *model.Bearer, call ssa.CallInstruction) *Mint {
	expr := e.callOf(call)
	config := arg(b, call, model.ArgConfig)
	if expr == nil || config == nil {
		return nil
	}
	m := &Mint{
		Ranger: expr, Library: e.model.LibraryOf(b.Symbol), Function: outermost(call.Parent()).Name(), Expiry: Expires, Purpose: Session,
		Values: map[string]Value{}, call: call,
	}
	leaves, complete := e.sources(config)
	for _, leaf := range leaves {
		cell, ok := leaf.(*ssa.Alloc)
		if !ok {
			complete = false
			continue
		}
		for _, ref := range *cell.Referrers() {
			addr, ok := ref.(*ssa.FieldAddr)
			if !ok {
				continue
			}
			field := e.model.BearerField(addr.X.Type(), fieldName(addr))
			if field == nil || field.Claim != "exp" {
				continue
			}
			for _, use := range *addr.Referrers() {
				if store, ok := use.(*ssa.Store); ok && store.Addr == addr {
					for _, l := range e.spans(store.Val, e.storeStep(store)) {
						if !l.Zero {
							m.Lives = append(m.Lives, l)
						}
					}
				}
			}
		}
	}
	if len(m.Lives) == 0 && complete {
		m.Lives = []Life{{Known: true, D: b.Lifetime, At: evidence.Step{Start: expr.Pos(), Stop: expr.End()}}}
	}
	return m
}

// A signing is what is signed with what.
type signing struct {
	claims ssa.Value
	at     ssa.Instruction // up to where claims may be set
	alg    string
	none   evidence.Step
	key    string
}

// mint describes a signature, unless callers decide what is signed.
func (e *engine) mint(b *model.Bearer, call ssa.CallInstruction) *Mint {
	s := e.signing(b, call)
	if s.claims == nil {
		return nil
	}
	if p, ok := unwrapped(s.claims).(*ssa.Parameter); ok && !isToken(p.Type()) {
		e.signers[p.Parent()] = append(e.signers[p.Parent()], signer{position(p), s.alg, s.key, e.model.LibraryOf(b.Symbol)})
		return nil
	}
	m := e.describe(s, call)
	if m != nil {
		m.Library = e.model.LibraryOf(b.Symbol)
		e.signOptions(m, b, call)
	}
	return m
}

// A signer is a function that signs claims that it is given.
type signer struct {
	param    int
	alg, key string
	library  string
}

// signedBy describes the call of a function that signs its argument.
func (e *engine) signedBy(call ssa.CallInstruction) []*Mint {
	var list []signer
	if fn := calls.Body(e.pkg, call.Common()); fn != nil {
		list = e.signersOf(fn)
	} else if fact := e.imported(calls.Callee(call.Common())); fact != nil {
		for _, s := range fact.Signs {
			list = append(list, signer{s.Param, s.Algorithm, s.Key, s.Library})
		}
	}
	var out []*Mint
	for _, s := range list {
		ops := calls.Operands(call.Common())
		if s.param >= len(ops) {
			continue
		}
		if p, ok := unwrapped(ops[s.param]).(*ssa.Parameter); ok {
			again := signer{position(p), s.alg, s.key, s.library}
			if !slices.Contains(e.signers[p.Parent()], again) {
				e.signers[p.Parent()] = append(e.signers[p.Parent()], again)
			}
			continue
		}
		if m := e.describe(signing{claims: ops[s.param], at: call, alg: s.alg, key: s.key}, call); m != nil {
			m.Library = s.library
			out = append(out, m)
		}
	}
	return out
}

// signersOf returns what a function of the package signs of its arguments.
func (e *engine) signersOf(fn *ssa.Function) []signer {
	if !e.asked2[fn] {
		e.asked2[fn] = true
		for _, b := range fn.Blocks {
			for _, instr := range b.Instrs {
				if call, ok := instr.(ssa.CallInstruction); ok {
					if bb := e.bearer(call); bb != nil && bb.Act == model.BearerSign {
						s := e.signing(bb, call)
						if p, ok := unwrapped(s.claims).(*ssa.Parameter); ok && !isToken(p.Type()) && p.Parent() == fn {
							one := signer{position(p), s.alg, s.key, e.model.LibraryOf(bb.Symbol)}
							if !slices.Contains(e.signers[fn], one) {
								e.signers[fn] = append(e.signers[fn], one)
							}
						}
					} else if bb == nil {
						e.signedBy(call)
					}
				}
			}
		}
	}
	return e.signers[fn]
}

func unwrapped(v ssa.Value) ssa.Value {
	for {
		switch x := v.(type) {
		case *ssa.MakeInterface:
			v = x.X
		case *ssa.ChangeType:
			v = x.X
		case *ssa.ChangeInterface:
			v = x.X
		default:
			return v
		}
	}
}

// signing finds claims, algorithm and key of a signature.
func (e *engine) signing(b *model.Bearer, call ssa.CallInstruction) signing {
	s := signing{at: call}
	if v := arg(b, call, model.ArgSecret); v != nil {
		s.key = e.keyValue(v).id
	}
	if v := arg(b, call, model.ArgAlgorithm); v != nil {
		if names, ok := e.algorithms(v); ok && len(names) == 1 {
			s.alg = names[0]
		}
	}
	if v := arg(b, call, model.ArgOption); v != nil {
		if with, ok := e.options(v, 0).terms[term{model.WithSecret, ""}]; ok {
			if with.secret != nil {
				s.key = e.keyValue(with.secret).id
			}
			if len(with.values) == 1 {
				s.alg = with.values[0]
			}
		}
	}
	v := arg(b, call, model.ArgClaims)
	if v == nil || indexOf(b, model.ArgClaims) != model.Receiver {
		s.claims = v
		return s
	}
	leaves, _ := e.sources(v)
	if len(leaves) != 1 {
		return s
	}
	made, ok := leaves[0].(*ssa.Call)
	if !ok {
		return e.signedValue(s, leaves[0])
	}
	return e.signedToken(s, made)
}

// signedValue: a token that is a struct holds its claims itself.
func (e *engine) signedValue(s signing, v ssa.Value) signing {
	if _, ok := v.(*ssa.Alloc); ok {
		s.claims = v
	}
	return s
}

// signedToken: the claims of a token that a call made.
func (e *engine) signedToken(s signing, made *ssa.Call) signing {
	nb := e.bearer(made)
	if nb == nil {
		return s
	}
	if nb.Act == model.BearerSet { // a builder
		if nb.Claim == "*" {
			return e.signedChain(s, nb, made)
		} else {
			s.claims = made
		}
		return s
	}
	if v := arg(nb, made, model.ArgAlgorithm); v != nil {
		if names, ok := e.algorithms(v); ok && len(names) == 1 {
			s.alg = names[0]
			if s.alg == "none" {
				s.none = e.argStep(made, 0, e.step(made))
			}
		}
	}
	s.claims = arg(nb, made, model.ArgClaims)
	if s.claims != nil {
		if _, isMap := unwrapped(s.claims).Type().Underlying().(*types.Map); !isMap && made.Parent() == s.at.Parent() {
			if _, pointer := unwrapped(s.claims).Type().Underlying().(*types.Pointer); !pointer {
				s.at = made // a copy was taken
			}
		}
		if made.Parent() != s.at.Parent() {
			s.at = made
		}
		return s
	}
	s.claims = claimsOfToken(made)
	if s.claims == nil && nb.Act == model.BearerNew {
		s.claims = made
	}
	return s
}

// signedChain: claims are added to a builder, struct by struct; the one that
// has room for exp counts.
func (e *engine) signedChain(s signing, b *model.Bearer, made *ssa.Call) signing {
	for range 4 {
		v := arg(b, made, model.ArgValue)
		if s.claims == nil || e.holdsClaims(unwrapped(v).Type()) {
			s.claims, s.at = v, made
		}
		leaves, _ := e.sources(arg(b, made, model.ArgClaims))
		if len(leaves) != 1 {
			return s
		}
		next, ok := leaves[0].(*ssa.Call)
		if !ok {
			return s
		}
		if b = e.bearer(next); b == nil || b.Claim != "*" {
			return s
		}
		made = next
	}
	return s
}

// claimsOfToken finds what is put into the field of a token made without
// claims, or the map that it has from the start.
func claimsOfToken(tok *ssa.Call) ssa.Value {
	for _, ref := range *tok.Referrers() {
		addr, ok := ref.(*ssa.FieldAddr)
		if !ok || fieldName(addr) != "Claims" {
			continue
		}
		for _, use := range *addr.Referrers() {
			if store, ok := use.(*ssa.Store); ok && store.Addr == addr {
				return store.Val
			}
		}
	}
	return nil
}

// describe works out what a token that is signed somewhere is.
func (e *engine) describe(s signing, call ssa.CallInstruction) *Mint {
	expr := e.callOf(call)
	if expr == nil {
		return nil
	}
	m := &Mint{
		Ranger: expr, Function: outermost(call.Parent()).Name(), Algorithm: s.alg, Key: s.key, Unsigned: s.none,
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

// literals returns the composite literals that claims are made of, none if
// they are made in another way or in another function.
func (e *engine) literals(v ssa.Value, in *ssa.Function) []evidence.Step {
	var steps []evidence.Step
	for _, root := range e.holders(v) {
		if root == nil || root.Parent() != in {
			return nil
		}
		lit := e.syntax.literal(root.Pos())
		if lit == nil {
			if cell, ok := root.(*ssa.Alloc); ok && len(wholeStores(cell)) == 1 { // c := Claims{...}
				if load, ok := wholeStores(cell)[0].(*ssa.UnOp); ok {
					lit = e.syntax.literal(load.X.Pos())
				}
			}
		}
		if lit == nil {
			return nil
		}
		steps = append(steps, evidence.Step{Start: lit.Pos(), Stop: lit.Lbrace + 1})
	}
	return steps
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
					m.Gap, m.ByZero = e.condOr(cond, ev), e.isZeroTest(cond)
				}
			}
		}
	}
}

func underlying(v ssa.Value) types.Type { return unwrapped(v).Type().Underlying() }

func (e *engine) condOr(cond *ssa.If, ev event) evidence.Step {
	if step := e.condStep(cond); step.Start.IsValid() {
		return step
	}
	if call, ok := cond.Cond.(*ssa.Call); ok {
		return e.step(call)
	}
	return e.eventStep(ev)
}

// controlling returns the branch that an instruction is in, if it is in one.
func controlling(instr ssa.Instruction) *ssa.If {
	b := instr.Block()
	for b != nil {
		if !strings.HasPrefix(b.Comment, "if.done") && len(b.Preds) == 1 {
			if cond, ok := b.Preds[0].Instrs[len(b.Preds[0].Instrs)-1].(*ssa.If); ok {
				return cond
			}
		}
		b = b.Idom()
	}
	return nil
}

// zeroDecides reports whether an instruction runs for a zero value only.
func (e *engine) zeroDecides(instr ssa.Instruction) bool {
	cond := controlling(instr)
	return cond != nil && e.isZeroTest(cond)
}

// isZeroTest reports whether a condition asks whether a moment or a duration
// is zero.
func (e *engine) isZeroTest(cond *ssa.If) bool {
	switch v := cond.Cond.(type) {
	case *ssa.Call:
		callee := calls.Callee(v.Common())
		return callee != nil && callee.Name() == "IsZero"
	case *ssa.BinOp:
		for _, op := range []ssa.Value{v.X, v.Y} {
			if isZero(op) && !isErrorType(op.Type()) && !isString(op.Type()) {
				return true
			}
		}
	}
	return false
}

// signOptions: claims that options of the signature add.
func (e *engine) signOptions(m *Mint, b *model.Bearer, call ssa.CallInstruction) {
	v := arg(b, call, model.ArgOption)
	if v == nil {
		return
	}
	leaves, complete := e.sources(v)
	found := false
	for _, leaf := range leaves {
		for _, elem := range calls.Elements(leaf) {
			ones, ok := e.sources(elem)
			complete = complete && ok
			for _, one := range ones {
				if made, ok := one.(*ssa.Call); ok && e.bearer(made) != nil {
					ob := e.bearer(made)
					if ob.Act == model.BearerOption {
						continue
					}
					if ob.Act == model.BearerSet && ob.Claim == "exp" {
						found = true
						m.Expiry = Expires
						m.Lives = append(m.Lives, e.spans(arg(ob, made, model.ArgValue), e.argStep(made, 0, e.step(made)))...)
						continue
					}
				}
				if k, ok := one.(*ssa.Const); ok && k.Value == nil {
					continue
				}
				complete = false
			}
		}
	}
	if !found && !complete && m.Expiry == NoExpiry {
		m.Expiry = ExpiryUnknown
	}
}

// purpose decides what a token is for: by its type, scope or audience, by the
// names of what makes it, by the claims in it.
func purpose(m *Mint) Purpose {
	names := []string{m.Function, lastName(m.Claims)}
	for claim, v := range m.Values {
		if isTypeClaim(claim) || claim == "sub" {
			names = append(names, v.Text)
		}
	}
	refresh, link := false, false
	for _, name := range names {
		list := words.Split(name)
		link = link || linkWords(list)
		refresh = refresh || slices.Contains(list, "refresh")
	}
	identity := false
	for _, name := range m.Names {
		identity = identity || isIdentity(name) || strings.Contains(name, "user")
	}
	switch {
	case link:
		return Link
	case refresh && m.refreshes():
		return Refresh
	case identity:
		return Session
	}
	return PurposeUnknown
}

// refreshes: a function that makes both kinds says in the claims, or nowhere,
// which one this is.
func (m *Mint) refreshes() bool {
	for claim, v := range m.Values {
		if isTypeClaim(claim) && slices.Contains(words.Split(v.Text), "access") {
			return false
		}
	}
	return true
}

func lastName(name string) string {
	return name[strings.LastIndexByte(name, '.')+1:]
}

// linkWords reports whether a name belongs to a token for one purpose, or for
// a machine.
func linkWords(list []string) bool {
	for _, w := range list {
		switch w {
		case "reset", "verify", "verification", "confirm", "confirmation", "invite", "invitation", "activate", "activation", "download",
			"unsubscribe", "magic", "state", "oauth", "csrf", "xsrf", "upload", "share", "shared", "mfa", "totp", "2fa", "otp", "challenge", "preauth",
			"apikey", "pat", "personal", "webhook", "presign", "presigned", "link", "registration", "signup", "service", "machine", "host", "node",
			"agent", "m2m", "push", "websocket", "file", "asset", "media", "image", "captcha", "nonce", "license", "bot", "device", "recovery",
			"recover", "forgot", "email", "mail", "temp", "temporary", "pending", "ticket", "export", "logout", "assertion", "client", "attachment":
			return true
		}
	}
	return slices.Contains(list, "api") && (slices.Contains(list, "key") || slices.Contains(list, "token"))
}

// Identifies reports whether the claims say who somebody is.
func (m *Mint) Identifies() bool {
	return slices.ContainsFunc(m.Names, func(name string) bool { return isIdentity(name) })
}

// Named reports whether the name of a key means the same everywhere in a
// package: that of a parameter does not.
func Named(key string) bool { return key != "" && !strings.HasPrefix(key, "var ") }
