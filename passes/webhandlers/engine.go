package webhandlers

import (
	"go/types"
	"slices"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/ssa"

	"github.com/sessionlint/sessionlint/internal/model/lib"
	"github.com/sessionlint/sessionlint/passes/calls"
)

// An engine summarises the functions of one package, callees first.
type engine struct {
	pass   *analysis.Pass
	pkg    *ssa.Package
	funcs  []*ssa.Function
	index  *lib.Index
	told   map[*ssa.Function]string // roles that directives give
	paths  map[*ssa.Function][]name // words of the path of each of their routes
	away   []awayRoute              // whose handlers are in other packages
	traits Trait

	services []*types.Interface // whose methods generated code calls for a request

	summaries map[*ssa.Function]*summary
	busy      map[*ssa.Function]bool
	facts     map[*types.Func]*summary
	impls     map[*types.Func]*summary
	callers   map[*ssa.Function][]*ssa.Function
	effects   map[ssa.Instruction]*summary
	neverMade map[*types.Var]bool
	steps     int
}

// maxSteps bounds the instructions that are read for one package.
const maxSteps = 2_000_000

func newEngine(pass *analysis.Pass, pkg *ssa.Package, funcs []*ssa.Function) *engine {
	return &engine{
		pass: pass, pkg: pkg, funcs: funcs, index: lib.Shared(), services: servicesFor(pass.Pkg),
		summaries: map[*ssa.Function]*summary{}, busy: map[*ssa.Function]bool{}, told: map[*ssa.Function]string{}, paths: map[*ssa.Function][]name{},
		facts: map[*types.Func]*summary{}, impls: map[*types.Func]*summary{}, effects: map[ssa.Instruction]*summary{},
		neverMade: map[*types.Var]bool{},
	}
}

// of returns the summary of a function of the package.
func (e *engine) of(fn *ssa.Function) *summary {
	if s := e.summaries[fn]; s != nil {
		return s
	}
	if e.busy[fn] || e.steps > maxSteps {
		return &summary{Paths: nothing}
	}
	e.busy[fn] = true
	s := e.read(fn)
	delete(e.busy, fn)
	e.summaries[fn] = s
	return s
}

// read walks the control-flow graph of a function: what may happen anywhere,
// what happens on every path, and which outcomes paths have.
func (e *engine) read(fn *ssa.Function) *summary {
	s := &summary{}
	if len(fn.Blocks) == 0 {
		s.Paths = nothing
		return s
	}
	n := len(fn.Blocks)
	in, reached := make([]outcomes, n), make([]bool, n)
	must := make([]Effect, n)
	in[0], reached[0] = nothing, true
	ends, exits := ^Effect(0), false
	work := []*ssa.BasicBlock{fn.Blocks[0]}
	for rounds := 0; len(work) > 0 && rounds < 60*n+60; rounds++ {
		b := work[0]
		work = work[1:]
		out, does := in[b.Index], must[b.Index]
		for _, instr := range b.Instrs {
			e.steps++
			if effect := e.instruction(fn, instr); effect != nil {
				s.May |= effect.May
				for _, p := range effect.Puts {
					if !slices.Contains(s.Puts, p) {
						s.Puts = append(s.Puts, p)
					}
				}
				does |= effect.Must
				out = out.then(effect.Paths)
			}
		}
		if returnsOf(b) {
			s.Paths |= out
			if !exits {
				ends, exits = does, true
			} else {
				ends &= does
			}
		}
		for i, succ := range b.Succs {
			next := out.then(e.edge(b, i))
			merged, first := in[succ.Index]|next, !reached[succ.Index]
			m := does
			if !first {
				m = must[succ.Index] & does
			}
			if first || merged != in[succ.Index] || m != must[succ.Index] {
				in[succ.Index], must[succ.Index], reached[succ.Index] = merged, m, true
				work = append(work, succ)
			}
		}
	}
	if exits {
		s.Must = ends & s.May
	} else {
		s.Paths |= nothing
	}
	e.finish(fn, s)
	return s
}

// callersOf returns the functions of the package that call one, or hold its
// closure.
func (e *engine) callersOf(fn *ssa.Function) []*ssa.Function {
	if e.callers == nil {
		e.callers = map[*ssa.Function][]*ssa.Function{}
		for _, caller := range e.funcs {
			for _, b := range caller.Blocks {
				for _, instr := range b.Instrs {
					if call, ok := instr.(ssa.CallInstruction); ok {
						if body := calls.Body(e.pkg, call.Common()); body != nil && body != caller {
							e.callers[body] = append(e.callers[body], caller)
						}
					}
				}
			}
		}
	}
	return e.callers[fn]
}
