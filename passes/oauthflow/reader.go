package oauthflow

import (
	"fmt"
	"go/ast"
	"go/constant"
	"go/token"
	"go/types"
	"slices"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/ssa"

	"github.com/sessionlint/sessionlint/internal/model"
	"github.com/sessionlint/sessionlint/internal/model/lib"
	"github.com/sessionlint/sessionlint/internal/options"
	"github.com/sessionlint/sessionlint/passes/calls"
	"github.com/sessionlint/sessionlint/passes/follow"
	"github.com/sessionlint/sessionlint/passes/lazyssa"
	"github.com/sessionlint/sessionlint/passes/tokenflow"
)

// A reader reads one package.
type reader struct {
	pass  *analysis.Pass
	index *lib.Index
	pkg   *ssa.Package
	funcs []*ssa.Function
	flows *tokenflow.Flows
	walk  *follow.Walker

	exprs  map[token.Pos]*ast.CallExpr // by opening parenthesis
	sites  []site                      // calls with a role, in source order of their functions
	facts  map[*ssa.Function]*LoginFact
	stores map[*types.Var][]*ssa.Store
	impls  map[*types.Func][]*ssa.Function
	states []stateRead
	stated bool
}

// A site is a call with a role in a login.
type site struct {
	fn   *ssa.Function
	call ssa.CallInstruction
	f    *model.LoginFunc
}

func newReader(pass *analysis.Pass) (*reader, error) {
	pkg, funcs, err := lazyssa.Of(pass).Running(options.Of(pass).Tests)
	if err != nil {
		return nil, fmt.Errorf("logins of %s cannot be read: %w", pass.Pkg.Path(), err)
	}
	r := &reader{
		pass: pass, index: lib.Shared(), pkg: pkg, funcs: funcs, flows: tokenflow.Of(pass), walk: follow.New(pkg, funcs),
		exprs: map[token.Pos]*ast.CallExpr{}, facts: map[*ssa.Function]*LoginFact{}, stores: map[*types.Var][]*ssa.Store{}, impls: map[*types.Func][]*ssa.Function{},
	}
	for _, file := range pass.Files {
		ast.Inspect(file, func(n ast.Node) bool {
			if call, ok := n.(*ast.CallExpr); ok {
				r.exprs[call.Lparen] = call
			}
			return true
		})
	}
	r.scan()
	return r, nil
}

// scan finds the calls with a role and the stores into fields.
func (r *reader) scan() {
	r.each(func(fn *ssa.Function, instr ssa.Instruction) {
		switch instr := instr.(type) {
		case ssa.CallInstruction:
			if f := r.role(instr.Common()); f != nil {
				r.sites = append(r.sites, site{fn, instr, f})
			}
		case *ssa.Store:
			if addr, ok := instr.Addr.(*ssa.FieldAddr); ok {
				if v := fieldOf(addr); v != nil {
					r.stores[v] = append(r.stores[v], instr)
				}
			}
		}
	})
}

func (r *reader) each(f func(*ssa.Function, ssa.Instruction)) {
	for _, fn := range r.funcs {
		for _, b := range fn.Blocks {
			for _, instr := range b.Instrs {
				f(fn, instr)
			}
		}
	}
}

// role returns what a call does by the model: of a function, or of a variable
// of the library that holds one.
func (r *reader) role(call *ssa.CallCommon) *model.LoginFunc {
	if callee := calls.Callee(call); callee != nil {
		return r.index.Login(callee)
	}
	if load, ok := call.Value.(*ssa.UnOp); ok {
		if g, ok := load.X.(*ssa.Global); ok {
			v, _ := g.Object().(*types.Var)
			return r.index.LoginVar(v)
		}
	}
	return nil
}

func (r *reader) expr(call ssa.CallInstruction) *ast.CallExpr { return r.exprs[call.Pos()] }

// slot returns the argument that plays a part, or nil.
func slot(s site, want model.Slot) ssa.Value {
	for _, a := range s.f.Args {
		if a.Slot == want {
			return calls.Argument(s.call.Common(), a.Index)
		}
	}
	return nil
}

// with returns the calls of one of the roles.
func (r *reader) with(roles ...model.LoginRole) []site {
	var out []site
	for _, s := range r.sites {
		if slices.Contains(roles, s.f.Role) {
			out = append(out, s)
		}
	}
	return out
}

// may reports what the clients that the package makes do by themselves, and
// whether they are in sight.
func (r *reader) may() (does model.Duty, known bool) {
	for _, s := range r.with(model.LoginOption) {
		does |= s.f.Does
	}
	return does, len(r.with(model.LoginClient)) > 0
}

func constText(v ssa.Value) (string, bool) {
	switch x := v.(type) {
	case *ssa.MakeInterface:
		return constText(x.X)
	case *ssa.Convert:
		return constText(x.X)
	case *ssa.ChangeType:
		return constText(x.X)
	case *ssa.Const:
		if x.Value != nil && x.Value.Kind() == constant.String {
			return constant.StringVal(x.Value), true
		}
		if x.Value != nil && x.Value.Kind() == constant.Int {
			return x.Value.String(), true
		}
	}
	return "", false
}

// isRequest reports whether a type is that of a request, or of the context of
// a web framework that carries one.
func isRequest(t types.Type) bool {
	if p, ok := types.Unalias(t).(*types.Pointer); ok {
		t = p.Elem()
	}
	n, ok := types.Unalias(t).(*types.Named)
	if !ok || n.Obj().Pkg() == nil {
		return false
	}
	switch n.Obj().Name() {
	case "Request", "ResponseWriter":
		return n.Obj().Pkg().Path() == "net/http"
	case "Ctx", "RequestCtx", "RequestContext", "Controller":
		return true
	case "Context":
		return n.Obj().Pkg().Path() != "context"
	}
	return false
}

// handlesRequest reports whether a function, or one around it, is given a
// request.
func handlesRequest(fn *ssa.Function) bool {
	for ; fn != nil; fn = fn.Parent() {
		for _, p := range fn.Params {
			if isRequest(p.Type()) {
				return true
			}
		}
	}
	return false
}
