package webhandlers

import (
	"golang.org/x/tools/go/ssa"

	"github.com/sessionlint/sessionlint/internal/evidence"
	"github.com/sessionlint/sessionlint/internal/model"
	"github.com/sessionlint/sessionlint/passes/calls"
)

// logins judges whether a unit that stores identity renews the session.
func (e *engine) logins(h *Handlers, u *unit, others map[*ssa.Function]bool) {
	put := outcome(0)
	switch paths := u.sum.Paths; {
	case paths.contains(proved|putServer, 0):
		put = putServer
	case paths.contains(proved|putStore, 0):
		put = putStore
	case paths.contains(proved|renewed, 0) && u.sum.May&Begins != 0:
		e.fresh(h, u, others)
		return
	case paths.contains(proved|elevated, 0):
		e.elevation(h, u)
		return
	default:
		e.takeover(h, u)
		return
	}
	places := e.find(u, PutsIdentity|PutsIdentityStore, nil)
	if len(places) == 0 {
		return
	}
	l := Login{Step: e.span(places[0]), Handler: e.handler(u), Store: e.storeKind(put == putServer)}
	for _, instr := range e.find(u, Verifies, nil) {
		l.Steps = append(l.Steps, e.step(instr, "credential checked here"))
		break
	}
	if l.Renewed = e.renewal(u, put); l.Renewed == Never && l.Store == "server" {
		l.Fix = e.renewing(places[0])
	}
	for _, instr := range e.find(u, Renews, nil) {
		l.Steps = append(l.Steps, e.step(instr, "session renewed here"))
		break
	}
	h.logins = append(h.logins, l)
}

func (e *engine) renewal(u *unit, put outcome) Renewal {
	bad := u.sum.Paths.contains(proved|put, renewed)
	switch {
	case !bad:
		return Always
	case u.sum.May&RenewsUnchecked != 0:
		return Unchecked
	case e.traits&RotatesWide != 0, e.aboveMay(u.fn, 0, map[*ssa.Function]bool{})&(Renews|Begins|Destroys) != 0:
		return Unsure
	case u.sum.Paths.contains(proved|put|renewed, 0):
		return Sometimes
	}
	return Never
}

// onServer reports whether a call is one of a library whose sessions are always
// on the server.
func (e *engine) onServer(instr ssa.Instruction) bool {
	call, ok := instr.(ssa.CallInstruction)
	if !ok {
		return false
	}
	f := e.index.Life(calls.Callee(call.Common()))
	return f != nil && f.Session == model.ServerSession
}

// fresh: a login that makes a session of its own.
func (e *engine) fresh(h *Handlers, u *unit, others map[*ssa.Function]bool) {
	places := e.find(u, Begins, others)
	if len(places) == 0 {
		places = e.find(u, Begins, nil)
	}
	for _, instr := range places {
		h.logins = append(h.logins, Login{Step: e.span(instr), Handler: e.handler(u), Renewed: Always, Store: "token"})
		return
	}
}

// storeKind is where the sessions live.
func (e *engine) storeKind(server bool) string {
	switch client, here := e.traits&ClientStore != 0, e.traits&ServerStore != 0; {
	case server, here && !client:
		return "server"
	case client && !here:
		return "client"
	}
	return ""
}

// carried reports whether the client carries all of the session: there is no
// record that could be deleted.
func (e *engine) carried() bool {
	return e.traits&(Stateless|ClientStore) != 0 && e.traits&(ServerStore|Records) == 0
}

// logout judges what a handler that is called, or routed as, logout leaves behind.
func (e *engine) logout(h *Handlers, u *unit) {
	if !isLogoutName(u.own()) && !e.routedAs(u.fn, isLogoutName) && e.told[u.fn] != "logout" || e.isMiddleware(u.fn) {
		return
	}
	may := u.sum.May
	for _, inner := range u.body[1:] {
		may |= e.of(inner).May
	}
	l, shown := e.leaves(may, e.handler(u))
	if shown == 0 {
		return
	}
	places := e.find(u, shown, nil)
	if len(places) == 0 {
		return
	}
	l.Step = e.span(places[0])
	if l.Ends == Ended {
		e.partly(&l, u, places[0])
	}
	if l.Ends == Ended {
		e.refused(&l, u)
	}
	h.logouts = append(h.logouts, l)
}

// leaves says what a logout leaves behind that may have some effects, and which of
// them show it; none if it does nothing to sessions.
func (e *engine) leaves(may Effect, handler Handler) (l Logout, shown Effect) {
	l = Logout{Handler: handler, Store: e.storeKind(false), Carried: e.carried()}
	switch {
	case may&(Ends|Deletes) != 0:
		l.Ends, shown = Ended, Ends|Deletes
	case may&Empties != 0:
		shown = Empties
		switch l.Store {
		case "server":
			l.Ends = Ended
		case "client":
			l.Ends = CopyLives
		default:
			l.Ends = EndUnsure
		}
	case may&ExpiresCookie != 0:
		l.Ends, shown = CookieOnly, ExpiresCookie
	}
	return l, shown
}

// partly: the session ends only if the client does not ask for something else.
func (e *engine) partly(l *Logout, u *unit, end ssa.Instruction) {
	drop, cut := e.skips(u.fn)
	if drop == nil || drop.Parent() != u.fn {
		return
	}
	l.Ends, l.Step = SomePaths, e.span(drop)
	l.Steps = []evidence.Step{e.step(cut, "the request decides here"), e.step(end, "the session ends here, on other paths")}
}

// origin shows where the sessions begin that a logout leaves alive: where their
// store is made, or where a login begins one.
func (e *engine) origin(h *Handlers) []evidence.Step {
	for _, fn := range e.funcs {
		for _, b := range fn.Blocks {
			for _, instr := range b.Instrs {
				call, ok := instr.(*ssa.Call)
				if !ok {
					continue
				}
				if f := e.index.Func(calls.Callee(call.Common())); f != nil && storeTrait(f) != 0 {
					return []evidence.Step{e.step(instr, "session store made here")}
				}
			}
		}
	}
	for _, l := range h.logins {
		s := l.Step
		s.Text = "session begun here"
		return []evidence.Step{s}
	}
	return nil
}

// The credentials of an account, and what replaces them.
var credentials = []struct {
	does       Effect
	kind, what string
}{
	{ChangesPassword, "password", "password"},
	{DropsFactor, "mfa", "second factor"},
	{ChangesAddress, "email", "e-mail address"},
	{ChangesRecovery, "recovery", "recovery data"},
	{MakesKey, "apikey", "API key"},
	{DropsAccount, "delete", "account"},
}

// change judges where a unit replaces credentials.
func (e *engine) change(h *Handlers, u *unit, others map[*ssa.Function]bool) {
	for _, credential := range credentials {
		for _, instr := range e.find(u, credential.does, others) {
			operands := operandsOf(instr)
			if len(operands) == 0 {
				continue
			}
			c := Change{Step: e.span(instr), Kind: credential.kind, What: credential.what, How: nameOfCall(instr), Handler: e.handler(u)}
			c.Ends = u.may&Ends != 0 || credential.does == ChangesPassword && e.traits&BoundToHash != 0
			c.Proved = u.may&(Verifies|Freshens|Redeems) != 0
			c.Own = e.isOwn(append(e.wrappers(u), u.body...), operands) || credential.does == MakesKey && e.isForCurrent(operands)
			c.Own = c.Own && e.told[u.fn] != "public" // who is logged in plays no part
			c.Doubt = e.doubt(u)
			c.StepUp = e.traits&StepUp != 0
			c.Carried, c.Records = e.carried(), e.traits&(ServerStore|Records) != 0
			c.Ended = e.stepsOf(u, Ends, others, "sessions end here")
			c.Proofs = e.stepsOf(u, Verifies|Freshens|Redeems, others, "proof asked for here")
			if credential.does == ChangesPassword {
				for _, made := range e.find(u, Hashes, others) {
					c.Steps = append(c.Steps, e.step(made, "new hash made here"))
					break
				}
			}
			h.changes = append(h.changes, c)
			break // one defect for one handler
		}
	}
}

// stepsOf returns where a unit has an effect.
func (e *engine) stepsOf(u *unit, effect Effect, others map[*ssa.Function]bool, text string) []evidence.Step {
	var steps []evidence.Step
	for _, instr := range e.find(u, effect, others) {
		steps = append(steps, e.step(instr, text))
	}
	return steps
}

// operandsOf returns what an instruction that replaces a credential is given.
func operandsOf(instr ssa.Instruction) []ssa.Value {
	switch instr := instr.(type) {
	case ssa.CallInstruction:
		return calls.Operands(instr.Common())
	case *ssa.Store:
		if addr, ok := instr.Addr.(*ssa.FieldAddr); ok {
			return []ssa.Value{addr.X}
		}
	}
	return nil
}

// doubt says why a change may be none, or why what it leaves alive is not known: a
// first password, a cost upgrade, others who are told of it.
func (e *engine) doubt(u *unit) string {
	n := u.title()
	switch {
	case u.own().has(firstWords):
		return "first-password"
	case u.sum.May&Verifies != 0 && u.sum.May&(PutsIdentity|PutsIdentityStore|Begins) != 0 && !n.has("change reset update set edit forgot recover"):
		return "login"
	case u.own().has("auth login signin authenticate callback sso oidc oauth saml ldap") && !n.has("change reset update set edit forgot recover"):
		return "login"
	case u.sum.May&Announces != 0:
		return "event"
	}
	return ""
}
