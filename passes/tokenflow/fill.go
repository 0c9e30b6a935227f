package tokenflow

import (
	"go/types"

	"golang.org/x/tools/go/ssa"

	"github.com/sessionlint/sessionlint/internal/model"
	"github.com/sessionlint/sessionlint/passes/calls"
)

// filled: a buffer gets an element; in a loop, all of them.
func (e *engine) filled(at *ssa.IndexAddr, store *ssa.Store) origins {
	set := e.of(store.Val)
	if isConst(at.Index) {
		return set
	}
	n := e.length(at.X)
	if n == noLimit() {
		n = e.repetitions(store)
	}
	return set.each(func(o Origin) Origin {
		if o.Kind == Strong {
			o.perChar = o.Bits.Base
			o.Bits = product(o.Bits, n)
		}
		return o
	})
}

// callFills: a call that writes into a buffer or builder.
func (e *engine) callFills(call ssa.CallInstruction, p place) origins {
	common := call.Common()
	if b, ok := common.Value.(*ssa.Builtin); ok {
		if b.Name() == "copy" && placeOf(common.Args[0]).root == p.root {
			return e.of(common.Args[1])
		}
		return nil
	}
	callee := calls.Callee(common)
	if callee == nil {
		return nil
	}
	if f := e.model(callee); f != nil {
		if buffer := e.slot(f, common, model.ArgBuffer); buffer != nil && placeOf(buffer).root == p.root {
			return e.placed(e.generated(f, call, buffer), call)
		}
	}
	if name := callee.FullName(); name == "(net/url.Values).Set" || name == "(net/url.Values).Add" {
		if placeOf(common.Args[0]).root == p.root {
			return e.of(common.Args[2])
		}
		return nil
	}
	if set, ok := e.builderWrite(callee, call, p); ok {
		return set
	}
	if fn := e.body(common); fn != nil {
		return e.filledBy(fn, call, p)
	}
	return nil
}

// placed notes the call that brings origins in.
func (e *engine) placed(set origins, call ssa.CallInstruction) origins {
	expr := e.syntax.call(call.Common().Pos())
	if expr == nil {
		return set
	}
	return set.each(func(o Origin) Origin {
		if !o.Pos.IsValid() {
			o.Pos, o.End = expr.Pos(), expr.End()
		}
		return o
	})
}

// filledBy: a function of this package writes into a parameter.
func (e *engine) filledBy(fn *ssa.Function, call ssa.CallInstruction, p place) origins {
	for i, arg := range calls.Operands(call.Common()) {
		if i < len(fn.Params) && placeOf(arg).root == p.root && isReference(arg.Type()) {
			key := resultKey{fn, -1 - i, p.path}
			set, ok := e.results[key]
			if !ok {
				e.results[key] = nil
				set = e.writes(place{fn.Params[i], p.path}, fn)
				e.results[key] = set
			}
			return e.substitute(set.except(i, fn), fn, call)
		}
	}
	return nil
}

// except drops a parameter of a function: what a function fills from the very
// object that it fills adds nothing.
func (s origins) except(param int, fn *ssa.Function) origins {
	var out origins
	for _, o := range s {
		if o.owner != fn || o.Param != param {
			out = append(out, o)
		}
	}
	return out
}

func isReference(t types.Type) bool {
	switch t.Underlying().(type) {
	case *types.Pointer, *types.Slice, *types.Map:
		return true
	}
	return false
}

// builderWrite: strings.Builder, bytes.Buffer and writers made of them.
func (e *engine) builderWrite(callee *types.Func, call ssa.CallInstruction, p place) (origins, bool) {
	common := call.Common()
	args := calls.Operands(common)
	if len(args) < 2 || placeOf(args[0]).root != p.root {
		return nil, false
	}
	switch callee.Name() {
	case "WriteString", "WriteByte", "WriteRune", "Write":
	case "Fprintf", "Fprint", "Fprintln":
		return e.formatted(args[1:]), true
	default:
		return nil, false
	}
	n := e.repetitions(call)
	return e.of(args[1]).each(func(o Origin) Origin {
		if o.Kind == Strong {
			o.Bits = product(o.Bits, n)
		}
		return o
	}), true
}
