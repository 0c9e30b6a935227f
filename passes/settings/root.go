package settings

import (
	"go/types"

	"golang.org/x/tools/go/ssa"
)

// initial returns what is at a place when its root comes to life in fn.
func (e *engine) initial(p place, sh *shape, fn *ssa.Function) state {
	switch root := p.root.(type) {
	case *ssa.Alloc:
		if root.Parent() == fn {
			nothing := values{{Kind: unset}}
			if lit := e.source.literal(root.Pos()); lit != nil {
				nothing[0].Pos, nothing[0].End = lit.Pos(), lit.End()
			}
			return uniform(sh, func(string) values { return nothing })
		}
	case *ssa.Const:
		return uniform(sh, func(string) values { return values{{Kind: unset}} })
	case *ssa.Parameter:
		return e.fromParameter(root, p.path, sh)
	case *ssa.FreeVar:
		return e.captured(root, p.path, sh)
	case *ssa.Global:
		return e.global(root, p.path, sh)
	case *ssa.Phi:
		var st state
		for i, edge := range root.Edges {
			pred := root.Block().Preds[i]
			end := pred.Instrs[len(pred.Instrs)-1]
			st = st.join(e.branch(e.inside(edge, p.path, sh, end), pred))
		}
		return st
	case *ssa.Call:
		return e.result(root, 0, p.path, sh)
	case *ssa.Extract:
		if call, ok := root.Tuple.(*ssa.Call); ok {
			return e.result(call, root.Index, p.path, sh)
		}
	}
	return e.opaque(p, sh)
}

// branch notes that values came through a block.
func (e *engine) branch(st state, b *ssa.BasicBlock) state {
	out := make(state, len(st))
	for i, vals := range st {
		out[i] = vals.each(func(a Atom) Atom {
			if a.at == nil {
				a.at = &event{b}
			}
			return a
		})
	}
	return out
}

// opaque is what is at a place nobody can see into.
func (e *engine) opaque(p place, sh *shape) state {
	why := e.describe(p)
	return uniform(sh, func(path string) values { return unknownValue(join(why, path), 0, 0) })
}

// describe names a place for a message.
func (e *engine) describe(p place) string {
	name := ""
	switch root := p.root.(type) {
	case *ssa.Parameter:
		name = root.Name()
	case *ssa.FreeVar:
		name = root.Name()
	case *ssa.Global:
		name = root.Name()
		if root.Pkg != e.pkg {
			name = root.Pkg.Pkg.Name() + "." + name
		}
	case *ssa.Call:
		name = e.callName(root) + "()"
	case *ssa.Extract:
		if call, ok := root.Tuple.(*ssa.Call); ok {
			name = e.callName(call) + "()"
		}
	case *ssa.Alloc:
		name = root.Comment
	}
	if name == "" {
		name = "a value"
	}
	return join(name, p.path)
}

func (e *engine) callName(call *ssa.Call) string {
	if fn := calleeOf(call.Common()); fn != nil {
		if recv := fn.Signature().Recv(); recv == nil && fn.Pkg() != nil && fn.Pkg() != e.pass.Pkg {
			return fn.Pkg().Name() + "." + fn.Name()
		}
		return fn.Name()
	}
	return "a function value"
}

// fromParameter: the caller decides. Where the place is a field of a struct of
// this package and the package itself fills that field, those values count.
func (e *engine) fromParameter(param *ssa.Parameter, path string, sh *shape) state {
	if path != "" {
		if st := e.stored(param.Type(), path, sh); st != nil {
			return st
		}
	}
	index := paramIndex(param)
	return uniform(sh, func(sub string) values {
		return values{{Kind: parameter, Int: int64(index), Str: join(path, sub), owner: param.Parent()}}
	})
}

func paramIndex(param *ssa.Parameter) int {
	for i, p := range param.Parent().Params {
		if p == param {
			return i
		}
	}
	return -1
}

// captured returns what a closure sees of a variable of the function around it.
func (e *engine) captured(free *ssa.FreeVar, path string, sh *shape) state {
	fn := free.Parent()
	index := -1
	for i, f := range fn.FreeVars {
		if f == free {
			index = i
		}
	}
	var st state
	for _, made := range e.closures(fn) {
		bound := made.Bindings[index]
		st = st.join(e.inside(bound, path, sh, made))
	}
	if st == nil {
		return e.opaque(place{free, path}, sh)
	}
	return st
}

// closures returns where a function literal becomes a value.
func (e *engine) closures(fn *ssa.Function) []*ssa.MakeClosure {
	var all []*ssa.MakeClosure
	if fn.Parent() == nil {
		return nil
	}
	for _, b := range fn.Parent().Blocks {
		for _, instr := range b.Instrs {
			if made, ok := instr.(*ssa.MakeClosure); ok && made.Fn == fn {
				all = append(all, made)
			}
		}
	}
	return all
}

// stored returns what the package stores into the field that a path of a type
// leads to, or nil if the field is not the package's own, is never stored to,
// or can be filled by somebody else.
func (e *engine) stored(t types.Type, path string, sh *shape) state {
	field, rest := e.fieldAt(t, path)
	if field == nil || field.Pkg() != e.pass.Pkg {
		return nil
	}
	if sh == scalar && rest == "" && field.Exported() {
		return nil // configuration: decoders fill exported fields
	}
	var st state
	for _, store := range e.fieldStores(field) {
		key := flowKey{place{store.Val, path}, "stored:" + sh.key, store.Parent()}
		if e.busy[key] {
			continue
		}
		e.busy[key] = true
		st = st.join(e.stamp(e.inside(store.Val, rest, sh, lastUse(store)), store))
		delete(e.busy, key)
	}
	return st
}

// lastUse is the end of the function that stores an object: later changes of
// the object count as well.
func lastUse(store *ssa.Store) ssa.Instruction {
	if _, ok := store.Val.Type().Underlying().(*types.Pointer); !ok {
		return store
	}
	b := store.Block()
	return b.Instrs[len(b.Instrs)-1]
}

// fieldAt returns the outermost field of a path that holds a pointer or
// interface or, without one, the last field; and the rest of the path.
func (e *engine) fieldAt(t types.Type, path string) (*types.Var, string) {
	for path != "" {
		name, rest := path, ""
		for i := range path {
			if path[i] == '.' {
				name, rest = path[:i], path[i+1:]
				break
			}
		}
		obj, _, _ := types.LookupFieldOrMethod(t, true, e.pass.Pkg, name)
		field, ok := obj.(*types.Var)
		if !ok {
			return nil, ""
		}
		if rest == "" {
			return field, ""
		}
		t = field.Type()
		if e.modelled(t) {
			return field, rest
		}
		path = rest
	}
	return nil, ""
}

// fieldStores returns the stores of the package into a field.
func (e *engine) fieldStores(field *types.Var) []*ssa.Store {
	if e.stores == nil {
		e.stores = map[*types.Var][]*ssa.Store{}
		e.instructions(func(instr ssa.Instruction) {
			if store, ok := instr.(*ssa.Store); ok {
				if addr, ok := store.Addr.(*ssa.FieldAddr); ok {
					f := fieldOf(addr.X.Type(), addr.Field).Origin()
					e.stores[f] = append(e.stores[f], store)
				}
			}
		})
	}
	return e.stores[field.Origin()]
}

func (e *engine) instructions(f func(ssa.Instruction)) {
	for _, fn := range e.funcs {
		for _, b := range fn.Blocks {
			for _, instr := range b.Instrs {
				f(instr)
			}
		}
	}
}
