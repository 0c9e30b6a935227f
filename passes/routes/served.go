package routes

import (
	"go/constant"
	"go/types"
	"slices"
	"strings"

	"golang.org/x/tools/go/ssa"

	"github.com/sessionlint/sessionlint/internal/model"
	"github.com/sessionlint/sessionlint/passes/calls"
)

// served adds a route for each method of the services that the package makes servers
// of, behind its interceptors.
func (g *registry) served() []*Route {
	var all []*Route
	for _, fn := range g.funcs {
		for _, b := range fn.Blocks {
			for _, instr := range b.Instrs {
				call, ok := instr.(ssa.CallInstruction)
				if !ok {
					continue
				}
				for _, s := range registered(calls.Callee(call.Common())) {
					all = append(all, g.methods(s, call)...)
				}
			}
		}
	}
	return all
}

func (g *registry) methods(s Service, call ssa.CallInstruction) []*Route {
	impl := g.behind(call.Common().Args[s.param])
	if _, unknown := impl.Type().Underlying().(*types.Interface); unknown {
		return nil
	}
	chain, open := g.interceptors(call)
	if m := g.mounted[call]; m != nil {
		chain, open = append(slices.Clone(m.Middleware), chain...), open || m.Open
	}
	var all []*Route
	for m := range s.Interface().Methods() {
		obj, _, _ := types.LookupFieldOrMethod(impl.Type(), true, g.pkg.Pkg, m.Name())
		fn, ok := obj.(*types.Func)
		if !ok || !m.Exported() || fn.Pkg() == s.Type.Obj().Pkg() { // not implemented
			continue
		}
		route := &Route{Path: s.path(m.Name()), Open: open, Handler: g.refTo(g.pkg.Prog.FuncValue(fn.Origin()), call.Pos(), ""), Call: g.node(call), pos: call.Pos(), Remote: true}
		route.Handler.Obj = fn
		for _, ref := range chain {
			if !g.exempts(ref.Fn, route.Path) {
				route.Middleware = append(route.Middleware, ref)
			}
		}
		if check := s.check(m.Name(), impl.Type()); check != nil {
			ref := g.refTo(g.pkg.Prog.FuncValue(check.Origin()), call.Pos(), "")
			ref.Obj = check
			route.Middleware = append(route.Middleware, ref)
		}
		all = append(all, route)
	}
	return all
}

// mounts returns the call that made the handler of a service, if a path is the one
// that came with it: mux.Handle(accountsconnect.NewAccountsHandler(s)).
func mounts(path ssa.Value) ssa.CallInstruction {
	extract, ok := path.(*ssa.Extract)
	if !ok {
		return nil
	}
	call, ok := extract.Tuple.(*ssa.Call)
	if !ok || len(registered(calls.Callee(call.Common()))) == 0 {
		return nil
	}
	return call
}

// path is how clients name a method: as the generated code says, or failing that
// "/Service/Method".
func (s Service) path(method string) string {
	for _, name := range []string{s.name() + "_" + method + "_FullMethodName", s.name() + method + "Procedure"} {
		if c, ok := s.Type.Obj().Pkg().Scope().Lookup(name).(*types.Const); ok && c.Val().Kind() == constant.String {
			return constant.StringVal(c.Val())
		}
	}
	return "/" + s.name() + "/" + method
}

// check returns the method of a goa service that the endpoint of another calls first:
// func NewLogoutEndpoint(s Service, authAPIKeyFn security.AuthAPIKeyFunc).
func (s Service) check(method string, impl types.Type) *types.Func {
	fn, ok := s.Type.Obj().Pkg().Scope().Lookup("New" + method + "Endpoint").(*types.Func)
	if !ok {
		return nil
	}
	for p := range fn.Signature().Params().Variables() {
		named, ok := types.Unalias(p.Type()).(*types.Named)
		if !ok {
			continue
		}
		scheme, ok := strings.CutPrefix(strings.TrimSuffix(named.Obj().Name(), "Func"), "Auth")
		if !ok || named.Obj().Pkg() == nil || named.Obj().Pkg().Name() != "security" {
			continue
		}
		obj, _, _ := types.LookupFieldOrMethod(impl, true, fn.Pkg(), scheme+"Auth")
		if check, ok := obj.(*types.Func); ok {
			return check
		}
	}
	return nil
}

// interceptors returns what runs in front of all methods of a server; open says that
// some of it may not be in sight. They are among the arguments of the registration, or
// of the call that makes the server.
func (g *registry) interceptors(call ssa.CallInstruction) (chain []Ref, open bool) {
	common := call.Common()
	options := common.Args
	if made, ok := g.behind(common.Args[0]).(*ssa.Call); ok && calls.Callee(made.Common()) != nil && calls.Callee(made.Common()).Name() == "NewServer" {
		options = made.Call.Args
	} else if strings.HasPrefix(calls.Callee(common).Name(), "Register") {
		return nil, true
	}
	for _, arg := range options {
		for _, v := range calls.Elements(arg) {
			option, ok := g.behind(v).(*ssa.Call)
			if !ok {
				_, list := v.Type().Underlying().(*types.Slice)
				k, isConst := v.(*ssa.Const)
				open = open || list && !(isConst && k.IsNil())
				continue
			}
			if f := g.index.Life(calls.Callee(option.Common())); f != nil && f.Role == model.RouteOption {
				for _, ref := range g.refs(f, option, model.ArgHandler) {
					chain = append(chain, g.wrapping(ref))
				}
			}
		}
	}
	return chain, open
}

// wrapping returns what runs in front of a method where an interceptor is a value
// with methods: what WrapUnary returns.
func (g *registry) wrapping(ref Ref) Ref {
	if ref.Fn != nil || ref.Obj == nil || ref.Obj.Signature().Results().Len() == 0 {
		return ref
	}
	obj, _, _ := types.LookupFieldOrMethod(ref.Obj.Signature().Results().At(0).Type(), true, g.pkg.Pkg, "WrapUnary")
	if fn, ok := obj.(*types.Func); ok && fn.Pkg() == g.pkg.Pkg {
		if wrap := g.pkg.Prog.FuncValue(fn.Origin()); wrap != nil {
			ref.Fn = g.returned(wrap)
		}
	}
	return ref
}

// exempts reports whether an interceptor goes on at once for a method that it names.
func (g *registry) exempts(fn *ssa.Function, path string) bool {
	if fn == nil {
		return false
	}
	for _, b := range fn.Blocks {
		if name, side := g.named(b); side != nil && (name == path || strings.HasSuffix(name, path) || strings.HasSuffix(name, "."+strings.TrimPrefix(path, "/"))) {
			for _, instr := range side.Instrs {
				if next, ok := instr.(ssa.CallInstruction); ok && g.answer(next).Must&Next != 0 {
					return true
				}
			}
		}
	}
	return false
}

// named returns the method that a block compares the one of a request with, and where
// it goes if they are the same: if info.FullMethod == "/accounts.Accounts/Login".
func (e *engine) named(b *ssa.BasicBlock) (string, *ssa.BasicBlock) {
	branch, ok := b.Instrs[len(b.Instrs)-1].(*ssa.If)
	if !ok {
		return "", nil
	}
	compare, ok := branch.Cond.(*ssa.BinOp)
	if !ok || compare.Op.String() != "==" {
		return "", nil
	}
	for _, v := range []ssa.Value{compare.X, compare.Y} {
		if text := constText(v); strings.HasPrefix(text, "/") && strings.Count(text, "/") == 2 {
			return text, b.Succs[0]
		}
	}
	return "", nil
}

// goesOnBy reports whether a type is that of the function by which an interceptor
// goes on: grpc.UnaryHandler, connect.UnaryFunc.
func (e *engine) goesOnBy(t types.Type) bool {
	named, ok := types.Unalias(t).(*types.Named)
	if !ok || named.Obj().Pkg() == nil || e.index.Anchor(named.Obj().Pkg().Path()) == nil {
		return false
	}
	switch named.Obj().Name() {
	case "UnaryHandler", "StreamHandler", "UnaryFunc", "StreamingHandlerFunc":
		return true
	}
	return false
}

// isCheck reports whether a function checks a scheme of goa: any error it returns
// refuses the request.
func (e *engine) isCheck(sig *types.Signature) bool {
	if sig.Params().Len() < 2 || sig.Results().Len() != 2 || !isContext(sig.Results().At(0).Type()) {
		return false
	}
	last := sig.Params().At(sig.Params().Len() - 1).Type()
	p, ok := last.(*types.Pointer)
	return ok && e.index.Carrier(last) != nil && strings.HasSuffix(p.Elem().String(), "Scheme")
}

// ofRemote returns the status of HTTP that a code of gRPC or connect stands for.
func ofRemote(code int) int {
	switch code {
	case 16: // Unauthenticated
		return 401
	case 7: // PermissionDenied
		return 403
	}
	return 0
}

func typeName(t types.Type) string {
	if n, ok := types.Unalias(t).(*types.Named); ok {
		return n.Obj().Name()
	}
	return ""
}

// isRemote reports whether a function stands in front of the methods of a service.
func (e *engine) isRemote(sig *types.Signature) bool {
	for p := range sig.Params().Variables() {
		if c := e.index.Carrier(p.Type()); c != nil && c.Remote {
			return true
		}
	}
	return false
}

// maxRefusals bounds the functions between an error and where it is made.
const maxRefusals = 3

// handsOn reports whether a function returns the error of another one of the package,
// and that may be a refusal.
func (e *engine) handsOn(ret *ssa.Return, depth int) bool {
	if len(ret.Results) == 0 || depth == 0 {
		return false
	}
	v := ret.Results[len(ret.Results)-1]
	if x, ok := v.(*ssa.Extract); ok {
		v = x.Tuple
	}
	call, ok := v.(*ssa.Call)
	if !ok || !isError(ret.Results[len(ret.Results)-1].Type()) {
		return false
	}
	body := calls.Body(e.pkg, call.Common())
	if body == nil {
		return false
	}
	for _, b := range body.Blocks {
		if inner, ok := b.Instrs[len(b.Instrs)-1].(*ssa.Return); ok && len(inner.Results) > 0 &&
			(e.refusal(inner.Results[len(inner.Results)-1]) || e.handsOn(inner, depth-1)) {
			return true
		}
	}
	return false
}
