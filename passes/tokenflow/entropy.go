package tokenflow

import (
	"go/token"
	"go/types"
	"math"

	"golang.org/x/tools/go/ssa"
)

func log2(n float64) float64 {
	if n <= 1 {
		return 0
	}
	return math.Log2(n)
}

// product multiplies bits by a number of repetitions.
func product(per, n amount) amount {
	switch {
	case per.Known():
		return n.times(per.Base)
	case n.Known():
		return per.times(n.Base)
	}
	return noLimit()
}

// element is one element of a text or slice at an index: what the index is
// made of, if the whole is constant.
func (e *engine) element(whole, index ssa.Value) origins {
	set := e.of(whole)
	if isConst(index) {
		if standsInFront(whole, index) {
			return set.each(Origin.inFront)
		}
		if isBytes(whole.Type()) {
			return set.each(func(o Origin) Origin { return o.cut(1) })
		}
		return set
	}
	chosen := e.of(index)
	if !allFixed(set) && !drawn(chosen) {
		return set
	}
	size := noLimit()
	if n, ok := sizeOf(whole); ok {
		size = bits(log2(float64(n)))
	}
	return chosen.each(func(o Origin) Origin {
		o.Bits = o.Bits.atMost(size)
		o.perChar = size.Base
		return o
	})
}

// isBytes reports whether the elements of a list, or of what a pointer leads to, are
// bytes.
func isBytes(t types.Type) bool {
	if p, ok := t.Underlying().(*types.Pointer); ok {
		t = p.Elem()
	}
	if array, ok := t.Underlying().(*types.Array); ok {
		t = types.NewSlice(array.Elem())
	}
	return isTextual(t)
}

// mapped reports whether an element of a buffer is replaced by the letter that
// it chooses from an alphabet, and the bits of a letter: b[i] = letters[b[i]%n].
func mapped(at *ssa.IndexAddr, val ssa.Value) (float64, bool) {
	var whole, index ssa.Value
	switch v := val.(type) {
	case *ssa.Index:
		whole, index = v.X, v.Index
	case *ssa.Lookup:
		whole, index = v.X, v.Index
	case *ssa.UnOp:
		from, ok := v.X.(*ssa.IndexAddr)
		if !ok {
			return 0, false
		}
		whole, index = from.X, from.Index
	default:
		return 0, false
	}
	size, ok := sizeOf(whole)
	if !ok || !readsFrom(index, placeOf(at.X).root, 0) {
		return 0, false
	}
	return log2(float64(size)), true
}

// readsFrom reports whether a number is made of an element of a buffer.
func readsFrom(v, buffer ssa.Value, depth int) bool {
	if depth > 6 {
		return false
	}
	switch v := v.(type) {
	case *ssa.Convert:
		return readsFrom(v.X, buffer, depth+1)
	case *ssa.BinOp:
		return readsFrom(v.X, buffer, depth+1)
	case *ssa.UnOp:
		from, ok := v.X.(*ssa.IndexAddr)
		return ok && placeOf(from.X).root == buffer
	}
	return false
}

// drawn reports whether an index comes from a generator.
func drawn(set origins) bool {
	for _, o := range set {
		if o.Kind == Strong || o.Kind == Weak {
			return true
		}
	}
	return false
}

func allFixed(set origins) bool {
	for _, o := range set {
		if o.Kind != Fixed {
			return false
		}
	}
	return true
}

func isConst(v ssa.Value) bool {
	_, ok := v.(*ssa.Const)
	return ok
}

// slice cuts a text or buffer: what is left has at most so many bits.
func (e *engine) slice(v *ssa.Slice) origins {
	set := e.of(v.X)
	if v.High == nil {
		return set
	}
	high := e.count(v.High)
	low := bits(0)
	if v.Low != nil {
		low = e.count(v.Low)
	}
	if !high.Known() || !low.Known() {
		return set
	}
	n := high.Base - low.Base
	return set.each(func(o Origin) Origin {
		if o.Kind == param && (o.Kept == 0 || int(n) < o.Kept) {
			o.Kept = int(n)
		}
		return o.cut(n)
	})
}

// cut is what is left of a value after n characters.
func (o Origin) cut(n float64) Origin {
	per := o.perChar
	if per == 0 {
		per = 8
	}
	if o.Kind == Strong {
		o.Bits = o.Bits.atMost(bits(n * per))
	}
	o.Short = o.Short || n <= 8
	return o
}

// repetitions returns how often an instruction of a counting loop runs.
func (e *engine) repetitions(instr ssa.Instruction) amount {
	total := bits(1)
	for b := instr.Block(); b != nil; b = b.Idom() {
		if len(b.Instrs) == 0 {
			continue
		}
		branch, ok := b.Instrs[len(b.Instrs)-1].(*ssa.If)
		if !ok || !loops(b) || b == instr.Block() && len(b.Succs) == 0 {
			continue
		}
		cond, ok := branch.Cond.(*ssa.BinOp)
		if !ok || cond.Op != token.LSS {
			return noLimit()
		}
		total = product(total, e.count(cond.Y))
	}
	return total
}

// loops reports whether control can come back to a block.
func loops(b *ssa.BasicBlock) bool {
	for _, pred := range b.Preds {
		if b.Dominates(pred) {
			return true
		}
	}
	return false
}
