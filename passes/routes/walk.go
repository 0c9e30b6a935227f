package routes

import (
	"slices"
	"strings"

	"golang.org/x/tools/go/ssa"

	"github.com/sessionlint/sessionlint/passes/calls"
	"github.com/sessionlint/sessionlint/passes/paths"
)

// An After says what runs behind a rejection.
type After uint8

const (
	Ends       After = iota // the function returns, and nothing else runs
	Unclear                 // depends on something that is not known
	ToNext                  // the rest of the chain
	ToAnswer                // code that answers, or grants something, as if nothing had happened
	ChainRuns               // the function returns, and the library runs what is registered behind it
	AnswersToo              // only further errors are answered
)

// A walk follows the paths behind a rejection. It remembers what is known on
// the path: conditions that were decided before, variables that are constant.
type walk struct {
	*engine
	from      *ssa.BasicBlock
	shared    []bool // blocks that are reached without the rejection too
	goesOn    bool   // returning lets the chain run
	grants    Grants
	visits    int
	seen      map[string]bool
	outcomes  []outcome
	exhausted bool
}

// An outcome is the end of one path.
type outcome struct {
	after After
	at    ssa.Instruction
}

// A path is a walker's state.
type path struct {
	paths.Knowledge
	complete bool // the rejection is whole: whatever is written now is another answer
	stopped  bool // the chain behind does not run
	worked   bool // something that is not known was called for everybody
}

const maxVisits = 600

// after returns what runs behind an instruction that rejects.
func (e *engine) after(call ssa.CallInstruction, a Answer, goesOn bool, grants Grants) (After, ssa.Instruction) {
	block := call.Block()
	w := &walk{engine: e, from: block, shared: without(block), goesOn: goesOn, grants: grants, seen: map[string]bool{}}
	if !goesOn && !slices.Contains(w.shared, true) {
		return Ends, nil
	}
	p := path{Knowledge: paths.At(block), complete: a.Must&Completes != 0, stopped: a.Must&Stops != 0}
	if v := call.Value(); v != nil && isError(v.Type()) {
		p.Nil(v) // the answer was written
	}
	w.block(block, slices.Index(block.Instrs, ssa.Instruction(call))+1, p)
	return w.verdict()
}

// afterCheck returns what runs behind a call that may have rejected, whether
// it has or not.
func (e *engine) afterCheck(call *ssa.Call, grants Grants) (After, ssa.Instruction) {
	block := call.Block()
	w := &walk{engine: e, from: block, shared: make([]bool, len(call.Parent().Blocks)), grants: grants, seen: map[string]bool{}}
	for i := range w.shared {
		w.shared[i] = true
	}
	w.block(block, slices.Index(block.Instrs, ssa.Instruction(call))+1, path{
		Knowledge: paths.At(block), complete: true,
		stopped: e.answer(call).May&Stops != 0, // where it rejects, it stops the chain, too
	})
	return w.verdict()
}

// verdict joins the ends of all paths: something is known only if they agree.
func (w *walk) verdict() (After, ssa.Instruction) {
	var found *outcome
	for i, o := range w.outcomes {
		switch {
		case o.after == Ends || o.after == Unclear:
			if len(w.outcomes) == 1 || allEnd(w.outcomes) {
				return o.after, nil
			}
			return Unclear, nil
		case o.after == AnswersToo:
		case found == nil || o.at != nil && found.at != nil && o.at.Pos() < found.at.Pos():
			found = &w.outcomes[i]
		}
	}
	switch {
	case w.exhausted || len(w.outcomes) == 0:
		return Unclear, nil
	case found == nil:
		return Ends, nil
	}
	return found.after, found.at
}

func allEnd(list []outcome) bool {
	return !slices.ContainsFunc(list, func(o outcome) bool { return o.after != Ends })
}

func (w *walk) end(after After, at ssa.Instruction) {
	w.outcomes = append(w.outcomes, outcome{after, at})
}

// block follows one block from an instruction on, and then the blocks behind.
func (w *walk) block(b *ssa.BasicBlock, from int, p path) {
	if w.visits++; w.visits > maxVisits {
		w.exhausted = true
		return
	}
	for _, instr := range b.Instrs[from:] {
		if w.shared[b.Index] && w.grants(instr) {
			w.end(ToAnswer, instr)
			return
		}
		switch instr := instr.(type) {
		case *ssa.Store:
			p.Store(instr)
		case ssa.CallInstruction:
			if w.call(b, instr, &p) {
				return
			}
		case *ssa.Return:
			w.end(w.returned(p), instr)
			return
		case *ssa.Panic:
			w.end(Ends, instr)
			return
		}
	}
	for i, succ := range b.Succs {
		next := p
		next.Knowledge = p.Clone()
		if next.Enter(b, i) {
			w.visit(succ, b, next)
		}
	}
}

// returned: the function is left.
func (w *walk) returned(p path) After {
	switch {
	case w.goesOn && !p.stopped:
		return ChainRuns
	case p.worked:
		return Unclear
	}
	return Ends
}

func (w *walk) visit(b, from *ssa.BasicBlock, p path) {
	p.Begin(b, from)
	key := p.Key(b.Index)
	if p.complete {
		key += "c"
	}
	if p.stopped {
		key += "s"
	}
	if p.worked {
		key += "w"
	}
	if w.seen[key] {
		return
	}
	w.seen[key] = true
	w.block(b, 0, p)
}

// call looks at a call on the path and reports whether the path ends there.
func (w *walk) call(b *ssa.BasicBlock, call ssa.CallInstruction, p *path) bool {
	switch call.(type) {
	case *ssa.Defer, *ssa.Go:
		return false
	}
	if leaves(call) {
		w.end(Ends, call)
		return true
	}
	a := w.answer(call)
	switch shared := w.shared[b.Index]; {
	case a.Must&Leaves != 0:
		w.end(Ends, call)
		return true
	case !shared:
		p.complete = p.complete || a.Must&(Completes|Body) != 0
		p.stopped = p.stopped || a.Must&Stops != 0
		if a.Must&Next != 0 { // on purpose
			w.end(Ends, call)
			return true
		}
		return false
	case a.Must&Next != 0 && !p.stopped:
		w.end(ToNext, call)
		return true
	case a.Must&(Rejects|Fails) != 0:
		w.end(AnswersToo, call)
		return true
	case a.Must&(Body|Completes) != 0 && p.complete, a.Must&Succeeds != 0:
		w.end(ToAnswer, call)
		return true
	case a.Must&(Body|Completes|Status) != 0:
		w.end(Unclear, call)
		return true
	}
	p.stopped = p.stopped || a.Must&Stops != 0
	_, builtin := call.Common().Value.(*ssa.Builtin)
	p.worked = p.worked || !builtin && a.Must&Next == 0
	return false
}

// leaves reports whether a call, by the name of what it calls, does not
// return: log.Fatal and its kin.
func leaves(call ssa.CallInstruction) bool {
	callee := calls.Callee(call.Common())
	if callee == nil {
		return false
	}
	name := callee.Name()
	return strings.HasPrefix(name, "Fatal") || strings.HasPrefix(name, "Panic") || name == "Exit" || name == "Goexit"
}

// without returns the blocks that are reached from the start of a function on
// paths that do not lead through one block.
func without(gap *ssa.BasicBlock) []bool {
	blocks := gap.Parent().Blocks
	reached := make([]bool, len(blocks))
	var reach func(b *ssa.BasicBlock)
	reach = func(b *ssa.BasicBlock) {
		if b == gap || reached[b.Index] {
			return
		}
		reached[b.Index] = true
		for _, s := range b.Succs {
			reach(s)
		}
	}
	reach(blocks[0])
	return reached
}
