package routes

import (
	"strings"

	"golang.org/x/tools/go/ssa"

	"github.com/sessionlint/sessionlint/internal/evidence"
	"github.com/sessionlint/sessionlint/passes/calls"
)

// droppedCheck reports whether a call may reject the request, and nobody looks
// at what it returns, nor asks the library whether the chain was stopped.
func (e *engine) droppedCheck(call *ssa.Call) bool {
	callee := calls.Callee(call.Common())
	if callee == nil || len(calls.Uses(call)) > 0 || e.index.Life(callee) != nil || !e.calleeSummary(callee, call.Common()).check {
		return false
	}
	for _, b := range call.Parent().Blocks {
		for _, instr := range b.Instrs {
			if other, ok := instr.(*ssa.Call); ok {
				if c := calls.Callee(other.Common()); c != nil && (strings.HasPrefix(c.Name(), "IsAborted") || strings.HasPrefix(c.Name(), "IsStopped") || c.Name() == "Written") {
					return false
				}
			}
		}
	}
	return true
}

// checked describes a check whose result is dropped.
func (e *engine) checked(call *ssa.Call, grants Grants) *Rejection {
	rej := &Rejection{What: e.called(call.Common()), Check: true, Mute: call.Common().Signature().Results().Len() == 0, engine: e, call: call, Function: calledFrom(call.Parent())}
	if rej.Node, rej.path = e.source(call); rej.Node == nil {
		return nil
	}
	after, at := e.afterCheck(call, grants)
	if after != ToNext && after != ToAnswer {
		return nil
	}
	if after == ToAnswer && e.answer(call).May&(Body|Completes|Redirects|Stops) == 0 {
		return nil // it only says the status: the body, that of a refusal perhaps, is still to come
	}
	rej.After = after
	if at != nil && at.Pos().IsValid() {
		rej.Then = evidence.Step{Start: at.Pos(), Stop: at.Pos()}
		if node, _ := e.source(at); node != nil {
			rej.Then.Start, rej.Then.Stop = node.Pos(), node.End()
		}
	}
	return rej
}
