package guards

import (
	"go/token"
	"strings"

	"golang.org/x/tools/go/ssa"

	"github.com/sessionlint/sessionlint/internal/evidence"
	"github.com/sessionlint/sessionlint/internal/model"
	"github.com/sessionlint/sessionlint/passes/calls"
	"github.com/sessionlint/sessionlint/passes/fields"
	"github.com/sessionlint/sessionlint/passes/routes"
)

// writesIn returns the values of sessions that a function writes.
func (e *engine) writesIn(fn *ssa.Function) []Write {
	var all []Write
	add := func(instr ssa.Instruction, key string, v ssa.Value) {
		node := e.node(instr)
		if key == "" || node == nil {
			return
		}
		size, holds := sizeOf(key, v)
		all = append(all, Write{
			Node: node, Key: key, Function: calls.Outermost(fn).Name(), Fn: fn, Constant: constOf(v), Asked: e.asked(v),
			Proven: e.proves(fn, 3), Then: e.branchBehind(instr, key), Size: size, Holds: holds,
		})
	}
	for _, b := range fn.Blocks {
		for _, instr := range b.Instrs {
			switch instr := instr.(type) {
			case *ssa.Call:
				if f := e.index.Life(calls.Callee(instr.Common())); f != nil && f.Role == model.SessionPut {
					var v ssa.Value
					for _, a := range f.Args {
						if a.Slot == model.ArgValue {
							v = calls.Argument(instr.Common(), a.Index)
						}
					}
					add(instr, e.keyOf(f, instr), v)
				}
			case *ssa.MapUpdate:
				if e.isValues(instr.Map) {
					add(instr, constText(instr.Key), instr.Value)
				}
			}
		}
	}
	return all
}

// asked reports whether a value is a part of the request that the client
// chooses, as it is or read as a number.
func (e *engine) asked(v ssa.Value) bool {
	for range 6 {
		switch x := v.(type) {
		case *ssa.MakeInterface:
			v = x.X
		case *ssa.Convert:
			v = x.X
		case *ssa.ChangeType:
			v = x.X
		case *ssa.Extract:
			v = x.Tuple
		case *ssa.Call:
			callee := calls.Callee(x.Common())
			if callee != nil && callee.Pkg() != nil && callee.Pkg().Path() == "strconv" && len(x.Call.Args) > 0 {
				v = x.Call.Args[0]
				continue
			}
			f := e.index.Func(callee)
			return f != nil && (f.Role == model.RequestPath || f.Role == model.RequestQuery || f.Role == model.RequestForm)
		default:
			return false
		}
	}
	return false
}

// proves reports whether a function, or one that it calls, verifies who
// somebody is, as far as names and the model tell.
func (e *engine) proves(fn *ssa.Function, depth int) bool {
	for _, call := range callsIn(fn) {
		callee := calls.Callee(call.Common())
		if f := e.index.Life(callee); f != nil && (f.Role == model.PasswordVerify || f.Role == model.FactorVerify || f.Role == model.Verified || f.Role == model.RequestGet) {
			return true
		}
		if f := e.index.Func(callee); f != nil && (f.Role == model.TokenVerify || f.Role == model.SafeCompare) {
			return true
		}
		if e.index.Life(callee) != nil || e.index.Func(callee) != nil {
			continue
		}
		if callee == nil || proves(callee.Name()) {
			return true
		}
		if body := calls.Body(e.pkg, call.Common()); body != nil && depth > 0 && e.proves(body, depth-1) {
			return true
		}
	}
	return false
}

// branchBehind returns a branch behind a write that asks for a further step:
// the write is in front of it on every path.
func (e *engine) branchBehind(write ssa.Instruction, key string) *Branch {
	for _, b := range write.Parent().Blocks {
		branch, ok := b.Instrs[len(b.Instrs)-1].(*ssa.If)
		if !ok || !write.Block().Dominates(b) {
			continue
		}
		name := conditionName(branch.Cond)
		if !pending(name) {
			continue
		}
		step := b.Succs[0]
		if len(step.Preds) != 1 || !positive(branch.Cond) || !e.sendsOn(step) {
			continue
		}
		result := &Branch{Condition: name, Undone: e.undoes(step, key), block: step}
		if pos := branch.Cond.Pos(); pos.IsValid() {
			result.Step = evidence.Step{Start: pos, Stop: pos}
		}
		return result
	}
	return nil
}

// positive reports whether a condition asks whether something is there or true.
func positive(cond ssa.Value) bool {
	compare, ok := cond.(*ssa.BinOp)
	if !ok {
		return true
	}
	switch k, isConst := compare.Y.(*ssa.Const); {
	case !isConst:
		return false
	case compare.Op == token.NEQ:
		return k.Value == nil || constOf(k) == `""` || constOf(k) == "0" || constOf(k) == "false"
	case compare.Op == token.EQL:
		return constOf(k) == "true"
	}
	return false
}

// sendsOn reports whether a block answers, with a redirect or a body, and
// the function returns behind it.
func (e *engine) sendsOn(b *ssa.BasicBlock) bool {
	for _, instr := range b.Instrs {
		call, ok := instr.(*ssa.Call)
		if !ok {
			continue
		}
		a := e.routes.Answer(call)
		if a.Must&(routes.Redirects|routes.Completes) != 0 && a.Must&routes.Fails == 0 && (a.Must&routes.Rejects == 0 || a.Must&routes.Redirects != 0) {
			return true
		}
	}
	return false
}

// undoes reports whether a block, or one it leads to alone, removes the value
// again, marks the session, or ends it.
func (e *engine) undoes(b *ssa.BasicBlock, key string) bool {
	for _, other := range b.Parent().Blocks {
		if !b.Dominates(other) {
			continue
		}
		for _, instr := range other.Instrs {
			switch instr := instr.(type) {
			case *ssa.MapUpdate:
				if e.isValues(instr.Map) {
					return true
				}
			case *ssa.Call:
				if builtin, ok := instr.Call.Value.(*ssa.Builtin); ok && builtin.Name() == "delete" {
					return true
				}
				if f := e.index.Life(calls.Callee(instr.Common())); f != nil {
					switch f.Role {
					case model.SessionPut, model.SessionRemove, model.SessionClear, model.SessionDestroy, model.SessionRenew:
						return true
					}
				}
			}
		}
	}
	return false
}

// conditionName returns the name of what a condition is about.
func conditionName(v ssa.Value) string {
	switch x := v.(type) {
	case *ssa.UnOp:
		return conditionName(x.X)
	case *ssa.FieldAddr:
		return fields.Of(x.X.Type(), x.Field).Name()
	case *ssa.Field:
		return fields.Of(x.X.Type(), x.Field).Name()
	case *ssa.Call:
		if callee := calls.Callee(x.Common()); callee != nil {
			return callee.Name()
		}
	case *ssa.Extract:
		return conditionName(x.Tuple)
	case *ssa.BinOp:
		return strings.TrimSpace(conditionName(x.X) + " " + conditionName(x.Y))
	case *ssa.Parameter, *ssa.FreeVar:
		return x.Name()
	}
	return ""
}
