package tokenflow

import (
	"go/types"

	"golang.org/x/tools/go/ssa"

	"github.com/sessionlint/sessionlint/internal/model"
	"github.com/sessionlint/sessionlint/passes/calls"
)

// summed returns the origin of h.Sum, where h is a hash that the function itself
// makes: of a keyed one, the key; of others, what was written into it.
func (e *engine) summed(callee *types.Func, call *ssa.Call) (origins, bool) {
	if callee.FullName() != "(hash.Hash).Sum" {
		return nil, false
	}
	made, ok := placeOf(call.Common().Value).root.(*ssa.Call)
	if !ok || made.Parent() != call.Parent() {
		return nil, false
	}
	f := e.model(calls.Callee(made.Common()))
	switch {
	case f == nil:
		return nil, false
	case f.Role == model.Mac:
		return origins{{Kind: Keyed}}, true
	case f.Role != model.Digest || !e.onlyWritten(made):
		return nil, false
	}
	set := e.writes(place{made, ""}, call.Parent())
	return set.each(func(o Origin) Origin { return o.digested(f.Bits) }), len(set) > 0
}

// onlyWritten reports whether all that a hash is given is in sight: texts and
// bytes, since it was made.
func (e *engine) onlyWritten(hash *ssa.Call) bool {
	for _, instr := range e.touching(hash, hash.Parent()) {
		call, ok := instr.(ssa.CallInstruction)
		if !ok {
			return false
		}
		callee := calls.Callee(call.Common())
		if callee == nil {
			return false
		}
		switch callee.FullName() {
		case "(io.Writer).Write", "(hash.Hash).Sum", "(hash.Hash).Size", "(hash.Hash).BlockSize", "io.WriteString", "fmt.Fprint", "fmt.Fprintf", "fmt.Fprintln":
		default:
			return false
		}
	}
	return true
}
