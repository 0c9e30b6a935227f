package tokenflow

import (
	"go/token"

	"golang.org/x/tools/go/ssa"

	"github.com/sessionlint/sessionlint/passes/fields"
)

// A usage says where the package uses what all its functions share. It is made
// in one walk, since asking every function for every use takes quadratic time.
type usage struct {
	writers  map[*ssa.Global][]*ssa.Function // functions that may write to a variable
	sends    map[ssa.Value][]*ssa.Send       // by the root of the channel
	accesses map[any][]ssa.Instruction       // loads and stores, by address
}

func (e *engine) usage() *usage {
	if e.used != nil {
		return e.used
	}
	e.used = &usage{map[*ssa.Global][]*ssa.Function{}, map[ssa.Value][]*ssa.Send{}, map[any][]ssa.Instruction{}}
	e.instructions(func(instr ssa.Instruction) {
		for _, root := range targets(instr) {
			if g, ok := root.(*ssa.Global); ok && !isLast(e.used.writers[g], instr.Parent()) {
				e.used.writers[g] = append(e.used.writers[g], instr.Parent())
			}
		}
		switch instr := instr.(type) {
		case *ssa.Send:
			root := placeOf(instr.Chan).root
			e.used.sends[root] = append(e.used.sends[root], instr)
		case *ssa.UnOp:
			if instr.Op == token.MUL {
				e.used.access(instr.X, instr)
			}
		case *ssa.Store:
			e.used.access(instr.Addr, instr)
		}
	})
	return e.used
}

func (u *usage) access(addr ssa.Value, instr ssa.Instruction) {
	key := addressOf(addr)
	u.accesses[key] = append(u.accesses[key], instr)
}

// addressOf identifies an address: a field by the field, whatever object it
// belongs to, everything else by itself.
func addressOf(addr ssa.Value) any {
	if f, ok := addr.(*ssa.FieldAddr); ok {
		return fields.Of(f.X.Type(), f.Field).Origin()
	}
	return addr
}

// isLast: functions are walked one after the other.
func isLast(list []*ssa.Function, fn *ssa.Function) bool {
	return len(list) > 0 && list[len(list)-1] == fn
}
