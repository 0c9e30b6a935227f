package routes

import (
	"go/types"
	"slices"
	"sync"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/ssa"

	"github.com/sessionlint/sessionlint/internal/model"
	"github.com/sessionlint/sessionlint/internal/model/lib"
)

// An engine reads one package.
type engine struct {
	pass      *analysis.Pass
	index     *lib.Index
	pkg       *ssa.Package
	funcs     []*ssa.Function
	summaries map[*ssa.Function]summary
	known     sync.Mutex // guards facts: the passes that ask run side by side
	facts     map[*types.Func]summary
	callers   map[*ssa.Function][]ssa.CallInstruction
	registers map[*types.Func]*model.Func  // own functions that register; nil: not one
	stores    map[*ssa.Global][]*ssa.Store // lazily

	callersOnce, storesOnce sync.Once // guard callers and stores, likewise
}

// A summary is what a function does to the answer.
type summary struct {
	Answer
	status int    // parameter, receiver included, that says the status; -1: none
	check  bool   // it answers in some cases only, with a rejection, and returns
	makes  Effect // of another package: what the handler may do that it returns
	guards bool   // of another package: it, or the handler that it returns, is a guard
}

func noSummary() summary { return summary{status: -1} }

func newEngine(pass *analysis.Pass, pkg *ssa.Package, funcs []*ssa.Function) *engine {
	return &engine{
		pass: pass, index: lib.Shared(), pkg: pkg, funcs: funcs,
		summaries: map[*ssa.Function]summary{}, facts: map[*types.Func]summary{},
	}
}

// maxRounds bounds the search for a fixed point: recursion beyond it is
// described as it was found so far.
const maxRounds = 8

// summarise computes the summaries of the functions of the package.
func (e *engine) summarise() {
	for _, fn := range e.funcs {
		e.summaries[fn] = noSummary()
	}
	for range maxRounds {
		changed := false
		for i := len(e.funcs) - 1; i >= 0; i-- { // literals stand behind the function around them
			fn := e.funcs[i]
			if s := e.summaryOf(fn); s != e.summaries[fn] {
				e.summaries[fn], changed = s, true
			}
		}
		if !changed {
			return
		}
	}
}

// summaryOf joins the paths through a function: what happens on all of them,
// and on some.
func (e *engine) summaryOf(fn *ssa.Function) summary {
	s := noSummary()
	own := make([]Effect, len(fn.Blocks))
	gone := make([]bool, len(fn.Blocks)) // does not reach its end
	touched := false
	for i, b := range fn.Blocks {
		for _, instr := range b.Instrs {
			if ret, ok := instr.(*ssa.Return); ok && e.returnsRejection(ret) {
				s.May, touched = s.May|Rejects, true
			}
			call, ok := instr.(ssa.CallInstruction)
			if !ok {
				continue
			}
			if _, later := instr.(*ssa.Go); later {
				continue
			}
			a := e.answer(call)
			own[i] |= a.Must
			s.May |= a.May
			touched = touched || a.May != 0
			gone[i] = gone[i] || a.Must&Leaves != 0
			if p := e.statusParam(fn, call); p >= 0 {
				s.status = p
			}
		}
	}
	if !touched {
		return noSummary()
	}
	s.Must = meet(fn, own, gone)
	s.check = s.Must&(Status|Body|Completes|Leaves) == 0 && s.May&Next == 0 && rejectsAndReturns(fn, own, gone)
	return s
}

// rejectsAndReturns reports whether a path leads from a rejection to the end.
func rejectsAndReturns(fn *ssa.Function, own []Effect, gone []bool) bool {
	seen := make([]bool, len(fn.Blocks))
	var ends func(b *ssa.BasicBlock) bool
	ends = func(b *ssa.BasicBlock) bool {
		if seen[b.Index] || gone[b.Index] {
			return false
		}
		seen[b.Index] = true
		if _, ok := b.Instrs[len(b.Instrs)-1].(*ssa.Return); ok {
			return true
		}
		return slices.ContainsFunc(b.Succs, ends)
	}
	for i, b := range fn.Blocks {
		if own[i]&Rejects != 0 && ends(b) {
			return true
		}
	}
	return false
}

// meet returns the effects of all paths from the start of a function to its
// end: Leaves if there is no such path.
func meet(fn *ssa.Function, own []Effect, gone []bool) Effect {
	const all = ^Effect(0)
	out := make([]Effect, len(fn.Blocks))
	for i := range out {
		out[i] = all
	}
	for changed := true; changed; {
		changed = false
		for i, b := range fn.Blocks {
			in := all
			for _, p := range b.Preds {
				if !gone[p.Index] {
					in &= out[p.Index]
				}
			}
			if i == 0 {
				in = 0
			}
			if o := in | own[i]; o != out[i] {
				out[i], changed = o, true
			}
		}
	}
	end, ends := all, false
	for i, b := range fn.Blocks {
		if _, ok := b.Instrs[len(b.Instrs)-1].(*ssa.Return); ok && !gone[i] && out[i] != all {
			end, ends = end&out[i], true
		}
	}
	if !ends {
		return Leaves
	}
	return end &^ Leaves
}
