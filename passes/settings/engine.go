package settings

import (
	"go/types"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/ssa"

	"github.com/sessionlint/sessionlint/internal/model"
)

// An engine answers questions about one package. It remembers its answers.
type engine struct {
	pass   *analysis.Pass
	model  *libraries
	pkg    *ssa.Package
	funcs  []*ssa.Function
	source *sourceIndex

	depth      int
	busy       map[flowKey]bool
	flows      map[flowKey]*flow
	returned   map[flowKey]state
	evaluating map[ssa.Value]bool
	roots      map[*ssa.Function]map[ssa.Value][]ssa.Instruction
	orders     map[*ssa.BasicBlock]map[ssa.Instruction]int
	layouts    map[*model.Type]*layout
	stores     map[*types.Var][]*ssa.Store
	calls      *callIndex
	sent       map[*ssa.Function]*sendList
	facts      map[*types.Func]*SummaryFact
	sameSite   *bool
}

func newEngine(pass *analysis.Pass, pkg *ssa.Package, funcs []*ssa.Function) *engine {
	k := know()
	return &engine{
		pass:       pass,
		model:      &libraries{Index: k.index, fset: pass.Fset, from: pass.Pkg, known: k},
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

// setsSameSite reports whether any function of the package sets the SameSite
// of a framework context, as a middleware does.
func (e *engine) setsSameSite() bool {
	if e.sameSite == nil {
		found := false
		e.instructions(func(instr ssa.Instruction) {
			if call, ok := instr.(ssa.CallInstruction); ok {
				if callee := calleeOf(call.Common()); callee != nil {
					if f := e.model.Func(callee); f != nil && f.Role == model.CookieSameSite {
						found = true
					}
				}
			}
		})
		e.sameSite = &found
	}
	return *e.sameSite
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
