package settings

import (
	"go/types"
	"slices"

	"golang.org/x/tools/go/ssa"

	"github.com/sessionlint/sessionlint/passes/fields"
)

// stored returns what the package stores into the field that a path of a type
// leads to, or nil if the field is not the package's own, is never stored to,
// or can be filled by somebody else.
func (e *engine) stored(t types.Type, path string, sh *shape) state {
	field, rest := e.fieldAt(t, path)
	if field == nil || field.Pkg() != e.pass.Pkg {
		return nil
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
	if sh == scalar && e.configured(field, rest) && !(st.ofRequest() && !e.decodes(field)) {
		return nil
	}
	return st
}

// ofRequest reports whether a scalar is always computed from how the request came:
// what the code makes anew for each request is no configuration.
func (s state) ofRequest() bool {
	return len(s) == 1 && len(s[0]) > 0 && !slices.ContainsFunc(s[0], func(a Atom) bool { return a.Kind != fromTLS })
}

// configured reports whether a scalar, the field itself or what rest leads to
// from it, is an exported field of a type of the package: decoders fill those,
// and so do the users of a library that declares its own options.
func (e *engine) configured(field *types.Var, rest string) bool {
	if rest != "" {
		obj, _, _ := types.LookupFieldOrMethod(field.Type(), true, e.pass.Pkg, rest)
		var ok bool
		if field, ok = obj.(*types.Var); !ok || field.Pkg() != e.pass.Pkg {
			return false
		}
	}
	return field.Exported()
}

// decodes reports whether the package gives away a pointer, as a value of any type,
// to something that holds the field: whoever gets it may fill it.
func (e *engine) decodes(field *types.Var) bool {
	if e.given == nil {
		e.given = map[types.Type]bool{}
		e.instructions(func(instr ssa.Instruction) {
			made, ok := instr.(*ssa.MakeInterface)
			if !ok || made.Type().Underlying().(*types.Interface).NumMethods() > 0 {
				return
			}
			if p, ok := made.X.Type().Underlying().(*types.Pointer); ok {
				e.given[p.Elem()] = true
			}
		})
	}
	for t := range e.given {
		if contains(t, field, 0) {
			return true
		}
	}
	return false
}

// contains reports whether a field is one of a type, or of one of its fields.
func contains(t types.Type, field *types.Var, depth int) bool {
	s, ok := t.Underlying().(*types.Struct)
	if !ok || depth > 3 {
		return false
	}
	for f := range s.Fields() {
		inner := f.Type()
		if p, ok := inner.Underlying().(*types.Pointer); ok {
			inner = p.Elem()
		}
		if f == field || contains(inner, field, depth+1) {
			return true
		}
	}
	return false
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
					f := fields.Of(addr.X.Type(), addr.Field).Origin()
					e.stores[f] = append(e.stores[f], store)
				}
			}
		})
	}
	return e.stores[field.Origin()]
}
