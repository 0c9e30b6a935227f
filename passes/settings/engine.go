package settings

import (
	"go/types"
	"slices"
	"sync"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/ssa"

	"github.com/sessionlint/sessionlint/internal/model"
	"github.com/sessionlint/sessionlint/internal/model/lib"
	"github.com/sessionlint/sessionlint/passes/calls"
)

// An engine answers questions about one package. It remembers its answers.
type engine struct {
	pass   *analysis.Pass
	model  *libraries
	pkg    *ssa.Package
	funcs  []*ssa.Function
	source *sourceIndex

	depth      int
	steps      int // work done so far, against maxWork
	busy       map[flowKey]bool
	flows      map[flowKey]*flow
	returned   map[flowKey]state
	evaluating map[ssa.Value]bool
	roots      map[*ssa.Function]map[ssa.Value][]ssa.Instruction
	orders     map[*ssa.BasicBlock]map[ssa.Instruction]int
	layouts    map[*model.Type]*layout
	stores     map[*types.Var][]*ssa.Store
	given      map[types.Type]bool // what pointers that were given away as any lead to
	calls      *callIndex
	calledOnce sync.Once // guards calls: rules ask side by side
	sent       map[*ssa.Function]*sendList
	facts      map[*types.Func]*SummaryFact
	sameSite   *bool
}

func newEngine(pass *analysis.Pass, pkg *ssa.Package, funcs []*ssa.Function) *engine {
	return &engine{
		pass:       pass,
		model:      &libraries{Index: lib.Shared(), fset: pass.Fset, from: pass.Pkg},
		pkg:        pkg,
		funcs:      funcs,
		source:     &sourceIndex{pass: pass},
		busy:       map[flowKey]bool{},
		flows:      map[flowKey]*flow{},
		returned:   map[flowKey]state{},
		evaluating: map[ssa.Value]bool{},
		roots:      map[*ssa.Function]map[ssa.Value][]ssa.Instruction{},
		orders:     map[*ssa.BasicBlock]map[ssa.Instruction]int{},
		layouts:    map[*model.Type]*layout{},
		sent:       map[*ssa.Function]*sendList{},
		facts:      map[*types.Func]*SummaryFact{},
	}
}

// setsSameSite reports whether a function of the package sets the SameSite of
// a framework context for others, as a middleware does: it sends no cookie.
func (e *engine) setsSameSite() bool {
	if e.sameSite == nil {
		found := slices.ContainsFunc(e.funcs, func(fn *ssa.Function) bool {
			return e.hasCall(fn, model.CookieSameSite) && !e.hasCall(fn, model.CookieSend)
		})
		e.sameSite = &found
	}
	return *e.sameSite
}

// hasCall reports whether a function calls something with a role.
func (e *engine) hasCall(fn *ssa.Function, role model.Role) bool {
	for _, b := range fn.Blocks {
		for _, instr := range b.Instrs {
			if call, ok := instr.(ssa.CallInstruction); ok {
				if f := e.model.Func(calls.Callee(call.Common())); f != nil && f.Role == role {
					return true
				}
			}
		}
	}
	return false
}

// maxWork bounds the work on one package: evaluations and applied effects. A
// package with thousands of cookies stays far below.
const maxWork = 4_000_000

// work notes that work is done and reports whether there is budget left.
func (e *engine) work(n int) bool {
	e.steps += n
	return e.steps < maxWork
}

// all returns every send of the package, in source order of the functions.
func (e *engine) all() []*send {
	var out []*send
	for _, fn := range e.funcs {
		own, _ := e.sends(fn)
		out = append(out, own...)
	}
	return out
}
