package saves

import (
	"go/ast"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/ssa"

	"github.com/sessionlint/sessionlint/internal/edit"
	"github.com/sessionlint/sessionlint/internal/model"
	"github.com/sessionlint/sessionlint/internal/model/lib"
	"github.com/sessionlint/sessionlint/passes/calls"
	"github.com/sessionlint/sessionlint/passes/routes"
)

// An engine reads one package.
type engine struct {
	pass   *analysis.Pass
	index  *lib.Index
	pkg    *ssa.Package
	funcs  []*ssa.Function
	routes *routes.Routes
	saves  bool // some function of the package saves
	later  bool // some middleware of the package saves behind the handlers
}

func newEngine(pass *analysis.Pass, pkg *ssa.Package, funcs []*ssa.Function) *engine {
	e := &engine{pass: pass, index: lib.Shared(), pkg: pkg, funcs: funcs, routes: routes.Of(pass)}
	for _, fn := range funcs {
		next := false
		each(fn, func(call ssa.CallInstruction) {
			next = next || e.routes.Answer(call).May&routes.Next != 0
			callee := calls.Callee(call.Common())
			f := e.index.Life(callee)
			if f != nil && f.Role == model.SessionSave || callee != nil && callee.Pkg() != pass.Pkg && pass.ImportObjectFact(callee, new(SaveFact)) {
				e.saves = true
				e.later = e.later || next
			}
		})
	}
	return e
}

// each calls f for the calls of a function, in the order of its blocks.
func each(fn *ssa.Function, f func(ssa.CallInstruction)) {
	for _, b := range fn.Blocks {
		for _, instr := range b.Instrs {
			if call, ok := instr.(ssa.CallInstruction); ok {
				f(call)
			}
		}
	}
}

// life returns what a call does to a session, or nil.
func (e *engine) life(call ssa.CallInstruction) *model.Func {
	return e.index.Life(calls.Callee(call.Common()))
}

// session returns the session that a call is about, or nil.
func (e *engine) session(f *model.Func, call ssa.CallInstruction) ssa.Value {
	for _, a := range f.Args {
		if a.Slot == model.ArgSession {
			return calls.Argument(call.Common(), a.Index)
		}
	}
	return nil
}

// name returns the name of what a call calls, for people.
func (e *engine) name(call ssa.CallInstruction) string {
	callee := calls.Callee(call.Common())
	if callee == nil {
		return "the function"
	}
	if callee.Signature().Recv() == nil && callee.Pkg() != nil && callee.Pkg() != e.pass.Pkg {
		return callee.Pkg().Name() + "." + callee.Name()
	}
	return callee.Name()
}

// node returns the smallest piece of source at an instruction: a call, or the
// statement that assigns.
func (e *engine) node(instr ssa.Instruction) ast.Node {
	for _, n := range edit.Around(e.pass.Files, instr.Pos()) {
		switch n := n.(type) {
		case *ast.CallExpr:
			if n.Lparen == instr.Pos() {
				return n
			}
		case *ast.DeferStmt:
			if n.Defer == instr.Pos() {
				return n
			}
		case *ast.AssignStmt, *ast.IncDecStmt, *ast.ReturnStmt:
			return n
		}
	}
	return nil
}
