package tokenflow

import (
	"go/types"

	"golang.org/x/tools/go/ssa"

	"github.com/sessionlint/sessionlint/passes/calls"
	"github.com/sessionlint/sessionlint/passes/fields"
)

// captured returns what a closure sees of a variable around it.
func (e *engine) captured(free *ssa.FreeVar, path string) origins {
	fn := free.Parent()
	var out origins
	for i, f := range fn.FreeVars {
		if f != free || fn.Parent() == nil {
			continue
		}
		for _, b := range fn.Parent().Blocks {
			for _, instr := range b.Instrs {
				if made, ok := instr.(*ssa.MakeClosure); ok && made.Fn == fn {
					out = out.with(e.inside(made.Bindings[i], path)...)
					if path == "" && placeOf(made.Bindings[i]).root == made.Bindings[i] {
						out = out.with(e.of(made.Bindings[i])...)
					}
				}
			}
		}
	}
	return out
}

// global joins what the package stores into a variable of its own.
func (e *engine) global(g *ssa.Global, path string) origins {
	if g.Pkg != e.pkg {
		return e.foreignGlobal(g, path)
	}
	p := place{g, path}
	if set, ok := e.globals[p]; ok {
		return set
	}
	cuts := e.cuts
	var out origins
	for _, fn := range e.usage().writers[g] {
		out = out.with(e.writes(p, fn)...)
	}
	if e.cuts == cuts {
		e.globals[p] = out
	}
	return out
}

func (e *engine) foreignGlobal(g *ssa.Global, path string) origins {
	obj, ok := g.Object().(*types.Var)
	if !ok {
		return nil
	}
	if obj.Pkg().Path() == "crypto/rand" && obj.Name() == "Reader" {
		return origins{{Kind: Strong, Text: "crypto/rand", Bits: noLimit()}}
	}
	return unknown(obj.Pkg().Name() + "." + fields.Join(obj.Name(), path))
}

func (e *engine) instructions(f func(ssa.Instruction)) {
	for _, fn := range e.funcs {
		for _, b := range fn.Blocks {
			for _, instr := range b.Instrs {
				f(instr)
			}
		}
	}
}

// touching returns the instructions of a function that may write to a root.
func (e *engine) touching(root ssa.Value, fn *ssa.Function) []ssa.Instruction {
	byRoot, ok := e.places[fn]
	if !ok {
		byRoot = map[ssa.Value][]ssa.Instruction{}
		for _, b := range fn.Blocks {
			for _, instr := range b.Instrs {
				for _, target := range targets(instr) {
					list := byRoot[target]
					if len(list) == 0 || list[len(list)-1] != instr {
						byRoot[target] = append(list, instr)
					}
				}
			}
		}
		e.places[fn] = byRoot
	}
	return byRoot[root]
}

func targets(instr ssa.Instruction) []ssa.Value {
	switch instr := instr.(type) {
	case *ssa.Store:
		if ix, ok := instr.Addr.(*ssa.IndexAddr); ok {
			return []ssa.Value{placeOf(ix.X).root}
		}
		return []ssa.Value{placeOf(instr.Addr).root}
	case *ssa.MapUpdate:
		return []ssa.Value{placeOf(instr.Map).root}
	case ssa.CallInstruction:
		var roots []ssa.Value
		for _, arg := range calls.Operands(instr.Common()) {
			roots = append(roots, placeOf(arg).root)
		}
		return roots
	}
	return nil
}

// onlyStored returns the value of the single store to an address, or nil.
func (e *engine) onlyStored(addr ssa.Value) ssa.Value {
	var val ssa.Value
	if g, ok := addr.(*ssa.Global); ok {
		return initialValue(g)
	}
	refs := addr.Referrers()
	if refs == nil {
		return nil
	}
	for _, ref := range *refs {
		if store, ok := ref.(*ssa.Store); ok && store.Addr == addr {
			if val != nil {
				return nil
			}
			val = store.Val
		}
	}
	return val
}
