package follow

import (
	"go/token"

	"golang.org/x/tools/go/ssa"
)

// A walk is one question.
type walk struct {
	*Walker
	seen map[ssa.Value]bool
	todo []ssa.Value
	uses []Use
	// Marked as inside are objects that only carry the value in one of their
	// fields, which is followed by itself.
	marks map[ssa.Value]mark
	mark
}

type mark struct{ inside, decoded bool }

func (t *walk) add(v ssa.Value) {
	if v != nil && !t.seen[v] {
		t.seen[v] = true
		t.marks[v] = t.mark
		t.todo = append(t.todo, v)
	}
}

// as adds a value that holds the one that is followed, or is it.
func (t *walk) as(inside bool, v ssa.Value) {
	old := t.inside
	t.inside = inside
	t.add(v)
	t.inside = old
}

func (t *walk) end(kind Kind, instr ssa.Instruction, v, other ssa.Value, arg int) {
	t.uses = append(t.uses, Use{Kind: kind, Instr: instr, Fn: instr.Parent(), Value: v, Other: other, Arg: arg, Decoded: t.decoded})
}

// value looks at everything that is done with a value.
func (t *walk) value(v ssa.Value) {
	refs := v.Referrers()
	if refs == nil {
		return
	}
	t.mark = t.marks[v]
	for _, instr := range *refs {
		t.instruction(v, instr)
	}
}

func (t *walk) instruction(v ssa.Value, instr ssa.Instruction) {
	switch instr := instr.(type) {
	case *ssa.Phi:
		t.add(instr)
	case *ssa.Convert, *ssa.ChangeType, *ssa.ChangeInterface, *ssa.MakeInterface, *ssa.TypeAssert, *ssa.Slice, *ssa.Extract,
		*ssa.Index, *ssa.Range, *ssa.Next, *ssa.SliceToArrayPointer:
		t.add(instr.(ssa.Value))
	case *ssa.Field, *ssa.FieldAddr:
		if !t.inside {
			t.add(instr.(ssa.Value))
		}
	case *ssa.IndexAddr:
		if instr.X == v {
			t.add(instr)
		}
	case *ssa.UnOp:
		if instr.Op == token.MUL {
			t.add(instr)
		}
	case *ssa.BinOp:
		t.binary(v, instr)
	case *ssa.Lookup:
		if instr.Index == v {
			t.end(Looked, instr, v, instr.X, 0)
		} else {
			t.add(instr)
		}
	case *ssa.MapUpdate:
		t.end(Kept, instr, v, nil, 0)
	case *ssa.Store:
		t.store(v, instr)
	case *ssa.Send:
		t.end(Kept, instr, v, nil, 0)
	case *ssa.MakeClosure:
		t.captured(v, instr)
	case *ssa.Return:
		t.returned(v, instr)
	case ssa.CallInstruction:
		t.call(v, instr)
	}
}

func (t *walk) binary(v ssa.Value, op *ssa.BinOp) {
	switch op.Op {
	case token.ADD:
		t.add(op)
	case token.EQL, token.NEQ, token.LSS, token.GTR, token.LEQ, token.GEQ:
		other := op.X
		if other == v {
			other = op.Y
		}
		t.end(Compared, op, v, other, 0)
	default:
		t.add(op)
	}
}
