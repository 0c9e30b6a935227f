package webhandlers

import (
	"slices"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/ssa"

	"github.com/sessionlint/sessionlint/internal/evidence"
	"github.com/sessionlint/sessionlint/passes/calls"
)

// A Handler is the function that a verdict is about.
type Handler struct {
	Function string
	callees  []string
}

// Calls reports whether the handler, or a function of the package that it calls,
// calls a function with one of the names.
func (h Handler) Calls(names []string) bool {
	return slices.ContainsFunc(names, func(n string) bool { return slices.Contains(h.callees, n) })
}

// handler describes the function of a unit.
func (e *engine) handler(u *unit) Handler {
	h := Handler{Function: u.fn.Name()}
	seen := map[*ssa.Function]bool{}
	for _, fn := range u.body {
		e.calleesOf(&h, fn, seen, maxCallees)
	}
	return h
}

// maxCallees bounds how far calls are followed for the names of functions.
const maxCallees = 4

func (e *engine) calleesOf(h *Handler, fn *ssa.Function, seen map[*ssa.Function]bool, depth int) {
	if seen[fn] || depth == 0 {
		return
	}
	seen[fn] = true
	for _, b := range fn.Blocks {
		for _, instr := range b.Instrs {
			call, ok := instr.(ssa.CallInstruction)
			if !ok {
				continue
			}
			if callee := calls.Callee(call.Common()); callee != nil {
				h.callees = append(h.callees, callee.Name(), callee.FullName())
			}
			if body := calls.Body(e.pkg, call.Common()); body != nil {
				e.calleesOf(h, body, seen, depth-1)
			}
		}
	}
}

// A Login is a place where identity becomes attached to a client, after proof.
type Login struct {
	evidence.Step
	Renewed Renewal
	Store   string // the kind of the session: "server", "client", "token", ""
	Steps   []evidence.Step

	Elevation string // no login: what somebody who is logged in gains, "further proof", "a role"

	Fix []analysis.TextEdit // renews the session, or nil
	Handler
}

// A Renewal says whether the ID that the client holds is a fresh one.
type Renewal uint8

// The renewals.
const (
	Always Renewal = iota
	Sometimes
	Never
	Unchecked // the error of the renewal is dropped
	Unsure
)

// A Logout is a handler that ends a session.
type Logout struct {
	evidence.Step
	Ends  End
	Store string
	List  string // that is Unread
	Steps []evidence.Step

	Carried bool // the client carries all of the session: there is no record to delete
	Handler
}

// An End says what is left of the session after a logout.
type End uint8

// The ends.
const (
	Ended      End = iota
	CookieOnly     // only the browser forgets
	CopyLives      // the values are taken out of a cookie; a copy of it still has them
	EndUnsure
	Unread      // the token is put into a list that nothing reads
	Respellable // the token is put into a list by its text, which has other spellings
	SomePaths   // the server forgets, unless the client asks for something else
)

// A Change replaces a credential of an account.
type Change struct {
	evidence.Step
	Kind   string // "password", "mfa", "email", "recovery", "apikey", "delete"
	What   string // the same, for people
	Ends   bool   // the sessions of the account end
	Proved bool   // the one who asks for it proves again who he is
	Own    bool   // it may be the own account of the one who asks
	Doubt  string // why it is not decided, or ""
	How    string // the function that is called
	Steps  []evidence.Step
	Ended  []evidence.Step // where sessions end, as far as that has a place
	Proofs []evidence.Step // where proof is asked for
	StepUp bool            // the application has a way to ask for proof again

	Carried bool // the client carries all of the session: there is no record to delete
	Records bool // sessions have records on the server
	Handler
}
