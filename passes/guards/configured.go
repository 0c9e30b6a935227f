package guards

import (
	"go/ast"
	"go/constant"
	"go/types"
	"slices"

	"golang.org/x/tools/go/ssa"

	"github.com/sessionlint/sessionlint/internal/edit"
	"github.com/sessionlint/sessionlint/internal/model"
	"github.com/sessionlint/sessionlint/passes/calls"
	"github.com/sessionlint/sessionlint/passes/fields"
	"github.com/sessionlint/sessionlint/passes/routes"
)

// A setting is what a configuration says about requests without a token.
type setting struct {
	open    *ssa.Store    // the field that lets them through
	answer  *ssa.Store    // the field with the function that answers them
	handler *ssa.Function // that function, if it is in sight
	answers bool          // the library has such a field
}

// opened returns the store by which a middleware that verifies tokens is told to
// let requests without one through, or nil; unclear says that it may be so.
func (e *engine) opened(f *model.Func, call *ssa.Call) (at *ssa.Store, unclear bool) {
	s := e.settings(f, call)
	lets := s.handler != nil && e.routes.Summary(s.handler).May&routes.Next != 0
	switch {
	case s.answer != nil && lets:
		return s.answer, false
	case s.open == nil:
		return nil, false
	case !s.answers:
		return s.open, false
	case s.answer == nil: // without one, the library answers
		return nil, false
	case s.handler == nil:
		return nil, true
	case returnsNil(s.handler):
		return s.open, false
	}
	return nil, false
}

// settings reads the literal that a middleware is made of.
func (e *engine) settings(f *model.Func, call *ssa.Call) setting {
	var s setting
	for _, a := range f.Args {
		if a.Slot != model.ArgConfig {
			continue
		}
		for _, v := range calls.Elements(calls.Argument(call.Common(), a.Index)) {
			if load, ok := v.(*ssa.UnOp); ok {
				v = load.X
			}
			if made, ok := v.(*ssa.Alloc); ok {
				e.readLiteral(made, &s)
			}
		}
	}
	return s
}

func (e *engine) readLiteral(made *ssa.Alloc, s *setting) {
	if t, ok := made.Type().Underlying().(*types.Pointer).Elem().Underlying().(*types.Struct); ok {
		for i := range t.NumFields() {
			f := e.index.LifeField(made.Type(), t.Field(i).Name())
			s.answers = s.answers || f != nil && f.Role == model.Guard
		}
	}
	for _, ref := range calls.Uses(made) {
		field, ok := ref.(*ssa.FieldAddr)
		if !ok {
			continue
		}
		f := e.index.LifeField(field.X.Type(), fields.Of(field.X.Type(), field.Field).Name())
		if f == nil {
			continue
		}
		for _, use := range calls.Uses(field) {
			store, ok := use.(*ssa.Store)
			switch {
			case !ok || store.Addr != field:
			case f.Role == model.GuardOpen && isTrue(store.Val):
				s.open = store
			case f.Role == model.Guard:
				s.answer, s.handler = store, e.functionOf(store.Val)
			}
		}
	}
}

// optional reports whether a call is the option that lets requests through.
func optional(f *model.Func, call *ssa.Call) bool {
	return slices.ContainsFunc(f.Args, func(a model.Arg) bool {
		return a.Slot == model.ArgOpen && isTrue(calls.Argument(call.Common(), a.Index))
	})
}

func isTrue(v ssa.Value) bool {
	k, ok := v.(*ssa.Const)
	return ok && k.Value != nil && k.Value.Kind() == constant.Bool && constant.BoolVal(k.Value)
}

// functionOf returns the function of the package that a value is, or nil.
func (e *engine) functionOf(v ssa.Value) *ssa.Function {
	for range 4 {
		switch x := v.(type) {
		case *ssa.MakeClosure:
			v = x.Fn
		case *ssa.ChangeType:
			v = x.X
		case *ssa.Function:
			if x = calls.Original(x); x != nil && x.Pkg == e.pkg && len(x.Blocks) > 0 {
				return x
			}
			return nil
		}
	}
	return nil
}

// returnsNil reports whether a function returns nil on some path.
func returnsNil(fn *ssa.Function) bool {
	for _, b := range fn.Blocks {
		if ret, ok := b.Instrs[len(b.Instrs)-1].(*ssa.Return); ok && len(ret.Results) > 0 {
			if k, ok := ret.Results[len(ret.Results)-1].(*ssa.Const); ok && k.IsNil() {
				return true
			}
		}
	}
	return false
}

// configured judges the middleware that is told to let requests through.
func (e *engine) configured() []Open {
	var all []Open
	for _, call := range e.made {
		f := e.index.Life(calls.Callee(call.Common()))
		at, unclear := e.opened(f, call)
		if at == nil && !unclear && !optional(f, call) {
			continue
		}
		o := Open{Node: e.node(call), What: e.nameOf(call), Unclear: unclear || e.asks(call)}
		if at != nil {
			o.Node = e.entry(at, o.Node)
		}
		if o.Node != nil {
			e.elsewhere(&o, calls.Callee(call.Common()).Pkg())
			all = append(all, o)
		}
	}
	return all
}

func (e *engine) nameOf(call *ssa.Call) string {
	callee := calls.Callee(call.Common())
	return callee.Pkg().Name() + "." + callee.Name()
}

// entry returns the field of the literal that a store fills in.
func (e *engine) entry(at *ssa.Store, otherwise ast.Node) ast.Node {
	for _, n := range edit.Around(e.pass.Files, at.Pos()) {
		switch n := n.(type) {
		case *ast.KeyValueExpr, *ast.AssignStmt:
			return n
		}
	}
	return otherwise
}

// asks reports whether anything in the package may ask what a middleware found,
// or rejects requests.
func (e *engine) asks(made *ssa.Call) bool {
	of := calls.Callee(made.Common()).Pkg()
	for _, fn := range e.funcs {
		if e.routes.Summary(fn).May&routes.Rejects != 0 {
			return true
		}
		for _, call := range callsIn(fn) {
			callee := calls.Callee(call.Common())
			if callee == nil {
				continue
			}
			switch f := e.index.Life(callee); {
			case f != nil && (f.Role == model.RequestGet || f.Role == model.ResponseFail):
				return true
			case f == nil && callee.Pkg() == of && callee.Signature().Recv() == nil && e.takesRequest(callee.Signature()):
				return true
			case callee.FullName() == "(context.Context).Value":
				return true
			}
		}
	}
	return false
}

// takesRequest reports whether a function is given a request, or its context.
func (e *engine) takesRequest(sig *types.Signature) bool {
	for p := range sig.Params().Variables() {
		if e.index.Carrier(p.Type()) != nil || p.Type().String() == "context.Context" {
			return true
		}
	}
	return false
}
