package webhandlers

import (
	"golang.org/x/tools/go/ssa"

	"github.com/sessionlint/sessionlint/passes/calls"
)

// maxTrace bounds how many values are looked at to find where one comes from.
const maxTrace = 200

// maxUses bounds how many uses of one object are looked at.
const maxUses = 40

// A tracer walks backward from a value inside a function and those around it.
type tracer struct {
	seen map[ssa.Value]bool
	left int
	// hit says of a value whether it is what is looked for; with through false
	// the walk does not go behind it.
	hit func(v ssa.Value) (found, through bool)
	// calls: also go through the arguments of calls.
	calls bool
}

// comesFrom reports whether a value is made of one for which hit holds.
func comesFrom(v ssa.Value, throughCalls bool, hit func(ssa.Value) (found, through bool)) bool {
	t := tracer{map[ssa.Value]bool{}, maxTrace, hit, throughCalls}
	return t.walk(v)
}

func (t *tracer) walk(v ssa.Value) bool {
	if v == nil || t.seen[v] || t.left == 0 {
		return false
	}
	t.seen[v] = true
	t.left--
	found, through := t.hit(v)
	if found || !through {
		return found
	}
	for _, from := range t.behind(v) {
		if t.walk(from) {
			return true
		}
	}
	return false
}

// behind returns the values that a value is made of.
func (t *tracer) behind(v ssa.Value) []ssa.Value {
	switch v := v.(type) {
	case *ssa.Call:
		if !t.calls {
			return nil
		}
		return calls.Operands(v.Common())
	case *ssa.Extract:
		return []ssa.Value{v.Tuple}
	case *ssa.UnOp:
		return append([]ssa.Value{v.X}, stored(v.X)...)
	case *ssa.FieldAddr:
		return []ssa.Value{v.X}
	case *ssa.Field:
		return []ssa.Value{v.X}
	case *ssa.Index:
		return []ssa.Value{v.X}
	case *ssa.IndexAddr:
		return []ssa.Value{v.X}
	case *ssa.Lookup:
		return []ssa.Value{v.X, v.Index}
	case *ssa.Convert:
		return []ssa.Value{v.X}
	case *ssa.ChangeType:
		return []ssa.Value{v.X}
	case *ssa.ChangeInterface:
		return []ssa.Value{v.X}
	case *ssa.MakeInterface:
		return []ssa.Value{v.X}
	case *ssa.TypeAssert:
		return []ssa.Value{v.X}
	case *ssa.Slice:
		return append([]ssa.Value{v.X}, stored(v.X)...)
	case *ssa.BinOp:
		return []ssa.Value{v.X, v.Y}
	case *ssa.Phi:
		return v.Edges
	case *ssa.Alloc:
		return stored(v)
	case *ssa.FreeVar:
		return bindings(v)
	}
	return nil
}

// stored returns what is written to a variable, or to an element of an array.
func stored(addr ssa.Value) []ssa.Value {
	var out []ssa.Value
	for _, ref := range calls.Uses(addr) {
		switch ref := ref.(type) {
		case *ssa.Store:
			if ref.Addr == addr {
				out = append(out, ref.Val)
			}
		case *ssa.IndexAddr:
			out = append(out, stored(ref)...)
		case *ssa.FieldAddr:
			if f, ok := addr.(*ssa.FieldAddr); ok && f != nil {
				continue
			}
		}
	}
	if f, ok := addr.(*ssa.FieldAddr); ok {
		for _, twin := range sameField(f) {
			if twin != f {
				for _, ref := range calls.Uses(twin) {
					if s, ok := ref.(*ssa.Store); ok && s.Addr == twin {
						out = append(out, s.Val)
					}
				}
			}
		}
	}
	return out
}

// sameField returns the addresses of a field of one object.
func sameField(f *ssa.FieldAddr) []*ssa.FieldAddr {
	var out []*ssa.FieldAddr
	for _, ref := range calls.Uses(f.X) {
		if len(out) > maxUses {
			break
		}
		if twin, ok := ref.(*ssa.FieldAddr); ok && twin.Field == f.Field && twin.X == f.X {
			out = append(out, twin)
		}
	}
	return out
}

// bindings returns what a captured variable is, in the function around.
func bindings(v *ssa.FreeVar) []ssa.Value {
	fn := v.Parent()
	parent := fn.Parent()
	if parent == nil {
		return nil
	}
	index := -1
	for i, free := range fn.FreeVars {
		if free == v {
			index = i
		}
	}
	var out []ssa.Value
	for _, b := range parent.Blocks {
		for _, instr := range b.Instrs {
			if made, ok := instr.(*ssa.MakeClosure); ok && made.Fn == fn && index < len(made.Bindings) {
				out = append(out, made.Bindings[index])
			}
		}
	}
	return out
}
