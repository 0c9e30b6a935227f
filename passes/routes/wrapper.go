package routes

import (
	"fmt"
	"go/types"
	"slices"

	"golang.org/x/tools/go/ssa"

	"github.com/sessionlint/sessionlint/internal/model"
	"github.com/sessionlint/sessionlint/passes/calls"
)

// A RegisterFact says that a function registers what it is given, as functions
// of libraries do: func (e *Engine) Get(path string, h HandlerFunc).
type RegisterFact struct {
	Role          model.Role // RouteAdd, RouteUse or RouteGroup
	Path, Handler int        // parameters, the receiver not counted; -1: none
	Method        string     // "": by the name of the function
}

// AFact marks a fact.
func (*RegisterFact) AFact() {}

func (f *RegisterFact) String() string {
	return fmt.Sprintf("register(%d %d %d %s)", f.Role, f.Path, f.Handler, f.Method)
}

// life returns what is known of a function of a library, or of one of the
// program that registers routes.
func (e *engine) life(fn *types.Func) *model.Func {
	if f := e.index.Life(fn); f != nil || fn == nil {
		return f
	}
	f, known := e.registers[fn]
	if !known && fn.Pkg() != nil && fn.Pkg() != e.pass.Pkg {
		if fact := new(RegisterFact); e.pass.ImportObjectFact(fn, fact) {
			f = fact.model(fn)
		}
		e.registers[fn] = f
	}
	return f
}

// model describes the function as one of a library is described.
func (f *RegisterFact) model(fn *types.Func) *model.Func {
	m := &model.Func{Symbol: fn.Name(), Role: f.Role}
	if f.Method != "" {
		m.Symbol = f.Method
	}
	if f.Path >= 0 {
		m.Args = append(m.Args, model.Arg{Index: f.Path, Slot: model.ArgPath})
	}
	if f.Handler >= 0 {
		m.Args = append(m.Args, model.Arg{Index: f.Handler, Slot: model.ArgHandler})
	}
	return m
}

// learn finds the functions of the package that register what they are given.
// A group is known by the functions that register for it.
func (e *engine) learn() {
	e.registers = map[*types.Func]*model.Func{}
	for range 2 { // those that call others
		e.learnEach(e.adds)
	}
	e.learnEach(e.uses)
	e.learnEach(e.groups)
}

func (e *engine) learnEach(look func(*ssa.Function) *RegisterFact) {
	for _, fn := range e.funcs {
		obj, ok := fn.Object().(*types.Func)
		if !ok || e.registers[obj] != nil {
			continue
		}
		if fact := look(fn); fact != nil {
			e.registers[obj] = fact.model(obj)
			if obj.Exported() {
				e.pass.ExportObjectFact(obj, fact)
			}
		}
	}
}

// adds: the function hands its path and its handler to one that registers.
func (e *engine) adds(fn *ssa.Function) *RegisterFact {
	for _, b := range fn.Blocks {
		for _, instr := range b.Instrs {
			call, ok := instr.(ssa.CallInstruction)
			if !ok {
				continue
			}
			f := e.life(calls.Callee(call.Common()))
			if f == nil || f.Role != model.RouteAdd {
				continue
			}
			path, handler := e.param(fn, slot(f, call.Common(), model.ArgPath)), e.param(fn, slot(f, call.Common(), model.ArgHandler))
			if path >= 0 && handler >= 0 {
				return &RegisterFact{Role: model.RouteAdd, Path: path, Handler: handler, Method: e.methodOf(f, call.Common())}
			}
		}
	}
	return nil
}

// methodOf is the method that a call registers for, if it says so itself.
func (e *engine) methodOf(f *model.Func, common *ssa.CallCommon) string {
	if m := slot(f, common, model.ArgMethod); m != nil {
		return verb(constText(m))
	}
	return verbOf(f)
}

// param returns the parameter that a value is, or is made from by putting a
// prefix in front or middleware around; the receiver is not counted.
func (e *engine) param(fn *ssa.Function, v ssa.Value) int {
	for range maxRefs {
		switch x := v.(type) {
		case nil:
			return -1
		case *ssa.Parameter:
			i := slices.Index(fn.Params, x)
			if fn.Signature.Recv() != nil {
				i--
			}
			return i
		case *ssa.BinOp: // prefix + path
			v = x.Y
		case *ssa.Call:
			v, _, _ = e.wrapped(x)
		default:
			v = e.through(v)
		}
	}
	return -1
}

// uses: the method keeps middleware in a list of its receiver.
func (e *engine) uses(fn *ssa.Function) *RegisterFact {
	if fn.Signature.Recv() == nil {
		return nil
	}
	for i, p := range fn.Params[1:] {
		t := p.Type()
		if s, ok := t.Underlying().(*types.Slice); ok {
			t = s.Elem()
		}
		if e.isMiddleware(t) && appended(fn, p) {
			return &RegisterFact{Role: model.RouteUse, Path: -1, Handler: i}
		}
	}
	return nil
}

// isMiddleware reports whether a type is a function that takes a handler and
// returns one.
func (e *engine) isMiddleware(t types.Type) bool {
	sig, ok := t.Underlying().(*types.Signature)
	return ok && sig.Params().Len() == 1 && sig.Results().Len() == 1 && e.handlerType(sig.Params().At(0).Type()) && e.handlerType(sig.Results().At(0).Type())
}

// appended reports whether a method appends a parameter to a field.
func appended(fn *ssa.Function, p *ssa.Parameter) bool {
	for _, b := range fn.Blocks {
		for _, instr := range b.Instrs {
			store, ok := instr.(*ssa.Store)
			if !ok {
				continue
			}
			call, ok := store.Val.(*ssa.Call)
			if _, field := store.Addr.(*ssa.FieldAddr); !ok || !field {
				continue
			}
			if builtin, ok := call.Call.Value.(*ssa.Builtin); ok && builtin.Name() == "append" && slices.Contains(calls.Elements(call.Call.Args[1]), ssa.Value(p)) {
				return true
			}
		}
	}
	return false
}

// groups: a method of a router that returns a router.
func (e *engine) groups(fn *ssa.Function) *RegisterFact {
	sig := fn.Signature
	if sig.Recv() == nil || sig.Results().Len() != 1 || !e.isRouter(sig.Recv().Type()) || !e.isRouter(sig.Results().At(0).Type()) {
		return nil
	}
	fact := &RegisterFact{Role: model.RouteGroup, Path: -1, Handler: -1}
	for i, v := range slices.Collect(sig.Params().Variables()) {
		if b, ok := v.Type().Underlying().(*types.Basic); ok && b.Info()&types.IsString != 0 && fact.Path < 0 {
			fact.Path = i
		}
	}
	return fact
}

// isRouter reports whether a type of the package has a method that registers
// what it is given.
func (e *engine) isRouter(t types.Type) bool {
	if p, ok := t.Underlying().(*types.Pointer); ok {
		t = p.Elem()
	}
	named, ok := types.Unalias(t).(*types.Named)
	if !ok {
		return false
	}
	return slices.ContainsFunc(slices.Collect(named.Methods()), func(m *types.Func) bool {
		f := e.registers[m]
		return f != nil && f.Role == model.RouteAdd
	})
}
