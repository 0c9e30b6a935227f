package tokenflow

import (
	"go/types"

	"golang.org/x/tools/go/ssa"

	"github.com/sessionlint/sessionlint/internal/words"
	"github.com/sessionlint/sessionlint/passes/calls"
)

// mapSinks: the key under which a new session is put into a map.
func (e *engine) mapSinks(fn *ssa.Function, update *ssa.MapUpdate) []sink {
	if !isTextual(update.Key.Type()) || !isSessionType(update.Value.Type()) && !ofSessionStore(fn) ||
		!isMade(update.Value, 0) || foundBefore(update) {
		return nil
	}
	at := e.syntax.element(update.Pos())
	if at == nil {
		return nil
	}
	return []sink{{place: InNewRecord, fn: fn, value: update.Key, expr: at.Index, what: "session"}}
}

// syncMapSinks: likewise for a map of package sync.
func (e *engine) syncMapSinks(fn *ssa.Function, call ssa.CallInstruction) []sink {
	callee := calls.Callee(call.Common())
	if name := callee.FullName(); name != "(*sync.Map).Store" && name != "(*sync.Map).LoadOrStore" {
		return nil
	}
	key, value := calls.Argument(call.Common(), 0), calls.Argument(call.Common(), 1)
	if key == nil || value == nil {
		return nil
	}
	key, value = unboxed(key), unboxed(value)
	if !isTextual(key.Type()) || !isSessionType(value.Type()) && !ofSessionStore(fn) || !isMade(value, 0) {
		return nil
	}
	return []sink{{place: InNewRecord, fn: fn, value: key, expr: e.syntax.argOf(call, calls.Argument(call.Common(), 0)), what: "session"}}
}

// isSessionType reports whether a type is called a session.
func isSessionType(t types.Type) bool {
	_, name := named(t)
	list := words.Split(name)
	return has(list, "session", "sess")
}

// ofSessionStore reports whether a function is a method of something that is
// called a store of sessions.
func ofSessionStore(fn *ssa.Function) bool {
	recv := calls.Outermost(fn).Signature.Recv()
	if recv == nil {
		return false
	}
	_, name := named(recv.Type())
	return has(words.Split(name), "session", "sessions", "sess")
}

// isMade reports whether a value is a record that has just been made.
func isMade(v ssa.Value, depth int) bool {
	if depth > 4 {
		return false
	}
	switch v := v.(type) {
	case *ssa.Alloc:
		return v.Heap
	case *ssa.MakeMap:
		return true
	case *ssa.MakeInterface:
		return isMade(v.X, depth+1)
	case *ssa.UnOp: // a struct that is stored by value
		alloc, ok := v.X.(*ssa.Alloc)
		return ok && alloc.Comment == "complit"
	case *ssa.Call:
		callee := calls.Callee(v.Common())
		return callee != nil && hasAny(callee.Name(), "new", "make", "create")
	}
	return false
}

// foundBefore reports whether an element is known to exist where it is
// replaced: the map was asked for the same key, and had it.
func foundBefore(update *ssa.MapUpdate) bool {
	for _, b := range update.Parent().Blocks {
		for _, instr := range b.Instrs {
			look, ok := instr.(*ssa.Lookup)
			if !ok || !look.CommaOk || placeOf(look.X) != placeOf(update.Map) || look.Index != update.Key && placeOf(look.Index) != placeOf(update.Key) {
				continue
			}
			for _, use := range calls.Uses(look) {
				if found, ok := use.(*ssa.Extract); ok && found.Index == 1 && holds(found, update.Block()) {
					return true
				}
			}
		}
	}
	return false
}

// holds reports whether a condition is true wherever a block is reached.
func holds(condition ssa.Value, at *ssa.BasicBlock) bool {
	for _, ref := range calls.Uses(condition) {
		branch, ok := ref.(*ssa.If)
		if !ok {
			continue
		}
		yes := branch.Block().Succs[0]
		if len(yes.Preds) == 1 && yes.Dominates(at) {
			return true
		}
	}
	return false
}
