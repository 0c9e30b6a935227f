package settings

import (
	"go/types"
	"strings"

	"golang.org/x/tools/go/ssa"

	"github.com/sessionlint/sessionlint/passes/calls"
	"github.com/sessionlint/sessionlint/passes/fields"
)

// callEffect: what a call does to a place that one of its arguments leads to.
func (e *engine) callEffect(call ssa.CallInstruction, p place, sh *shape) func(state) state {
	common := call.Common()
	for i, arg := range calls.Operands(common) {
		for _, v := range calls.Elements(arg) {
			target := at(v)
			if target.root != p.root || !holdsPointer(v) {
				continue
			}
			if rest, ok := below(target.path, p.path); ok {
				if apply := e.argEffect(call, i, v, rest, sh); apply != nil {
					return apply
				}
			}
		}
	}
	return nil
}

// holdsPointer reports whether a callee can change what the value leads to.
func holdsPointer(v ssa.Value) bool {
	for {
		m, ok := v.(*ssa.MakeInterface)
		if !ok {
			break
		}
		v = m.X
	}
	switch v.Type().Underlying().(type) {
	case *types.Pointer, *types.Interface:
		return true
	}
	return false
}

// argEffect: what a call does to the place at path rest below its operand i.
func (e *engine) argEffect(call ssa.CallInstruction, i int, arg ssa.Value, rest string, sh *shape) func(state) state {
	common := call.Common()
	if fn := e.body(common); fn != nil {
		return e.bodyEffect(call, fn, i, rest, sh)
	}
	callee := calls.Callee(common)
	if callee == nil {
		return e.hidden(sh, arg, "a function value")
	}
	if f := e.model.Func(callee); f != nil {
		return e.modelEffect(f, call, i, rest, sh)
	}
	if sum := e.imported(callee); sum != nil {
		return sum.effect(e, call, i, rest, sh)
	}
	if callee.Pkg() == nil || harmless(callee, arg) {
		return nil
	}
	return e.hidden(sh, arg, callee.Name())
}

// bodyEffect runs the flow of a function of this package for its parameter.
func (e *engine) bodyEffect(call ssa.CallInstruction, fn *ssa.Function, i int, rest string, sh *shape) func(state) state {
	if i >= len(fn.Params) || len(e.touching(fn.Params[i], fn)) == 0 {
		return nil
	}
	after := once(func() state {
		var st state
		for _, b := range fn.Blocks {
			last := b.Instrs[len(b.Instrs)-1]
			if _, ok := last.(*ssa.Return); ok {
				st = st.join(e.branch(e.placeAt(place{fn.Params[i], rest}, sh, last), b))
			}
		}
		return st
	})
	return func(before state) state {
		st := after()
		if st == nil {
			return before
		}
		out := make(state, len(sh.paths))
		for k, vals := range st {
			for _, a := range vals {
				if a.Kind == parameter && a.owner == fn && int(a.Int) == i && a.Str == fields.Join(rest, sh.paths[k]) {
					out[k] = out[k].with(before[k]...)
				} else {
					out[k] = out[k].with(e.substitute(state{{a}}, fn, call)[0]...)
				}
			}
		}
		return out
	}
}

// hidden: somebody we cannot read may have changed the object. Session stores
// are handed to middleware all the time, which does not change their settings.
func (e *engine) hidden(sh *shape, arg ssa.Value, by string) func(state) state {
	if sh.sturdy || !holdsPointer(arg) {
		return nil
	}
	return func(state) state {
		return uniform(sh, func(string) values { return unknownValue("what "+by+" does with it", 0, 0) })
	}
}

// harmless reports whether a function of another module leaves its argument
// alone: the standard library does, unless it decodes into it.
func harmless(fn *types.Func, arg ssa.Value) bool {
	path := fn.Pkg().Path()
	if first, _, _ := strings.Cut(path, "/"); strings.Contains(first, ".") {
		return false
	}
	if strings.HasPrefix(fn.Name(), "Scan") || strings.HasPrefix(fn.Name(), "Sscan") || strings.HasPrefix(fn.Name(), "Fscan") {
		return false
	}
	switch path {
	case "fmt", "log", "log/slog", "errors", "context":
		return true
	}
	switch arg.(type) {
	case *ssa.MakeInterface:
		return false // json.Unmarshal(data, &v)
	}
	return path != "flag"
}
