package routes

import (
	"go/token"
	"go/types"

	"golang.org/x/tools/go/ssa"

	"github.com/sessionlint/sessionlint/internal/model"
	"github.com/sessionlint/sessionlint/passes/calls"
)

// A Ref is a handler or middleware as it was registered.
type Ref struct {
	Fn  *ssa.Function // what runs for a request, if it is in this package
	Obj *types.Func   // the function, or the one that made it; of any package; nil for a literal or a variable
	Pos token.Pos

	variable string // that holds the literal, "": none
}

// Known reports whether it is known what runs.
func (r Ref) Known() bool { return r.Fn != nil || r.Obj != nil }

// Name returns the name of the function in the source, or "".
func (r Ref) Name() string {
	switch {
	case r.Obj != nil:
		return r.Obj.Name()
	case r.variable != "":
		return r.variable
	case r.Fn != nil:
		return r.Fn.Name()
	}
	return ""
}

const maxRefs = 12 // steps from a value to the function that it is

// resolve returns the handler that a value is, and the middleware around it,
// the outermost first.
func (e *engine) resolve(v ssa.Value) (Ref, []Ref) {
	var around []Ref
	pos, variable := v.Pos(), ""
	for range maxRefs {
		if v.Pos().IsValid() {
			pos = v.Pos()
		}
		switch x := v.(type) {
		case *ssa.Function:
			return e.refTo(x, pos, variable), around
		case *ssa.MakeClosure:
			return e.refTo(x.Fn.(*ssa.Function), pos, variable), around
		case *ssa.Call:
			inner, wrap, ok := e.wrapped(x)
			if !ok {
				if inside := e.wrappedInside(x); inside != nil {
					v = inside
					continue
				}
				return e.made(x), around
			}
			if wrap.Known() {
				around = append(around, wrap)
			}
			around = append(around, e.chainOf(x)...)
			v = inner
		default:
			next := e.through(v)
			if load, ok := v.(*ssa.UnOp); ok {
				if g, ok := load.X.(*ssa.Global); ok {
					variable = g.Name()
				}
			}
			if next == nil {
				return e.served(v, pos), around
			}
			v = next
		}
	}
	return Ref{Pos: pos}, around
}

// refTo returns a reference to a function or literal.
func (e *engine) refTo(fn *ssa.Function, pos token.Pos, variable string) Ref {
	ref := Ref{Pos: pos, variable: variable}
	ref.Obj, _ = fn.Object().(*types.Func)
	if fn = calls.Original(fn); fn == nil { // a method value of another package
		return ref
	}
	ref.Obj, _ = fn.Object().(*types.Func)
	if fn.Pkg == e.pkg && len(fn.Blocks) > 0 {
		ref.Fn = fn
		if made := e.returned(fn); made != nil { // middleware: what runs is what it returns
			ref.Fn = made
		}
	}
	return ref
}

// wrapped returns the handler that a call puts something around: the function
// that is called, or the middleware that was made before, as in
// RequireRole("admin")(h).
func (e *engine) wrapped(call *ssa.Call) (inner ssa.Value, wrap Ref, ok bool) {
	common := call.Common()
	callee := calls.Callee(common)
	if f := e.index.Life(callee); f != nil && f.Role == model.HandlerWrap {
		if h := slot(f, common, model.ArgHandler); h != nil {
			return h, Ref{}, true
		}
	}
	for _, arg := range calls.Operands(common) {
		if !e.isHandlerValue(arg) {
			continue
		}
		if callee != nil {
			return arg, Ref{Fn: e.returned(calls.Body(e.pkg, common)), Obj: callee, Pos: call.Pos()}, true
		}
		wrap, _ := e.resolve(common.Value)
		return arg, wrap, true
	}
	return nil, Ref{}, false
}

// wrappedInside returns the handler with middleware around it that a call
// returns: func newHandler(c Cache) Handler { return withUser(…) }.
func (e *engine) wrappedInside(call *ssa.Call) ssa.Value {
	body := calls.Body(e.pkg, call.Common())
	if body == nil {
		return nil
	}
	for _, b := range body.Blocks {
		if ret, ok := b.Instrs[len(b.Instrs)-1].(*ssa.Return); ok && len(ret.Results) == 1 {
			if inner, ok := e.behind(ret.Results[0]).(*ssa.Call); ok {
				if _, _, wraps := e.wrapped(inner); wraps {
					return inner
				}
			}
		}
	}
	return nil
}

// chainOf returns the middleware of the chain that a handler is put behind:
// alice.New(auth).Then(h).
func (e *engine) chainOf(call *ssa.Call) []Ref {
	if !calls.HasReceiver(call.Common()) {
		return nil
	}
	var chain []Ref
	v := calls.Operands(call.Common())[0]
	for range maxRefs {
		made, ok := v.(*ssa.Call)
		if !ok {
			if v = e.through(v); v == nil {
				break
			}
			continue
		}
		f := e.index.Life(calls.Callee(made.Common()))
		if f == nil || f.Role != model.RouteWith {
			break
		}
		chain = append(append(e.refs(f, made, model.ArgHandler), e.refs(f, made, model.ArgMiddleware)...), chain...)
		if !calls.HasReceiver(made.Common()) {
			break
		}
		v = calls.Operands(made.Common())[0]
	}
	return chain
}

// isHandlerValue reports whether a value is a handler, also one of the
// program's own kind: a function that takes a request.
func (e *engine) isHandlerValue(v ssa.Value) bool {
	t := v.Type()
	if m, ok := v.(*ssa.MakeInterface); ok {
		t = m.X.Type()
	}
	return e.isHandler(t) || e.handlerType(t)
}

// made returns the handler that a function makes from other things.
func (e *engine) made(call *ssa.Call) Ref {
	ref := Ref{Obj: calls.Callee(call.Common()), Pos: call.Pos()}
	ref.Fn = e.returned(calls.Body(e.pkg, call.Common()))
	return ref
}

// returned returns the literal or function that a function returns in the
// end: func(next) { return func(w, r) { … } }.
func (e *engine) returned(fn *ssa.Function) *ssa.Function {
	for range 4 {
		if fn == nil {
			return nil
		}
		if c, _ := e.shape(fn); c != nil || fewResults(fn.Signature.Results()) && e.handlerType(fn.Signature) {
			return fn
		}
		fn = e.result(fn)
	}
	return nil
}

func (e *engine) result(fn *ssa.Function) *ssa.Function {
	for _, b := range fn.Blocks {
		ret, ok := b.Instrs[len(b.Instrs)-1].(*ssa.Return)
		if !ok || len(ret.Results) == 0 {
			continue
		}
		switch x := e.behind(ret.Results[0]).(type) {
		case *ssa.MakeClosure:
			return calls.Original(x.Fn.(*ssa.Function))
		case *ssa.Function:
			if x = calls.Original(x); x.Pkg == e.pkg {
				return x
			}
		case *ssa.Call:
			return calls.Body(e.pkg, x.Common())
		}
	}
	return nil
}
