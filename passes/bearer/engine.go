package bearer

import (
	"go/ast"
	"go/types"
	"sync"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/ssa"

	"github.com/sessionlint/sessionlint/internal/model"
	"github.com/sessionlint/sessionlint/internal/model/lib"
	"github.com/sessionlint/sessionlint/passes/calls"
	"github.com/sessionlint/sessionlint/passes/fields"
)

// An engine reads one package.
type engine struct {
	pass   *analysis.Pass
	model  *lib.Index
	pkg    *ssa.Package
	funcs  []*ssa.Function
	syntax *syntax
	steps  int
	later  sync.Mutex // rules ask side by side for what is found only when they do

	callers  map[*ssa.Function][]ssa.CallInstruction
	stores   map[*types.Var][]*ssa.Store
	globals  map[*ssa.Global][]*ssa.Store
	bindings map[*ssa.Function][]*ssa.MakeClosure
	mentions map[*ssa.Function]bool
	facts    map[*types.Func]*TokenFact
	keys     map[*ssa.Function]*keyInfo

	testedClaims      tests
	signers           map[*ssa.Function][]signer
	asked2            map[*ssa.Function]bool  // functions whose signatures have been looked for
	ended             map[*ssa.Parameter]bool // what ends has answered
	returnsUnverified map[*ssa.Function]uint32
	loose             map[string]bool
	zeroArgs          map[zeroArg]bool
	exchange          *exchange // nil before tokens have been looked at
}

// Bounds: past them nothing is known.
const (
	maxDepth  = 12
	maxSteps  = 400_000
	maxValues = 32
)

func newEngine(pass *analysis.Pass, pkg *ssa.Package, funcs []*ssa.Function) *engine {
	e := &engine{
		pass: pass, model: lib.Shared(), pkg: pkg, funcs: funcs, syntax: newSyntax(pass),
		callers: map[*ssa.Function][]ssa.CallInstruction{}, stores: map[*types.Var][]*ssa.Store{},
		globals: map[*ssa.Global][]*ssa.Store{}, bindings: map[*ssa.Function][]*ssa.MakeClosure{},
		mentions: map[*ssa.Function]bool{}, facts: map[*types.Func]*TokenFact{}, keys: map[*ssa.Function]*keyInfo{},
		signers: map[*ssa.Function][]signer{}, returnsUnverified: map[*ssa.Function]uint32{}, asked2: map[*ssa.Function]bool{}, ended: map[*ssa.Parameter]bool{}, zeroArgs: map[zeroArg]bool{},
	}
	e.each(e.index)
	return e
}

// each calls f for every instruction of the package.
func (e *engine) each(f func(ssa.Instruction)) {
	for _, fn := range e.funcs {
		for _, b := range fn.Blocks {
			for _, instr := range b.Instrs {
				f(instr)
			}
		}
	}
}

func (e *engine) index(instr ssa.Instruction) {
	switch instr := instr.(type) {
	case ssa.CallInstruction:
		if fn := calls.Body(e.pkg, instr.Common()); fn != nil {
			e.callers[fn] = append(e.callers[fn], instr)
		}
		for _, arg := range instr.Common().Args {
			e.mention(arg)
		}
		return
	case *ssa.Store:
		e.mention(instr.Val)
		switch addr := instr.Addr.(type) {
		case *ssa.FieldAddr:
			v := fields.Of(addr.X.Type(), addr.Field).Origin()
			e.stores[v] = append(e.stores[v], instr)
		case *ssa.Global:
			e.globals[addr] = append(e.globals[addr], instr)
		}
		return
	case *ssa.MakeClosure:
		fn := instr.Fn.(*ssa.Function)
		e.bindings[fn] = append(e.bindings[fn], instr)
	}
	for _, op := range instr.Operands(nil) {
		if *op != nil {
			e.mention(*op)
		}
	}
}

// mention notes functions that are used as values: anybody may call them.
func (e *engine) mention(v ssa.Value) {
	if fn, ok := v.(*ssa.Function); ok {
		e.mentions[fn] = true
	}
}

// spent counts a step and reports whether the budget is used up.
func (e *engine) spent() bool {
	e.steps++
	return e.steps > maxSteps
}

// bearer returns what a call does with tokens, or nil.
func (e *engine) bearer(call ssa.CallInstruction) *model.Bearer {
	return e.model.Bearer(calls.Callee(call.Common()))
}

// arg returns the argument that plays a part, or nil.
func arg(b *model.Bearer, call ssa.CallInstruction, slot model.Slot) ssa.Value {
	for _, a := range b.Args {
		if a.Slot == slot {
			return calls.Argument(call.Common(), a.Index)
		}
	}
	return nil
}

// indexOf returns the index of the argument that plays a part, or -2.
func indexOf(b *model.Bearer, slot model.Slot) int {
	for _, a := range b.Args {
		if a.Slot == slot {
			return a.Index
		}
	}
	return -2
}

// result returns result i of a call: the call itself, or what extracts it.
func result(call ssa.CallInstruction, i int) ssa.Value {
	v, ok := call.(*ssa.Call)
	if !ok {
		return nil
	}
	if _, tuple := v.Type().(*types.Tuple); !tuple {
		if i > 0 {
			return nil
		}
		return v
	}
	for _, ref := range calls.Uses(v) {
		if x, ok := ref.(*ssa.Extract); ok && x.Index == i {
			return x
		}
	}
	return nil
}

// isExported reports whether other packages can call a function.
func isExported(fn *ssa.Function) bool {
	return fn.Object() != nil && fn.Object().Exported() && fn.Pkg.Pkg.Name() != "main"
}

// callOf returns the syntax of a call.
func (e *engine) callOf(call ssa.CallInstruction) *ast.CallExpr {
	return e.syntax.call(call.Common().Pos())
}
