package bearer

import (
	"go/constant"
	"go/types"
	"slices"

	"golang.org/x/tools/go/ssa"
)

// at works out the state of the claim at an instruction, along all paths.
func (h *holder) at(root ssa.Value, at ssa.Instruction) state {
	def, ok := root.(ssa.Instruction)
	if !ok {
		return hidden
	}
	return h.from(unset, def, at)
}

// from does so for a holder that comes to life in some state.
func (h *holder) from(begin state, def, at ssa.Instruction) state {
	fn := def.Parent()
	byBlock := map[*ssa.BasicBlock][]event{}
	for _, ev := range h.events {
		if ev.instr.Parent() != fn {
			return hidden
		}
		byBlock[ev.instr.Block()] = append(byBlock[ev.instr.Block()], ev)
	}
	for _, list := range byBlock {
		slices.SortStableFunc(list, func(a, b event) int { return position2(a.instr) - position2(b.instr) })
	}
	in := map[*ssa.BasicBlock]state{def.Block(): begin}
	queue := []*ssa.BasicBlock{def.Block()}
	end := state(0)
	for steps := 0; len(queue) > 0 && steps < 2000; steps++ {
		b := queue[0]
		queue = queue[1:]
		now := in[b]
		for _, ev := range byBlock[b] {
			if ev.instr.Block() == at.Block() && at.Parent() == fn && position2(ev.instr) >= position2(at) {
				continue
			}
			now = ev.then
		}
		if at.Parent() == fn && b == at.Block() {
			end |= now
			continue
		}
		if _, ok := b.Instrs[len(b.Instrs)-1].(*ssa.Return); ok && at.Parent() != fn {
			end |= now
		}
		for _, next := range b.Succs {
			if next == def.Block() {
				continue
			}
			if in[next]|now != in[next] {
				in[next] |= now
				queue = append(queue, next)
			}
		}
	}
	return end
}

// setElsewhere reports whether some function sets the claim of such claims
// through a pointer whose origin is not in sight.
func (e *engine) setElsewhere(t types.Type, claim string) bool {
	name := claimsName(t)
	if name == "" {
		return true
	}
	if e.loose == nil {
		e.loose = map[string]bool{}
		e.each(e.noteLoose)
	}
	return e.loose[name+" "+claim]
}

func (e *engine) noteLoose(instr ssa.Instruction) {
	switch instr := instr.(type) {
	case *ssa.MapUpdate:
		if _, made := instr.Map.(*ssa.MakeMap); made {
			return
		}
		if k, ok := instr.Key.(*ssa.Const); ok && k.Value != nil && k.Value.Kind() == constant.String {
			switch instr.Map.(type) {
			case *ssa.Parameter, *ssa.Call, *ssa.Extract:
				e.loose["map "+constant.StringVal(k.Value)] = true
			}
		}
	case *ssa.Store:
		addr, ok := instr.Addr.(*ssa.FieldAddr)
		if !ok {
			return
		}
		claim := e.claimOf(addr.X.Type(), addr.Field)
		for claim != "" {
			if _, local := addr.X.(*ssa.Alloc); local {
				return
			}
			if n := claimsName(addr.X.Type()); n != "" {
				e.loose[n+" "+claim] = true
			}
			outer, ok := addr.X.(*ssa.FieldAddr)
			if !ok {
				return
			}
			addr = outer
		}
	}
}
