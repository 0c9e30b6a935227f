package accounts

import (
	"strings"

	"golang.org/x/tools/go/ssa"

	"github.com/sessionlint/sessionlint/internal/evidence"
	"github.com/sessionlint/sessionlint/passes/calls"
)

// FunctionValue is what may end sessions, or do anything else.
const FunctionValue = "a function value"

// ended returns the statement of a function that is about sessions.
func (e *engine) ended(fn *ssa.Function) evidence.Step {
	for _, b := range fn.Blocks {
		for _, instr := range b.Instrs {
			if call, ok := instr.(ssa.CallInstruction); ok && e.aboutSessions(call) {
				if n := e.node(call); n != nil {
					return evidence.Step{Start: n.Pos(), Stop: n.End()}
				}
			}
		}
	}
	return evidence.Step{}
}

// ends returns what, in a function or those that it calls, may end sessions and
// cannot be followed: a function value, a statement that is about sessions. What
// functions are known to do, webhandlers says.
func (e *engine) ends(fn *ssa.Function, depth int) string {
	for _, b := range fn.Blocks {
		for _, instr := range b.Instrs {
			call, ok := instr.(ssa.CallInstruction)
			if !ok {
				continue
			}
			callee := calls.Callee(call.Common())
			if callee == nil {
				if _, builtin := call.Common().Value.(*ssa.Builtin); !builtin && depth == 4 {
					return FunctionValue
				}
				continue
			}
			if e.aboutSessions(call) {
				return "a statement about sessions"
			}
			if body := calls.Body(e.pkg, call.Common()); body != nil && depth > 0 {
				if why := e.ends(body, depth-1); why != "" {
					return why
				}
			}
		}
	}
	for _, lit := range fn.AnonFuncs {
		if why := e.ends(lit, depth-1); depth > 0 && why != "" {
			return why
		}
	}
	return ""
}

func (e *engine) aboutSessions(call ssa.CallInstruction) bool {
	for _, arg := range calls.Operands(call.Common()) {
		for _, v := range calls.Elements(arg) {
			text := strings.ToLower(constText(v))
			if strings.Contains(text, "session") || strings.Contains(text, "token") {
				return true
			}
		}
	}
	return false
}
