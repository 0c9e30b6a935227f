package tokenflow

import (
	"go/types"
	"slices"

	"golang.org/x/tools/go/ssa"

	"github.com/sessionlint/sessionlint/internal/words"
	"github.com/sessionlint/sessionlint/passes/calls"
	"github.com/sessionlint/sessionlint/passes/fields"
	"github.com/sessionlint/sessionlint/passes/paths"
)

// adoptedSinks: the ID that a session object gets, if the function returns the
// object with it although the store that it asked has nothing under that ID,
// and the object is saved under the ID that it has.
func (e *engine) adoptedSinks(fn *ssa.Function, store *ssa.Store, addr *ssa.FieldAddr, field *types.Var) []sink {
	if !isSessionType(addr.X.Type()) || !has(words.Split(field.Name()), "id", "sid", "key") || !e.savedUnder(field.Origin()) {
		return nil
	}
	var out []sink
	for _, id := range choices(store.Val, nil) {
		a := &adoption{id: id, addr: addr, seen: map[string]bool{}}
		a.block(fn.Blocks[0], adoptionPath{Knowledge: paths.At(fn.Blocks[0])})
		if a.kept {
			out = append(out, sink{place: InNewRecord, fn: fn, value: id, expr: e.syntax.stored(store.Pos()), what: "session"})
		}
	}
	return out
}

// choices returns the values one of which a value is.
func choices(v ssa.Value, list []ssa.Value) []ssa.Value {
	phi, ok := v.(*ssa.Phi)
	if !ok {
		if _, isConst := v.(*ssa.Const); !isConst && !slices.Contains(list, v) {
			list = append(list, v)
		}
		return list
	}
	if slices.Contains(list, v) {
		return list
	}
	list = append(list, v)
	for _, edge := range phi.Edges {
		list = choices(edge, list)
	}
	return slices.DeleteFunc(list, func(have ssa.Value) bool { return have == v })
}

// An adoption follows the paths on which a client presents an ID that the
// store does not know.
type adoption struct {
	id     ssa.Value
	addr   *ssa.FieldAddr // of the ID in the session object
	seen   map[string]bool
	visits int
	kept   bool // the object is returned with that ID
}

type adoptionPath struct {
	paths.Knowledge
	missing ssa.Value // what the store said of the ID: nothing
	tested  bool      // a branch was decided by that
}

func (a *adoption) block(b *ssa.BasicBlock, p adoptionPath) {
	a.visits++
	if key := p.Key(b.Index); a.kept || a.visits > maxAdoptionVisits || a.seen[key] {
		return
	} else {
		a.seen[key] = true
	}
	for _, instr := range b.Instrs {
		switch instr := instr.(type) {
		case *ssa.Store:
			p.Store(instr)
		case *ssa.Lookup:
			if p.missing == nil && p.Same(instr.Index, a.id) {
				p.miss(instr)
			}
		case ssa.CallInstruction:
			if a.asks(instr, p) {
				p.miss(instr.Value())
			} else if a.disturbs(instr, p) {
				return
			}
		case *ssa.Return:
			a.kept = a.kept || p.tested && a.returns(instr, p)
		}
	}
	a.leave(b, p)
}

const maxAdoptionVisits = 400

// leave takes the ways out of a block that are possible. What depends on the
// answer of the store and is not decided by its being empty is left alone.
func (a *adoption) leave(b *ssa.BasicBlock, p adoptionPath) {
	branch, isBranch := b.Instrs[len(b.Instrs)-1].(*ssa.If)
	var open []int
	for way := range b.Succs {
		if p.Clone().Enter(b, way) {
			open = append(open, way)
		}
	}
	if isBranch && p.missing != nil && dependsOn(branch.Cond, p.missing, 0) {
		if len(open) > 1 {
			return
		}
		p.tested = true
	}
	for _, way := range open {
		next := p
		next.Knowledge = p.Clone()
		next.Enter(b, way)
		next.Begin(b.Succs[way], b)
		a.block(b.Succs[way], next)
	}
}

// asks reports whether a call looks for what is stored under the ID.
func (a *adoption) asks(call ssa.CallInstruction, p adoptionPath) bool {
	common := call.Common()
	callee := calls.Callee(common)
	if p.missing != nil || call.Value() == nil || callee == nil || !looksUp(callee) {
		return false
	}
	return slices.ContainsFunc(calls.Operands(common), func(arg ssa.Value) bool { return p.Same(arg, a.id) })
}

// looksUp reports whether a function says that it looks for what it is given
// the key of, and says so, too, if there is nothing.
func looksUp(fn *types.Func) bool {
	results := fn.Signature().Results()
	if results.Len() == 0 || !has(words.Split(fn.Name()), "get", "load", "find", "fetch", "read", "lookup", "exists", "has", "exist") {
		return false
	}
	return isBoolean(results.At(results.Len()-1).Type()) || isNilable(results.At(0).Type()) && !isErrorType(results.At(0).Type())
}

// disturbs reports whether a call may change the session object, or takes
// what the store said: it knows what to do with nothing.
func (a *adoption) disturbs(call ssa.CallInstruction, p adoptionPath) bool {
	if b, ok := call.Common().Value.(*ssa.Builtin); ok && b.Name() == "len" {
		return false // a test
	}
	return slices.ContainsFunc(calls.Operands(call.Common()), func(arg ssa.Value) bool {
		return p.Same(arg, a.addr.X) || p.missing != nil && dependsOn(arg, p.missing, 0)
	})
}

// returns reports whether a function returns the object with the ID, and no error.
func (a *adoption) returns(ret *ssa.Return, p adoptionPath) bool {
	if len(ret.Results) == 0 || !p.Same(ret.Results[0], a.addr.X) || !p.Holds(a.addr, a.id) {
		return false
	}
	last := ret.Results[len(ret.Results)-1]
	return !isErrorType(last.Type()) || p.IsNil(last)
}

// miss notes that there is nothing under the ID.
func (p *adoptionPath) miss(answer ssa.Value) {
	p.missing = answer
	results, ok := answer.Type().(*types.Tuple)
	if !ok {
		p.nothing(answer)
		return
	}
	for _, ref := range calls.Uses(answer) {
		if part, ok := ref.(*ssa.Extract); ok && (part.Index == 0 || part.Index == results.Len()-1) {
			p.nothing(part)
		}
	}
}

func (p *adoptionPath) nothing(v ssa.Value) {
	switch {
	case isBoolean(v.Type()):
		p.Learn(v, false)
	case isNilable(v.Type()):
		p.Nil(v)
	}
}

// dependsOn reports whether a value is computed from another.
func dependsOn(v, from ssa.Value, depth int) bool {
	if v == from {
		return true
	}
	instr, ok := v.(ssa.Instruction)
	if _, isPhi := v.(*ssa.Phi); !ok || isPhi || depth > 6 {
		return false
	}
	return slices.ContainsFunc(instr.Operands(nil), func(op *ssa.Value) bool { return *op != nil && dependsOn(*op, from, depth+1) })
}

// savedUnder reports whether a function of the package saves a record under
// the ID in a field, and leaves that ID alone.
func (e *engine) savedUnder(field *types.Var) bool {
	return slices.ContainsFunc(e.funcs, func(fn *ssa.Function) bool { return e.savesUnder(fn, field) && !e.changes(fn, field) })
}

func (e *engine) savesUnder(fn *ssa.Function, field *types.Var) bool {
	for _, b := range fn.Blocks {
		for _, instr := range b.Instrs {
			var keys []ssa.Value
			switch instr := instr.(type) {
			case *ssa.MapUpdate:
				keys = []ssa.Value{instr.Key}
			case ssa.CallInstruction:
				callee := calls.Callee(instr.Common())
				if callee != nil && has(words.Split(callee.Name()), "set", "save", "put", "store", "insert", "write", "update", "upsert", "commit") {
					keys = calls.Operands(instr.Common())
				}
			}
			if slices.ContainsFunc(keys, func(key ssa.Value) bool { return isLoadOf(key, field) }) {
				return true
			}
		}
	}
	return false
}

func isLoadOf(v ssa.Value, field *types.Var) bool {
	load, ok := unboxed(v).(*ssa.UnOp)
	if !ok {
		return false
	}
	addr, ok := load.X.(*ssa.FieldAddr)
	return ok && fields.Of(addr.X.Type(), addr.Field).Origin() == field
}

// changes reports whether a function, or one of the package that it calls,
// assigns to a field.
func (e *engine) changes(fn *ssa.Function, field *types.Var) bool {
	seen, next := map[*ssa.Function]bool{fn: true}, []*ssa.Function{fn}
	for range maxCalls {
		level := next
		next = nil
		for _, fn := range level {
			if slices.ContainsFunc(e.fieldStores(field), func(s *ssa.Store) bool { return s.Parent() == fn }) {
				return true
			}
			for _, callee := range e.callees(fn) {
				if !seen[callee] {
					seen[callee] = true
					next = append(next, callee)
				}
			}
		}
	}
	return false
}

const maxCalls = 5 // from a function that saves

// callees returns the functions of the package that a function calls.
func (e *engine) callees(fn *ssa.Function) []*ssa.Function {
	var out []*ssa.Function
	for _, b := range fn.Blocks {
		for _, instr := range b.Instrs {
			if call, ok := instr.(ssa.CallInstruction); ok {
				if callee := e.body(call.Common()); callee != nil {
					out = append(out, callee)
				}
			}
		}
	}
	return out
}

func isBoolean(t types.Type) bool {
	b, ok := t.Underlying().(*types.Basic)
	return ok && b.Info()&types.IsBoolean != 0
}

func isNilable(t types.Type) bool {
	switch t.Underlying().(type) {
	case *types.Pointer, *types.Slice, *types.Map, *types.Interface:
		return true
	}
	return false
}
