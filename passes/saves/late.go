package saves

import (
	"slices"

	"golang.org/x/tools/go/ssa"

	"github.com/sessionlint/sessionlint/internal/evidence"
	"github.com/sessionlint/sessionlint/internal/model"
	"github.com/sessionlint/sessionlint/passes/calls"
	"github.com/sessionlint/sessionlint/passes/routes"
)

// A progress says what has happened to the answer when a block begins.
type progress struct {
	must []bool // the answer has started on all paths
	may  []bool // on some path
	by   []ssa.Instruction
}

// latesOf returns the calls of all functions that need the header.
func (e *engine) latesOf() []Late {
	var all []Late
	for _, fn := range e.funcs {
		all = append(all, e.latesIn(fn)...)
	}
	slices.SortStableFunc(all, func(a, b Late) int { return int(a.Pos() - b.Pos()) })
	return all
}

func (e *engine) latesIn(fn *ssa.Function) []Late {
	var all []Late
	var states *progress
	for _, b := range fn.Blocks {
		for i, instr := range b.Instrs {
			call, ok := instr.(ssa.CallInstruction)
			if !ok || !e.needsHeader(call, 3) {
				continue
			}
			if _, later := instr.(*ssa.Go); later {
				continue
			}
			if states == nil {
				states = e.progressOf(fn)
			}
			node := e.node(call)
			if node == nil {
				continue
			}
			late := Late{Node: node, What: e.name(call), Cookie: e.life(call) == nil, Function: calls.Outermost(fn).Name()}
			must, may, by := e.at(states, b, i)
			if _, late.Deferred = instr.(*ssa.Defer); late.Deferred {
				must, may, by = e.atExits(states, b)
			} else if d := deferred(fn); d != nil {
				late.Deferred = true
				m, y, from := e.atExits(e.progressOf(fn.Parent()), d.Block())
				must, may = must || m, may || y
				if by == nil {
					by = from
				}
			}
			late.Sure, late.Never = must, !may
			if by != nil {
				late.Started = evidence.Step{Start: by.Pos(), Stop: by.Pos()}
				if n := e.node(by); n != nil {
					late.Started.Start, late.Started.Stop = n.Pos(), n.End()
				}
			}
			all = append(all, late)
		}
	}
	return all
}

// needsHeader reports whether a call has to come before the answer starts:
// itself, or through a function of the package that always does so first.
func (e *engine) needsHeader(call ssa.CallInstruction, depth int) bool {
	if f := e.life(call); f != nil {
		return f.Does&model.InHeader != 0
	}
	if e.setsCookie(call) {
		return true
	}
	body := calls.Body(e.pkg, call.Common())
	if body == nil || depth == 0 || len(body.Blocks) > 12 || e.routes.Summary(body).May&routes.Starts != 0 {
		return false
	}
	if _, isDefer := call.(*ssa.Defer); isDefer && body.Parent() != nil {
		return false // judged inside the literal
	}
	for _, b := range body.Blocks {
		if !dominatesExits(b) {
			continue
		}
		for _, instr := range b.Instrs {
			if inner, ok := instr.(*ssa.Call); ok && e.needsHeader(inner, depth-1) {
				return true
			}
		}
	}
	return false
}

func (e *engine) setsCookie(call ssa.CallInstruction) bool {
	f := e.index.Func(calls.Callee(call.Common()))
	return f != nil && f.Role == model.CookieSend
}

// dominatesExits reports whether all ways out of a function lead through a
// block.
func dominatesExits(b *ssa.BasicBlock) bool {
	for _, other := range b.Parent().Blocks {
		if _, ok := other.Instrs[len(other.Instrs)-1].(*ssa.Return); ok && !b.Dominates(other) {
			return false
		}
	}
	return true
}

// progressOf follows the answer through a function.
func (e *engine) progressOf(fn *ssa.Function) *progress {
	n := len(fn.Blocks)
	p := &progress{make([]bool, n), make([]bool, n), make([]ssa.Instruction, n)}
	for i := 1; i < n; i++ {
		p.must[i] = true
	}
	for changed := true; changed; {
		changed = false
		for i, b := range fn.Blocks {
			if i == 0 {
				continue
			}
			must, may, by := true, false, ssa.Instruction(nil)
			for _, pred := range b.Preds {
				m, y, from := e.at(p, pred, len(pred.Instrs))
				must, may = must && m, may || y
				if by == nil {
					by = from
				}
			}
			if must != p.must[i] || may != p.may[i] {
				p.must[i], p.may[i], changed = must, may, true
			}
			p.by[i] = by
		}
	}
	return p
}

// at returns whether the answer has started in front of an instruction, and
// by what.
func (e *engine) at(p *progress, b *ssa.BasicBlock, index int) (must, may bool, by ssa.Instruction) {
	must, may, by = p.must[b.Index], p.may[b.Index], p.by[b.Index]
	for _, instr := range b.Instrs[:index] {
		call, ok := instr.(*ssa.Call)
		if !ok {
			continue
		}
		a := e.routes.Answer(call)
		if a.Must&routes.Starts != 0 && !must {
			must, by = true, call
		}
		may = may || a.May&(routes.Starts|routes.Next) != 0
	}
	return must, may, by
}

// atExits joins what has happened at the ends of a function that a block
// leads to.
func (e *engine) atExits(p *progress, from *ssa.BasicBlock) (must, may bool, by ssa.Instruction) {
	must = true
	exits := 0
	for _, b := range from.Parent().Blocks {
		if _, ok := b.Instrs[len(b.Instrs)-1].(*ssa.Return); !ok || !from.Dominates(b) {
			continue
		}
		exits++
		m, y, at := e.at(p, b, len(b.Instrs))
		must, may = must && m, may || y
		if by == nil {
			by = at
		}
	}
	return must && exits > 0, may, by
}

// deferred returns the defer that runs a literal, if nothing else does.
func deferred(fn *ssa.Function) *ssa.Defer {
	if fn.Parent() == nil || fn.Referrers() == nil {
		return nil
	}
	var found *ssa.Defer
	for _, b := range fn.Parent().Blocks {
		for _, instr := range b.Instrs {
			d, ok := instr.(*ssa.Defer)
			if !ok {
				continue
			}
			if made, ok := d.Call.Value.(*ssa.MakeClosure); ok && made.Fn == ssa.Value(fn) {
				found = d
			}
		}
	}
	return found
}
