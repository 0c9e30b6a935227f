package webhandlers

import "golang.org/x/tools/go/ssa"

// What somebody who was rejected must not get.
const (
	admits   = PutsIdentity | PutsIdentityStore | Elevates
	replaces = ChangesPassword | ChangesFactor | DropsFactor | ChangesAddress | ChangesRecovery | MakesKey | DropsAccount
)

// Grants reports whether an instruction does what a rejected request must not
// reach: it attaches identity to the client, or replaces a credential.
func (h *Handlers) Grants(instr ssa.Instruction) bool { return h.grants[instr] }

// grant notes the instructions that grant something, for those who ask later
// and side by side.
func (e *engine) grant(h *Handlers) {
	h.grants = map[ssa.Instruction]bool{}
	for instr, s := range e.effects {
		if s != nil && e.grants(instr, s) {
			h.grants[instr] = true
		}
	}
}

// grants: a call admits somebody if it always does, or fails. A session that
// begins without any proof is one for strangers.
func (e *engine) grants(instr ssa.Instruction, s *summary) bool {
	does := s.Must
	if call, ok := instr.(*ssa.Call); ok && givesError(call) {
		does = s.May
	}
	proved := e.summaries[instr.Parent()]
	return does&admits != 0 || s.May&replaces != 0 || does&Begins != 0 && proved != nil && proved.May&Verifies != 0
}

// givesError reports whether the last result of a call is an error.
func givesError(call *ssa.Call) bool {
	results := call.Common().Signature().Results()
	return results.Len() > 0 && isError(results.At(results.Len()-1).Type())
}
