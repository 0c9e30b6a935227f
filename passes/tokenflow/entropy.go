package tokenflow

import (
	"go/constant"
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

func constInt(v ssa.Value) (int64, bool) {
	for {
		switch x := v.(type) {
		case *ssa.Convert:
			v = x.X
			continue
		case *ssa.ChangeType:
			v = x.X
			continue
		case *ssa.Const:
			if x.Value != nil {
				return constant.Int64Val(constant.ToInt(x.Value))
			}
		}
		return 0, false
	}
}

func constString(v ssa.Value) (string, bool) {
	if m, ok := v.(*ssa.MakeInterface); ok {
		v = m.X
	}
	if c, ok := v.(*ssa.Const); ok && c.Value != nil && c.Value.Kind() == constant.String {
		return constant.StringVal(c.Value), true
	}
	return "", false
}

// lengthOfConst returns the length of a constant text or of a slice that a
// package-level variable is initialised with.
func lengthOfConst(v ssa.Value) (int64, bool) {
	for {
		switch x := v.(type) {
		case *ssa.Convert:
			v = x.X
			continue
		case *ssa.Call:
			if b, ok := x.Common().Value.(*ssa.Builtin); ok && b.Name() == "len" {
				return sizeOf(x.Common().Args[0])
			}
		}
		return 0, false
	}
}

// sizeOf returns how many elements a text, array or slice has, if the code says.
func sizeOf(v ssa.Value) (int64, bool) {
	if s, ok := constString(v); ok {
		return int64(len(s)), true
	}
	if a, ok := arrayLen(v.Type()); ok {
		return a, true
	}
	switch x := v.(type) {
	case *ssa.Convert:
		return sizeOf(x.X)
	case *ssa.ChangeType:
		return sizeOf(x.X)
	case *ssa.Slice:
		if x.High != nil {
			return constInt(x.High)
		}
		if x.Low == nil {
			return sizeOf(x.X)
		}
	case *ssa.UnOp:
		if g, ok := x.X.(*ssa.Global); ok && x.Op == token.MUL {
			if val := initialValue(g); val != nil {
				return sizeOf(val)
			}
		}
	case *ssa.MakeSlice:
		return constInt(x.Len)
	case *ssa.Alloc:
		return arrayLen(x.Type())
	}
	return 0, false
}

func arrayLen(t types.Type) (int64, bool) {
	if p, ok := t.Underlying().(*types.Pointer); ok {
		t = p.Elem()
	}
	if a, ok := t.Underlying().(*types.Array); ok {
		return a.Len(), true
	}
	return 0, false
}

// initialValue returns the only value that the initialisation of its package
// stores into a variable.
func initialValue(g *ssa.Global) ssa.Value {
	if g.Pkg == nil {
		return nil
	}
	init := g.Pkg.Func("init")
	if init == nil {
		return nil
	}
	var val ssa.Value
	for _, b := range init.Blocks {
		for _, instr := range b.Instrs {
			if store, ok := instr.(*ssa.Store); ok && store.Addr == g {
				val = store.Val
			}
		}
	}
	return val
}

// length returns how many elements a buffer has: a number, or a multiple of a
// parameter.
func (e *engine) length(v ssa.Value) amount {
	if n, ok := sizeOf(v); ok {
		return bits(float64(n))
	}
	if e.counting[v] { // a length that depends on itself
		return noLimit()
	}
	e.counting[v] = true
	defer delete(e.counting, v)
	switch x := v.(type) {
	case *ssa.MakeSlice:
		return e.count(x.Len)
	case *ssa.Slice:
		if x.High != nil {
			return e.count(x.High)
		}
		return e.length(x.X)
	case *ssa.UnOp:
		if x.Op == token.MUL {
			if val := e.onlyStored(x.X); val != nil {
				return e.length(val)
			}
		}
	case *ssa.Phi:
		return e.length(x.Edges[0])
	case *ssa.Convert:
		return e.length(x.X)
	}
	return noLimit()
}

// count returns the value of an integer: a number, or a linear function of a
// parameter.
func (e *engine) count(v ssa.Value) amount {
	if n, ok := constInt(v); ok {
		return bits(float64(n))
	}
	switch x := v.(type) {
	case *ssa.Parameter:
		for i, p := range x.Parent().Params {
			if p == x {
				return amount{Each: 1, Param: i}
			}
		}
	case *ssa.Convert:
		return e.count(x.X)
	case *ssa.UnOp:
		if g, ok := x.X.(*ssa.Global); ok {
			if val := initialValue(g); val != nil {
				return e.count(val)
			}
		}
	case *ssa.BinOp:
		return e.arithmetic(x)
	case *ssa.Call:
		if b, ok := x.Common().Value.(*ssa.Builtin); ok && b.Name() == "len" {
			return e.length(x.Common().Args[0])
		}
	}
	return noLimit()
}

func (e *engine) arithmetic(x *ssa.BinOp) amount {
	a, b := e.count(x.X), e.count(x.Y)
	switch {
	case x.Op == token.ADD:
		return a.plus(b)
	case x.Op == token.SUB && b.Known():
		return a.plus(bits(-b.Base))
	case x.Op == token.MUL && b.Known():
		return a.times(b.Base)
	case x.Op == token.MUL && a.Known():
		return b.times(a.Base)
	case x.Op == token.QUO && b.Known() && b.Base != 0:
		return a.times(1 / b.Base)
	case x.Op == token.SHR && b.Known():
		return a.times(math.Exp2(-b.Base))
	}
	return noLimit()
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
