package settings

import (
	"slices"

	"golang.org/x/tools/go/ssa"

	"github.com/sessionlint/sessionlint/passes/calls"
	"github.com/sessionlint/sessionlint/passes/fields"
)

// touching returns the instructions of a function that mention a root, or an
// address derived from it, as the target of a store or an argument of a call,
// in order.
func (e *engine) touching(root ssa.Value, fn *ssa.Function) []ssa.Instruction {
	byRoot, ok := e.roots[fn]
	if !ok {
		byRoot = map[ssa.Value][]ssa.Instruction{}
		for _, b := range fn.Blocks {
			for _, instr := range b.Instrs {
				e.index(byRoot, instr)
			}
		}
		e.roots[fn] = byRoot
	}
	return byRoot[root]
}

func (e *engine) index(byRoot map[ssa.Value][]ssa.Instruction, instr ssa.Instruction) {
	note := func(root ssa.Value) {
		list := byRoot[root]
		if len(list) == 0 || list[len(list)-1] != instr {
			byRoot[root] = append(list, instr)
		}
	}
	switch instr := instr.(type) {
	case *ssa.Store:
		note(at(instr.Addr).root)
	case *ssa.MakeClosure:
		for _, bound := range instr.Bindings {
			note(at(bound).root)
		}
	case ssa.CallInstruction:
		if made, ok := instr.Common().Value.(*ssa.MakeClosure); ok {
			for _, bound := range made.Bindings {
				note(at(bound).root)
			}
		}
		for _, arg := range calls.Operands(instr.Common()) {
			for _, v := range calls.Elements(arg) {
				note(at(v).root)
			}
		}
	}
}

// maxAliases bounds the other names of a place.
const maxAliases = 16

// aliases returns the places that may be the same memory: the objects that a
// choice was made between, and the choices that the object takes part in.
func aliases(p place) []place {
	var all []place
	add := func(v ssa.Value) {
		target := at(v)
		target.path = fields.Join(target.path, p.path)
		if target.root != p.root && len(all) < maxAliases && !slices.Contains(all, target) {
			all = append(all, target)
		}
	}
	if phi, ok := p.root.(*ssa.Phi); ok {
		for _, edge := range phi.Edges {
			add(edge)
		}
	}
	if refs := p.root.Referrers(); refs != nil {
		for _, ref := range *refs {
			if phi, ok := ref.(*ssa.Phi); ok {
				add(phi)
			}
		}
	}
	return all
}
