package tokenflow

import (
	"go/constant"
	"go/token"
	"go/types"
	"math"

	"golang.org/x/tools/go/ssa"
)

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
