package webhandlers

import (
	"go/types"

	"golang.org/x/tools/go/ssa"

	"github.com/sessionlint/sessionlint/passes/calls"
	"github.com/sessionlint/sessionlint/passes/fields"
)

// isNeverMade reports whether a map is a variable or a field, unexported and of
// this package, that nothing makes: to delete from it does nothing.
func (e *engine) isNeverMade(m ssa.Value) bool {
	load, ok := m.(*ssa.UnOp)
	if !ok {
		return false
	}
	obj := ownVariable(load.X)
	if obj == nil || obj.Exported() || obj.Pkg() != e.pass.Pkg {
		return false
	}
	if never, ok := e.neverMade[obj]; ok {
		return never
	}
	never := !e.isMade(obj)
	e.neverMade[obj] = never
	return never
}

// ownVariable returns the variable or field at an address, or nil.
func ownVariable(addr ssa.Value) *types.Var {
	switch addr := addr.(type) {
	case *ssa.Global:
		v, _ := addr.Object().(*types.Var)
		return v
	case *ssa.FieldAddr:
		return fields.Of(addr.X.Type(), addr.Field).Origin()
	}
	return nil
}

// isMade reports whether anything in the package may make a map: whatever is done
// to its address other than to load it, or to the map other than to look entries
// up. Who writes entries has a map; it comes from where this does not see.
func (e *engine) isMade(obj *types.Var) bool {
	functions := e.funcs
	if init := e.pkg.Func("init"); init != nil {
		functions = append(functions[:len(functions):len(functions)], init)
	}
	for _, fn := range functions {
		for _, b := range fn.Blocks {
			for _, instr := range b.Instrs {
				for _, op := range instr.Operands(nil) {
					if *op == nil || ownVariable(*op) != obj {
						continue
					}
					load, ok := instr.(*ssa.UnOp)
					if !ok || !onlyLooked(load) {
						return true
					}
				}
			}
		}
	}
	return false
}

// onlyLooked reports whether a map is only read and deleted from.
func onlyLooked(m *ssa.UnOp) bool {
	for _, ref := range calls.Uses(m) {
		switch ref := ref.(type) {
		case *ssa.Lookup, *ssa.Range, *ssa.DebugRef, *ssa.BinOp:
		case *ssa.Call:
			b, ok := ref.Common().Value.(*ssa.Builtin)
			if !ok || b.Name() != "delete" && b.Name() != "len" && b.Name() != "clear" {
				return false
			}
		default:
			return false
		}
	}
	return true
}
