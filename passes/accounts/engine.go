package accounts

import (
	"go/ast"
	"go/constant"
	"go/token"
	"go/types"
	"regexp"
	"slices"
	"strings"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/ssa"

	"github.com/sessionlint/sessionlint/internal/edit"
	"github.com/sessionlint/sessionlint/internal/evidence"
	"github.com/sessionlint/sessionlint/internal/model"
	"github.com/sessionlint/sessionlint/internal/model/lib"
	"github.com/sessionlint/sessionlint/passes/calls"
	"github.com/sessionlint/sessionlint/passes/fields"
	"github.com/sessionlint/sessionlint/passes/routes"
)

// An engine reads one package.
type engine struct {
	pass    *analysis.Pass
	index   *lib.Index
	pkg     *ssa.Package
	funcs   []*ssa.Function
	routes  *routes.Routes
	disable map[*ssa.Function]bool // functions that disable
}

func newEngine(pass *analysis.Pass, pkg *ssa.Package, funcs []*ssa.Function) *engine {
	e := &engine{pass: pass, index: lib.Shared(), pkg: pkg, funcs: funcs, routes: routes.Of(pass), disable: map[*ssa.Function]bool{}}
	for range 3 {
		for _, fn := range funcs {
			if e.routes.HandlerOf(fn) == nil && !e.disable[fn] && e.disabling(fn) != nil && e.ends(fn, 3) == "" {
				e.disable[fn] = true
			}
		}
	}
	for _, fn := range funcs {
		if obj, ok := fn.Object().(*types.Func); ok && e.disable[fn] && obj.Exported() {
			pass.ExportObjectFact(obj, new(DisableFact))
		}
	}
	return e
}

// disables judges the handlers that disable accounts.
func (e *engine) disables(guards Notice, step evidence.Step) []Disable {
	for _, imported := range e.pass.Pkg.Imports() {
		fact := new(GuardFact)
		if guards == Unseen && e.pass.ImportPackageFact(imported, fact) {
			guards = fact.Guards
		}
	}
	var all []Disable
	for _, h := range e.routes.Handlers() {
		at := e.disabling(h.Fn)
		if at == nil || !disables(h.Name()) && !e.constant(at) {
			continue
		}
		if node := e.node(at); node != nil {
			all = append(all, Disable{Node: node, Handler: h.Name(), Fn: h.Fn, Ends: e.ends(h.Fn, 4), Ended: e.ended(h.Fn), Guards: guards, Guard: step, Calls: names(h.Fn)})
		}
	}
	slices.SortStableFunc(all, func(a, b Disable) int { return int(a.Pos() - b.Pos()) })
	return all
}

var update = regexp.MustCompile(`^update [\w.]*?(users?|accounts?|members?|customers?) (?:as \w+ )?set (.*?)(?: where |$)`)

var off = regexp.MustCompile(`\b(disabled|is_disabled|banned|is_banned|suspended|is_suspended|blocked|is_blocked|deactivated) ?= ?(true|1|'t'|\$\d|\?|:\w+)|\b(active|is_active|enabled|is_enabled) ?= ?(false|0|'f')`)

// disabling returns the instruction by which a function disables an account,
// or nil.
func (e *engine) disabling(fn *ssa.Function) ssa.Instruction {
	for _, b := range fn.Blocks {
		for _, instr := range b.Instrs {
			switch instr := instr.(type) {
			case *ssa.Store:
				if e.switchesOff(instr) {
					return instr
				}
			case *ssa.Call:
				if e.disablingCall(instr) {
					return instr
				}
			}
		}
	}
	return nil
}

// switchesOff: user.Disabled = true, user.Active = false.
func (e *engine) switchesOff(s *ssa.Store) bool {
	field, ok := s.Addr.(*ssa.FieldAddr)
	if !ok || !isAccount(typeName(field.X.Type())) {
		return false
	}
	if made, ok := field.X.(*ssa.Alloc); ok && !e.loaded(made) {
		return false // a new account, or a form
	}
	k, ok := s.Val.(*ssa.Const)
	if !ok || k.Value == nil || k.Value.Kind() != constant.Bool {
		return false
	}
	switch strings.TrimPrefix(fields.Of(field.X.Type(), field.Field).Name(), "Is") {
	case "Disabled", "Banned", "Suspended", "Blocked", "Deactivated":
		return constant.BoolVal(k.Value)
	case "Active", "Enabled":
		return !constant.BoolVal(k.Value)
	}
	return false
}

// loaded reports whether a local variable is filled from a database.
func (e *engine) loaded(v *ssa.Alloc) bool {
	for _, ref := range calls.Uses(v) {
		made, ok := ref.(*ssa.MakeInterface)
		if !ok {
			continue
		}
		for _, use := range calls.Uses(made) {
			if call, ok := use.(*ssa.Call); ok {
				if f := e.index.Func(calls.Callee(call.Common())); f != nil && f.Role == model.DBRead {
					return true
				}
			}
		}
	}
	return false
}

func (e *engine) disablingCall(call *ssa.Call) bool {
	callee := calls.Callee(call.Common())
	if callee == nil {
		return false
	}
	if f := e.index.Func(callee); f != nil {
		for _, a := range f.Args {
			if a.Slot == model.ArgQuery {
				text := strings.Join(strings.Fields(strings.ToLower(constText(calls.Argument(call.Common(), a.Index)))), " ")
				m := update.FindStringSubmatch(text)
				return m != nil && off.MatchString(m[2])
			}
		}
		return false
	}
	if body := calls.Body(e.pkg, call.Common()); body != nil {
		return e.disable[body]
	}
	return callee.Pkg() != e.pass.Pkg && e.pass.ImportObjectFact(callee, new(DisableFact))
}

// constant reports whether an instruction disables for certain, and does not
// write what the client says.
func (e *engine) constant(at ssa.Instruction) bool {
	switch at := at.(type) {
	case *ssa.Store:
		return true
	case *ssa.Call:
		callee := calls.Callee(at.Common())
		for _, arg := range calls.Operands(at.Common()) {
			if k, ok := arg.(*ssa.Const); ok && k.Value != nil && k.Value.Kind() == constant.Bool && constant.BoolVal(k.Value) {
				return true
			}
		}
		return callee != nil && disables(callee.Name())
	}
	return false
}

func names(fn *ssa.Function) []string {
	var list []string
	for _, b := range fn.Blocks {
		for _, instr := range b.Instrs {
			if call, ok := instr.(ssa.CallInstruction); ok {
				if callee := calls.Callee(call.Common()); callee != nil {
					list = append(list, callee.Name())
				}
			}
		}
	}
	return list
}

func constText(v ssa.Value) string {
	switch v := v.(type) {
	case *ssa.Const:
		if v.Value != nil && v.Value.Kind() == constant.String {
			return constant.StringVal(v.Value)
		}
	case *ssa.MakeInterface:
		return constText(v.X)
	case *ssa.BinOp:
		if v.Op == token.ADD {
			return constText(v.X) + constText(v.Y)
		}
	}
	return ""
}

func typeName(t types.Type) string {
	if p, ok := t.Underlying().(*types.Pointer); ok {
		t = p.Elem()
	}
	if n, ok := types.Unalias(t).(*types.Named); ok {
		return n.Obj().Name()
	}
	return ""
}

// node returns the call or assignment at an instruction.
func (e *engine) node(instr ssa.Instruction) ast.Node {
	for _, n := range edit.Around(e.pass.Files, instr.Pos()) {
		switch n := n.(type) {
		case *ast.CallExpr:
			if n.Lparen == instr.Pos() {
				return n
			}
		case *ast.AssignStmt:
			return n
		}
	}
	return nil
}
