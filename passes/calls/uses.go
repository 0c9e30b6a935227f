package calls

import "golang.org/x/tools/go/ssa"

// Uses returns the instructions that use a value. Constants, globals and declared
// functions, of which package ssa keeps no account, have none here: a caller that wants to tell
// them from values that nobody uses looks at the kind of the value.
func Uses(v ssa.Value) []ssa.Instruction {
	if refs := v.Referrers(); refs != nil {
		return *refs
	}
	return nil
}
