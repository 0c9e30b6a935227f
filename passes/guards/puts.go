package guards

import (
	"go/token"
	"slices"

	"golang.org/x/tools/go/ssa"

	"github.com/sessionlint/sessionlint/internal/model"
	"github.com/sessionlint/sessionlint/passes/calls"
	"github.com/sessionlint/sessionlint/passes/saves"
)

// puts returns the keys that say who somebody is and that a function always
// writes before it returns, unless with an error. One that has to do with marks
// writes none: what it writes may not be a login.
func (e *engine) puts(fn *ssa.Function, depth int) []string {
	if len(fn.Blocks) == 0 || len(fn.AnonFuncs) > 0 {
		return nil
	}
	at := map[string]map[*ssa.BasicBlock]bool{}
	for _, w := range e.wrote(fn, depth) {
		if Pending(w.key) {
			return nil
		}
		if at[w.key] == nil {
			at[w.key] = map[*ssa.BasicBlock]bool{}
		}
		at[w.key][w.at.Block()] = true
	}
	var keys []string
	for key, blocks := range at {
		if saves.IsIdentity(key) && !succeedsWithout(fn, blocks) {
			keys = append(keys, key)
		}
	}
	return capped(keys)
}

// A stored is a value that a function stores in a session, itself or by a function
// that it calls.
type stored struct {
	key    string
	at     ssa.Instruction
	helper bool
}

func (e *engine) wrote(fn *ssa.Function, depth int) []stored {
	var all []stored
	add := func(key string, v ssa.Value, at ssa.Instruction) {
		switch constOf(v) {
		case `""`, "0", "false", "nil": // nobody
		default:
			all = append(all, stored{key, at, false})
		}
	}
	for _, b := range fn.Blocks {
		for _, instr := range b.Instrs {
			switch instr := instr.(type) {
			case *ssa.MapUpdate:
				if e.isValues(instr.Map) {
					add(constText(instr.Key), instr.Value, instr)
				}
			case *ssa.Call:
				callee := calls.Callee(instr.Common())
				if f := e.index.Life(callee); f != nil {
					if f.Role == model.SessionPut {
						add(e.keyOf(f, instr), valueOf(f, instr), instr)
					}
					continue
				}
				var keys []string
				if body := calls.Body(e.pkg, instr.Common()); body != nil && depth > 0 {
					keys = e.puts(body, depth-1)
				} else if fact := e.imported(callee); fact != nil {
					keys = fact.Puts
				}
				for _, key := range keys {
					all = append(all, stored{key, instr, true})
				}
			}
		}
	}
	return all
}

func valueOf(f *model.Func, call *ssa.Call) ssa.Value {
	for _, a := range f.Args {
		if a.Slot == model.ArgValue {
			return calls.Argument(call.Common(), a.Index)
		}
	}
	return nil
}

// succeedsWithout reports whether a function returns on a path around some blocks,
// other than with an error.
func succeedsWithout(fn *ssa.Function, gaps map[*ssa.BasicBlock]bool) bool {
	seen := make([]bool, len(fn.Blocks))
	var ends func(b *ssa.BasicBlock) bool
	ends = func(b *ssa.BasicBlock) bool {
		if seen[b.Index] || gaps[b] {
			return false
		}
		seen[b.Index] = true
		if ret, ok := b.Instrs[len(b.Instrs)-1].(*ssa.Return); ok {
			return !returnsError(ret)
		}
		return slices.ContainsFunc(b.Succs, ends)
	}
	return ends(fn.Blocks[0])
}

// returnsError reports whether the last result is an error that is there: one made
// here, or one that was compared with nil.
func returnsError(ret *ssa.Return) bool {
	if len(ret.Results) == 0 {
		return false
	}
	v := ret.Results[len(ret.Results)-1]
	if _, ok := v.(*ssa.MakeInterface); ok {
		return true
	}
	if call, ok := v.(*ssa.Call); ok {
		if callee := calls.Callee(call.Common()); callee != nil && (callee.FullName() == "errors.New" || callee.FullName() == "fmt.Errorf") {
			return true
		}
	}
	for b := ret.Block(); b.Idom() != nil; b = b.Idom() {
		branch, ok := b.Idom().Instrs[len(b.Idom().Instrs)-1].(*ssa.If)
		if !ok || len(b.Preds) != 1 || b.Idom().Succs[0] != b {
			continue
		}
		if compare, ok := branch.Cond.(*ssa.BinOp); ok && compare.Op == token.NEQ && compare.X == v {
			if k, ok := compare.Y.(*ssa.Const); ok && k.IsNil() {
				return true
			}
		}
	}
	return false
}
