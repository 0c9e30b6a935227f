package guards

import (
	"go/ast"
	"go/constant"
	"go/token"
	"go/types"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/ssa"

	"github.com/sessionlint/sessionlint/internal/edit"
	"github.com/sessionlint/sessionlint/internal/model"
	"github.com/sessionlint/sessionlint/internal/model/lib"
	"github.com/sessionlint/sessionlint/passes/calls"
	"github.com/sessionlint/sessionlint/passes/fields"
	"github.com/sessionlint/sessionlint/passes/routes"
)

// An engine reads one package.
type engine struct {
	pass   *analysis.Pass
	index  *lib.Index
	pkg    *ssa.Package
	funcs  []*ssa.Function
	routes *routes.Routes
	checks bool // something here asks what a middleware found, or rejects
	open   []*ssa.Call
	made   []*ssa.Call // middleware that rejects, unless it is told otherwise

	stepped map[*ssa.Function]StepFact
}

func newEngine(pass *analysis.Pass, pkg *ssa.Package, funcs []*ssa.Function) *engine {
	e := &engine{pass: pass, index: lib.Shared(), pkg: pkg, funcs: funcs, routes: routes.Of(pass), stepped: map[*ssa.Function]StepFact{}}
	for _, fn := range funcs {
		for _, call := range callsIn(fn) {
			if f := e.index.Life(calls.Callee(call.Common())); f != nil {
				e.checks = e.checks || f.Role == model.Guard || f.Role == model.Verified
				switch f.Role {
				case model.GuardOpen:
					e.open = append(e.open, call)
				case model.GuardConfigured:
					e.made = append(e.made, call)
				}
			}
		}
	}
	return e
}

func callsIn(fn *ssa.Function) []*ssa.Call {
	var list []*ssa.Call
	for _, b := range fn.Blocks {
		for _, instr := range b.Instrs {
			if call, ok := instr.(*ssa.Call); ok {
				list = append(list, call)
			}
		}
	}
	return list
}

// openGuards judges the middleware that lets everybody through.
func (e *engine) openGuards() []Open {
	var all []Open
	for _, call := range e.open {
		node := e.node(call)
		if node == nil {
			continue
		}
		o := Open{Node: node, What: calls.Callee(call.Common()).Name(), Checked: e.checks}
		for _, imported := range e.pass.Pkg.Imports() {
			fact := new(OwnFact)
			if e.pass.ImportPackageFact(imported, fact) {
				o.Checked = o.Checked || fact.Checks
			} else if e.own(imported) {
				o.Unclear = true
			}
		}
		e.elsewhere(&o, calls.Callee(call.Common()).Pkg())
		all = append(all, o)
	}
	return append(all, e.configured()...)
}

// elsewhere: middleware and handlers that are not in sight may ask, other than
// those of the library itself.
func (e *engine) elsewhere(o *Open, library *types.Package) {
	for _, r := range e.routes.Routes() {
		for _, m := range r.Middleware {
			o.Unclear = o.Unclear || m.Fn == nil && m.Obj != nil && e.own(m.Obj.Pkg()) || !m.Known()
		}
		o.Unclear = o.Unclear || r.Handler.Fn == nil && (r.Handler.Obj == nil || r.Handler.Obj.Pkg() != library)
	}
	o.Unclear = o.Unclear || len(e.routes.Routes()) == 0
}

// own reports whether a package belongs to the same module, by its path.
func (e *engine) own(pkg *types.Package) bool {
	return pkg != nil && pkg != e.pass.Pkg && e.pass.Module != nil && len(pkg.Path()) > len(e.pass.Module.Path) && pkg.Path()[:len(e.pass.Module.Path)] == e.pass.Module.Path
}

// keyOf returns the constant under which a call reads or writes a session.
func (e *engine) keyOf(f *model.Func, call ssa.CallInstruction) string {
	for _, a := range f.Args {
		if a.Slot == model.ArgName {
			return constText(calls.Argument(call.Common(), a.Index))
		}
	}
	return ""
}

// isValues reports whether a map holds the values of a session.
func (e *engine) isValues(m ssa.Value) bool {
	load, ok := m.(*ssa.UnOp)
	if !ok || load.Op != token.MUL {
		return false
	}
	field, ok := load.X.(*ssa.FieldAddr)
	if !ok {
		return false
	}
	f := e.index.LifeField(field.X.Type(), fields.Of(field.X.Type(), field.Field).Name())
	return f != nil && f.Role == model.SessionPut
}

func constText(v ssa.Value) string {
	if m, ok := v.(*ssa.MakeInterface); ok {
		v = m.X
	}
	if k, ok := v.(*ssa.Const); ok && k.Value != nil && k.Value.Kind() == constant.String {
		return constant.StringVal(k.Value)
	}
	return ""
}

func constOf(v ssa.Value) string {
	if m, ok := v.(*ssa.MakeInterface); ok {
		v = m.X
	}
	if k, ok := v.(*ssa.Const); ok && k.Value != nil {
		return k.Value.String()
	}
	return ""
}

// node returns the call, the index expression or the assignment at an
// instruction.
func (e *engine) node(instr ssa.Instruction) ast.Node {
	pos := instr.Pos()
	if v, ok := instr.(*ssa.Lookup); ok && !pos.IsValid() {
		pos = v.X.Pos()
	}
	for _, n := range edit.Around(e.pass.Files, pos) {
		switch n := n.(type) {
		case *ast.CallExpr:
			if n.Lparen == pos {
				return n
			}
		case *ast.IndexExpr:
			return n
		case *ast.AssignStmt, *ast.IfStmt, *ast.ReturnStmt, *ast.ExprStmt:
			return n
		}
	}
	return nil
}
