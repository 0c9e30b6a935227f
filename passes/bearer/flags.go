package bearer

import (
	"golang.org/x/tools/go/ssa"

	"github.com/sessionlint/sessionlint/internal/evidence"
	"github.com/sessionlint/sessionlint/internal/model"
	"github.com/sessionlint/sessionlint/passes/calls"
)

// flagged returns what a command-line flag is if nobody gives it, beside what
// somebody may give; nil if a pointer is not that of a flag.
func (c *clock) flagged(pointer ssa.Value, at evidence.Step, depth int, eval evaluator) []Life {
	leaves, complete := c.sources(pointer)
	if len(leaves) != 1 || !complete {
		return nil
	}
	call, ok := leaves[0].(*ssa.Call)
	if !ok {
		return nil
	}
	return c.flagDefault(call, at, depth, eval)
}

func (c *clock) flagDefault(call ssa.CallInstruction, at evidence.Step, depth int, eval evaluator) []Life {
	f := c.model.Func(calls.Callee(call.Common()))
	if f == nil || f.Role != model.ConfigFlag {
		return nil
	}
	for _, arg := range f.Args {
		if arg.Slot == model.ArgDefault {
			v := calls.Argument(call.Common(), arg.Index)
			return merge(eval(v, c.argStep(call, arg.Index, at), depth+1), unknownLife(at))
		}
	}
	return nil
}

// filledIn returns what a variable holds whose address is handed on: the
// default of a flag, or something that is not known. It returns nil if nobody
// gets the address.
func (c *clock) filledIn(cell *ssa.Alloc, at evidence.Step, depth int, eval evaluator) []Life {
	var out []Life
	for _, ref := range calls.Uses(cell) {
		switch ref := ref.(type) {
		case ssa.CallInstruction:
			lives := c.flagDefault(ref, at, depth, eval)
			if lives == nil {
				lives = unknownLife(at)
			}
			out = merge(out, lives)
		case *ssa.MakeInterface, *ssa.MakeClosure:
			out = merge(out, unknownLife(at))
		}
	}
	return out
}
