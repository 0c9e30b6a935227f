package webhandlers

import (
	"strings"

	"golang.org/x/tools/go/ssa"

	"github.com/sessionlint/sessionlint/internal/model"
	"github.com/sessionlint/sessionlint/passes/calls"
)

// elevation: further proof is noted in a session.
func (e *engine) elevation(h *Handlers, u *unit) {
	places := e.find(u, Elevates, nil)
	if len(places) == 0 {
		return
	}
	first := places[0]
	l := Login{Step: e.span(first), Handler: e.handler(u), Store: e.storeKind(e.onServer(first)), Renewed: e.renewal(u, elevated), Elevation: "further proof"}
	if checks := e.find(u, Verifies, nil); len(checks) > 0 {
		l.Steps = append(l.Steps, e.step(checks[0], "proof checked here"))
	}
	h.logins = append(h.logins, l)
}

// takeover: somebody who is logged in gets another role, or becomes somebody else.
func (e *engine) takeover(h *Handlers, u *unit) {
	put := outcome(0)
	switch paths := u.sum.Paths; {
	case paths.contains(putServer, 0):
		put = putServer
	case paths.contains(putStore, 0):
		put = putStore
	default:
		return
	}
	places := e.find(u, PutsIdentity|PutsIdentityStore, nil)
	if len(places) == 0 {
		return
	}
	what := "the identity of somebody else"
	if !isTakeover(u.own()) && !e.routedAs(u.fn, isTakeover) {
		if what = "a role"; !e.putsRoles(places) {
			return
		}
	}
	l := Login{Step: e.span(places[0]), Handler: e.handler(u), Store: e.storeKind(put == putServer), Elevation: what, Renewed: Always}
	switch paths := u.sum.Paths; {
	case paths.contains(put, renewed):
		l.Renewed = Never
		if e.traits&RotatesWide != 0 || e.aboveMay(u.fn, 0, map[*ssa.Function]bool{})&(Renews|Begins|Destroys) != 0 {
			l.Renewed = Unsure
		}
	case u.sum.May&RenewsUnchecked != 0:
		l.Renewed = Unchecked
	}
	h.logins = append(h.logins, l)
}

func isTakeover(n name) bool {
	j := n.joined()
	return strings.Contains(j, "impersonat") || strings.Contains(j, "loginas") || strings.Contains(j, "switchuser") || strings.Contains(j, "actas") && !strings.Contains(j, "actasset")
}

// putsRoles reports whether nothing but roles is stored, and at least one that is
// not nothing.
func (e *engine) putsRoles(places []ssa.Instruction) bool {
	for _, instr := range places {
		key, ok := e.keyOf(instr)
		if n := nameOf(key); !ok || !n.has("role roles admin isadmin privileged privileges") || n.has("user uid id account email") {
			return false
		}
	}
	return true
}

// keyOf returns the constant key under which an instruction stores a value.
func (e *engine) keyOf(instr ssa.Instruction) (string, bool) {
	switch instr := instr.(type) {
	case *ssa.MapUpdate:
		return textOf(instr.Key)
	case ssa.CallInstruction:
		if f := e.index.Life(calls.Callee(instr.Common())); f != nil && f.Role == model.SessionPut {
			return textOf(slot(instr.Common(), f, model.ArgName))
		}
	}
	return "", false
}
