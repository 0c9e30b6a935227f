package bearer

import (
	"go/types"

	"golang.org/x/tools/go/ssa"

	"github.com/sessionlint/sessionlint/internal/evidence"
	"github.com/sessionlint/sessionlint/internal/words"
	"github.com/sessionlint/sessionlint/passes/calls"
)

// An Endless is a place that asks for a session token without end: it hands a
// zero lifetime, or a zero moment, to a function that leaves exp out for it.
type Endless struct {
	evidence.Ranger
	Function string          // that is asked
	Zero     evidence.Step   // where the zero comes from
	Gap      evidence.Ranger // where it leaves exp out, nil if that is in another package
}

// Endless returns where session tokens without end are asked for.
func (t *Tokens) Endless() []*Endless { return t.endless }

// A zeroArg is a parameter whose zero value means that a token never expires.
type zeroArg struct {
	fn    *ssa.Function
	index int
}

// endless finds out which parameters make tokens endless when they are zero,
// and which calls make them so.
func (e *engine) endless(mints []*Mint) []*Endless {
	var out []*Endless
	for _, m := range mints {
		if m.ByZero && m.tested != nil && m.Purpose != Link && m.Purpose != PurposeUnknown {
			e.zeroOf(m.tested, m.Gap, &out, 0)
		}
	}
	e.each(func(instr ssa.Instruction) {
		call, ok := instr.(ssa.CallInstruction)
		if !ok {
			return
		}
		fact := e.imported(calls.Callee(call.Common()))
		if fact == nil || fact.Zero == 0 {
			return
		}
		for i := range calls.Operands(call.Common()) {
			if fact.Zero&(1<<i) != 0 {
				e.zeroGiven(call, i, nil, &out, 0)
			}
		}
	})
	return out
}

// zeroOf follows a value that is tested against zero to the parameters that it
// comes from.
func (e *engine) zeroOf(v ssa.Value, gap evidence.Ranger, out *[]*Endless, depth int) {
	if v == nil || depth > maxDepth || e.spent() {
		return
	}
	switch v := v.(type) {
	case *ssa.Phi:
		for _, edge := range v.Edges {
			e.zeroOf(edge, gap, out, depth+1)
		}
	case *ssa.ChangeType:
		e.zeroOf(v.X, gap, out, depth+1)
	case *ssa.Convert:
		e.zeroOf(v.X, gap, out, depth+1)
	case *ssa.UnOp:
		if cell, ok := v.X.(*ssa.Alloc); ok {
			for _, val := range wholeStores(cell) {
				e.zeroOf(val, gap, out, depth+1)
			}
		}
	case *ssa.Parameter:
		arg := zeroArg{v.Parent(), position(v)}
		if arg.index < 0 || arg.index >= 32 || e.zeroArgs[arg] {
			return
		}
		e.zeroArgs[arg] = true
		for _, call := range e.callers[arg.fn] {
			e.zeroGiven(call, arg.index, gap, out, depth+1)
		}
	}
}

// zeroGiven looks at what a call hands to such a parameter.
func (e *engine) zeroGiven(call ssa.CallInstruction, i int, gap evidence.Ranger, out *[]*Endless, depth int) {
	ops := calls.Operands(call.Common())
	callee := calls.Callee(call.Common())
	if callee == nil || i >= len(ops) || linkWords(words.Split(calls.Outermost(call.Parent()).Name())) {
		return // a machine's token may live for ever
	}
	_, passed := ops[i].(*ssa.Parameter)
	zero, ok := e.mayBeZero(ops[i])
	if passed || !ok {
		e.zeroOf(ops[i], gap, out, depth)
		return
	}
	at := e.argStep(call, written(call, i), e.step(call))
	*out = append(*out, &Endless{at, callee.Name(), zero, gap})
}

// written returns which argument, as it is written, an operand of a call is.
func written(call ssa.CallInstruction, operand int) int {
	if calls.HasReceiver(call.Common()) {
		return operand - 1
	}
	return operand
}

// mayBeZero reports whether a lifetime or a moment is zero on some path, as
// the code says, and where that is said.
func (e *engine) mayBeZero(v ssa.Value) (evidence.Step, bool) {
	for _, l := range e.lives(v) {
		if l.Known && l.Zero {
			return l.At, true
		}
	}
	return evidence.Step{}, false
}

// zeroFact returns the parameters of a function whose zero value makes tokens
// endless.
func (e *engine) zeroFact(fn *ssa.Function) uint32 {
	var bits uint32
	for i := range min(len(fn.Params), 32) {
		if e.zeroArgs[zeroArg{fn, i}] {
			bits |= 1 << i
		}
	}
	return bits
}

// testedForZero returns what a condition compares with zero.
func testedForZero(cond *ssa.If) ssa.Value {
	switch v := cond.Cond.(type) {
	case *ssa.Call:
		if callee := calls.Callee(v.Common()); callee != nil && callee.Name() == "IsZero" {
			return calls.Operands(v.Common())[0]
		}
	case *ssa.BinOp:
		for i, op := range []ssa.Value{v.X, v.Y} {
			if isZero(op) {
				return []ssa.Value{v.Y, v.X}[i]
			}
		}
	case *ssa.UnOp:
		if _, is := v.X.Type().Underlying().(*types.Basic); is {
			return testedForZero(&ssa.If{Cond: v.X})
		}
	}
	return nil
}
