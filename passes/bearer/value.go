package bearer

import (
	"go/types"
	"strings"

	"golang.org/x/tools/go/ssa"

	"github.com/sessionlint/sessionlint/internal/evidence"
	"github.com/sessionlint/sessionlint/internal/words"
	"github.com/sessionlint/sessionlint/passes/calls"
)

func (f *flow) value(v ssa.Value, depth int) {
	if v == nil || f.seen[v] || v.Referrers() == nil || depth > maxDepth || f.spent() {
		return
	}
	f.seen[v] = true
	for _, ref := range calls.Uses(v) {
		switch ref := ref.(type) {
		case *ssa.Return:
			f.use(ref)
		case *ssa.MapUpdate:
			f.use(ref)
		case *ssa.Store:
			f.storedValue(ref, v, depth)
		case ssa.CallInstruction:
			f.callWith(ref, depth)
		case *ssa.BinOp:
			if isString(ref.Type()) || isNumber(ref.Type()) {
				f.value(ref, depth+1)
			}
		case *ssa.If:
		case ssa.Value:
			f.value(ref, depth+1)
		}
	}
}

func isNumber(t types.Type) bool {
	b, ok := t.Underlying().(*types.Basic)
	return ok && b.Info()&types.IsNumeric != 0
}

func (f *flow) storedValue(store *ssa.Store, v ssa.Value, depth int) {
	if store.Val != v {
		return
	}
	switch addr := store.Addr.(type) {
	case *ssa.Alloc:
		if addr.Heap { // its address goes elsewhere
			f.use(store)
		}
		for _, use := range calls.Uses(addr) {
			if load, ok := use.(*ssa.UnOp); ok {
				f.value(load, depth+1)
			}
		}
	case *ssa.IndexAddr:
		if array, ok := addr.X.(*ssa.Alloc); ok && (array.Comment == "varargs" || array.Comment == "slicelit") {
			for _, ref := range calls.Uses(array) {
				if slice, ok := ref.(*ssa.Slice); ok {
					f.value(slice, depth+1)
				}
			}
			return
		}
		f.use(store)
	case *ssa.FieldAddr, *ssa.Global:
		f.use(store)
	}
}

func (f *flow) callWith(call ssa.CallInstruction, depth int) {
	common := call.Common()
	if prints(common) || f.bearer(call) != nil {
		return
	}
	value, isValue := call.(*ssa.Call)
	if b, ok := common.Value.(*ssa.Builtin); ok {
		if b.Name() == "append" && isValue {
			f.value(value, depth+1)
		}
		return
	}
	callee := calls.Callee(common)
	if callee != nil && pure(callee) {
		if isValue && !isBoolish(value.Type()) {
			f.value(value, depth+1)
		}
		return
	}
	if isValue && isBool(value.Type()) && judges(callee) {
		return // a predicate
	}
	f.use(call)
}

// judges reports whether a function only tells: its name and results say so.
func judges(callee *types.Func) bool {
	if callee == nil {
		return false
	}
	first := ""
	if list := words.Split(callee.Name()); len(list) > 0 {
		first = list[0]
	}
	switch first {
	case "is", "has", "contains", "equal", "equals", "matches", "audience", "valid", "check", "verify", "in":
		return true
	}
	return strings.Contains(strings.ToLower(callee.Name()), "contains")
}

// use notes an instruction of the function that the claims were read in.
func (f *flow) use(instr ssa.Instruction) {
	if instr != f.start && instr.Parent() == f.start.Parent() {
		f.uses[instr] = true
	}
}

// instrStep returns the place of an instruction.
func (e *engine) instrStep(instr ssa.Instruction) evidence.Step {
	switch instr := instr.(type) {
	case ssa.CallInstruction:
		return e.step(instr)
	case *ssa.Store:
		return e.storeStep(instr)
	}
	return evidence.Step{Start: instr.Pos(), Stop: instr.Pos()}
}

// condStep returns the place of a condition.
func (e *engine) condStep(cond *ssa.If) evidence.Step {
	e.syntax.build()
	if expr := e.syntax.conds[cond.Cond.Pos()]; expr != nil {
		return evidence.Step{Start: expr.Pos(), Stop: expr.End()}
	}
	return evidence.Step{}
}
