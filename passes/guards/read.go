package guards

import (
	"go/token"
	"go/types"

	"golang.org/x/tools/go/ssa"

	"github.com/sessionlint/sessionlint/internal/evidence"
	"github.com/sessionlint/sessionlint/internal/model"
	"github.com/sessionlint/sessionlint/passes/calls"
	"github.com/sessionlint/sessionlint/passes/routes"
)

// readsIn returns the values of sessions that a function reads.
func (e *engine) readsIn(fn *ssa.Function) []Read {
	var all []Read
	add := func(instr ssa.Instruction, v ssa.Value, key string) {
		node := e.node(instr)
		if key == "" || node == nil {
			return
		}
		r := Read{Node: node, Key: key, Function: calls.Outermost(fn).Name(), Fn: fn, Guard: e.routes.Summary(fn).May&routes.Rejects != 0}
		e.follow(&r, v)
		r.Shielded = e.shield(fn)
		all = append(all, r)
	}
	for _, b := range fn.Blocks {
		for _, instr := range b.Instrs {
			switch instr := instr.(type) {
			case *ssa.Call:
				if f := e.index.Life(calls.Callee(instr.Common())); f != nil && f.Role == model.SessionGet {
					add(instr, instr, e.keyOf(f, instr))
				}
			case *ssa.Lookup:
				if e.isValues(instr.X) {
					add(instr, instr, constText(instr.Index))
				}
			}
		}
	}
	if len(all) > 0 {
		also := e.keysRead(fn, 2)
		front, paths := e.front(fn)
		for i := range all {
			all[i].Also, all[i].Front, all[i].Paths = also, front, paths
		}
	}
	shareTests(all)
	return all
}

// follow looks at what becomes of a value that was read.
func (e *engine) follow(r *Read, v ssa.Value) {
	_, basic := v.Type().Underlying().(*types.Basic)
	r.Blind = basic // GetInt and its kin return zero
	seen := map[ssa.Value]bool{}
	var walk func(v ssa.Value, depth int)
	walk = func(v ssa.Value, depth int) {
		if depth == 0 || seen[v] || v.Referrers() == nil {
			return
		}
		seen[v] = true
		for _, ref := range calls.Uses(v) {
			switch x := ref.(type) {
			case *ssa.TypeAssert:
				e.asserted(r, x)
				walk(x, depth-1)
			case *ssa.Extract:
				if x.Index == 0 {
					walk(x, depth-1)
				} else if used(x) {
					r.Tested = true
				}
			case *ssa.BinOp:
				switch x.Op {
				case token.EQL, token.NEQ, token.LSS, token.GTR, token.LEQ, token.GEQ:
					r.Tested = true
				}
			case *ssa.If:
				r.Tested = true
			case *ssa.Phi, *ssa.Convert, *ssa.MakeInterface, *ssa.ChangeType, *ssa.ChangeInterface:
				walk(x.(ssa.Value), depth-1)
			case *ssa.Call:
				e.given(r, x)
			case *ssa.Store:
				e.kept(r, x, walk, depth)
			default:
				r.Tested = true // something else, which may look at it
			}
		}
	}
	walk(v, 10)
}

// asserted: without the second result, a missing value panics; with one that
// nobody looks at, it reads as zero.
func (e *engine) asserted(r *Read, x *ssa.TypeAssert) {
	if !x.CommaOk {
		r.Tested = true
		return
	}
	for _, ref := range calls.Uses(x) {
		if ok, is := ref.(*ssa.Extract); is && ok.Index == 1 && used(ok) {
			r.Tested = true
			return
		}
	}
	r.Blind = true
}

func used(v ssa.Value) bool { return len(calls.Uses(v)) > 0 }

// given: the value is handed to a call. Writing to a database does not tell
// whether it is there; anything else may.
func (e *engine) given(r *Read, call *ssa.Call) {
	f := e.index.Func(calls.Callee(call.Common()))
	if f == nil || f.Role != model.DBWrite {
		r.Tested = true
		return
	}
	if node := e.node(call); node != nil && !r.Stored.Start.IsValid() {
		r.Stored = evidence.Step{Start: node.Pos(), Stop: node.End()}
	}
}

// kept: an element of the arguments of a variadic call is followed, a
// variable too; what is stored elsewhere may be looked at there.
func (e *engine) kept(r *Read, s *ssa.Store, walk func(ssa.Value, int), depth int) {
	switch addr := s.Addr.(type) {
	case *ssa.IndexAddr:
		array, ok := addr.X.(*ssa.Alloc)
		if !ok {
			break
		}
		for _, ref := range calls.Uses(array) {
			if slice, ok := ref.(*ssa.Slice); ok {
				walk(slice, depth-1)
			}
		}
		return
	case *ssa.Alloc:
		for _, ref := range calls.Uses(addr) {
			if load, ok := ref.(*ssa.UnOp); ok && load.Op == token.MUL {
				walk(load, depth-1)
			} else if _, store := ref.(*ssa.Store); !store {
				r.Tested = true
			}
		}
		return
	}
	r.Tested = true
}
