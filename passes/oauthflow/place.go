package oauthflow

import (
	"go/types"

	"golang.org/x/tools/go/ssa"

	"github.com/sessionlint/sessionlint/passes/calls"
	"github.com/sessionlint/sessionlint/passes/fields"
)

func fieldOf(v ssa.Value) *types.Var {
	switch x := v.(type) {
	case *ssa.FieldAddr:
		return fields.Of(x.X.Type(), x.Field).Origin()
	case *ssa.Field:
		return fields.Of(x.X.Type(), x.Field).Origin()
	}
	return nil
}

// maxSources bounds how many values sources looks at.
const maxSources = 400

// sources returns what a value may be: followed back through variables, fields
// of the package, results and parameters, down to allocations, calls of other
// code, constants and parameters that nobody in the package gives.
func (r *reader) sources(v ssa.Value) []ssa.Value {
	seen := map[ssa.Value]bool{}
	var out []ssa.Value
	var visit func(v ssa.Value)
	visit = func(v ssa.Value) {
		if v == nil || seen[v] || len(seen) > maxSources {
			return
		}
		seen[v] = true
		next := r.behind(v)
		if len(next) == 0 {
			out = append(out, v)
		}
		for _, n := range next {
			visit(n)
		}
		if alloc, ok := v.(*ssa.Alloc); ok && len(next) > 0 && isStruct(alloc) {
			out = append(out, v) // filled field by field as well
		}
	}
	visit(v)
	return out
}

func isStruct(alloc *ssa.Alloc) bool {
	p, ok := alloc.Type().Underlying().(*types.Pointer)
	if !ok {
		return false
	}
	_, ok = p.Elem().Underlying().(*types.Struct)
	return ok
}

// behind returns the values that a value is one of, or nothing where it
// begins.
func (r *reader) behind(v ssa.Value) []ssa.Value {
	switch v := v.(type) {
	case *ssa.Phi:
		return v.Edges
	case *ssa.MakeInterface:
		return []ssa.Value{v.X}
	case *ssa.ChangeInterface:
		return []ssa.Value{v.X}
	case *ssa.ChangeType:
		return []ssa.Value{v.X}
	case *ssa.Convert:
		return []ssa.Value{v.X}
	case *ssa.TypeAssert:
		return []ssa.Value{v.X}
	case *ssa.Extract:
		return r.results(v.Tuple, v.Index)
	case *ssa.Call:
		return r.results(v, 0)
	case *ssa.UnOp:
		return []ssa.Value{v.X}
	case *ssa.Alloc, *ssa.Global:
		return r.stored(v)
	case *ssa.FieldAddr, *ssa.Field:
		return r.put(fieldOf(v))
	case *ssa.FreeVar:
		return bound(v)
	case *ssa.Parameter:
		return r.given(v)
	}
	return nil
}

// results returns what a function of the package returns.
func (r *reader) results(call ssa.Value, i int) []ssa.Value {
	c, ok := call.(*ssa.Call)
	if !ok {
		if assert, ok := call.(*ssa.TypeAssert); ok && i == 0 {
			return []ssa.Value{assert.X}
		}
		return nil
	}
	var out []ssa.Value
	for _, fn := range r.bodies(c.Common()) {
		for _, b := range fn.Blocks {
			if ret, ok := b.Instrs[len(b.Instrs)-1].(*ssa.Return); ok && i < len(ret.Results) {
				out = append(out, ret.Results[i])
			}
		}
	}
	return out
}

// bodies returns the functions of the package that a call may run: the one it
// names, or the implementations of a method of an interface of the package.
func (r *reader) bodies(call *ssa.CallCommon) []*ssa.Function {
	if fn := calls.Body(r.pkg, call); fn != nil {
		return []*ssa.Function{fn}
	}
	if !call.IsInvoke() || call.Method.Pkg() != r.pass.Pkg {
		return nil
	}
	if list, ok := r.impls[call.Method]; ok {
		return list
	}
	iface, ok := call.Value.Type().Underlying().(*types.Interface)
	var out []*ssa.Function
	if ok {
		out = r.methods(iface, call.Method.Name())
	}
	r.impls[call.Method] = out
	return out
}

// methods returns the methods of the types of the package that implement an
// interface.
func (r *reader) methods(iface *types.Interface, name string) []*ssa.Function {
	var out []*ssa.Function
	scope := r.pass.Pkg.Scope()
	for _, n := range scope.Names() {
		tn, ok := scope.Lookup(n).(*types.TypeName)
		if !ok || tn.IsAlias() || types.IsInterface(tn.Type()) {
			continue
		}
		ptr := types.NewPointer(tn.Type())
		if !types.Implements(ptr, iface) {
			continue
		}
		obj, _, _ := types.LookupFieldOrMethod(ptr, true, r.pass.Pkg, name)
		if m, ok := obj.(*types.Func); ok && m.Pkg() == r.pass.Pkg {
			if fn := r.pkg.Prog.FuncValue(m); fn != nil && len(fn.Blocks) > 0 {
				out = append(out, fn)
			}
		}
	}
	return out
}

// stored returns what is stored into a variable as a whole.
func (r *reader) stored(addr ssa.Value) []ssa.Value {
	var out []ssa.Value
	if g, ok := addr.(*ssa.Global); ok {
		if g.Pkg != r.pkg {
			return nil
		}
		r.each(func(_ *ssa.Function, instr ssa.Instruction) {
			if store, ok := instr.(*ssa.Store); ok && store.Addr == addr {
				out = append(out, store.Val)
			}
		})
		return out
	}
	for _, ref := range calls.Uses(addr) {
		if store, ok := ref.(*ssa.Store); ok && store.Addr == addr {
			out = append(out, store.Val)
		}
	}
	return out
}

// put returns what the package stores into a field.
func (r *reader) put(field *types.Var) []ssa.Value {
	var out []ssa.Value
	for _, store := range r.stores[field] {
		out = append(out, store.Val)
	}
	return out
}

func bound(free *ssa.FreeVar) []ssa.Value {
	fn := free.Parent()
	if fn.Parent() == nil {
		return nil
	}
	var out []ssa.Value
	for i, f := range fn.FreeVars {
		if f != free {
			continue
		}
		for _, b := range fn.Parent().Blocks {
			for _, instr := range b.Instrs {
				if made, ok := instr.(*ssa.MakeClosure); ok && made.Fn == fn {
					out = append(out, made.Bindings[i])
				}
			}
		}
	}
	return out
}

// given returns the arguments that the package gives for a parameter.
func (r *reader) given(p *ssa.Parameter) []ssa.Value {
	fn := p.Parent()
	if fn.Parent() != nil {
		return nil
	}
	i := paramIndex(p)
	var out []ssa.Value
	for _, call := range r.walk.Callers(fn) {
		if args := calls.Operands(call.Common()); i < len(args) {
			out = append(out, args[i])
		}
	}
	return out
}

func paramIndex(p *ssa.Parameter) int {
	for i, q := range p.Parent().Params {
		if q == p {
			return i
		}
	}
	return 0
}
