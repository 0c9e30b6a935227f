package settings

import (
	"golang.org/x/tools/go/ssa"

	"github.com/sessionlint/sessionlint/passes/calls"
)

// body returns the function of this package that a call runs, or nil.
func (e *engine) body(call *ssa.CallCommon) *ssa.Function { return calls.Body(e.pkg, call) }
