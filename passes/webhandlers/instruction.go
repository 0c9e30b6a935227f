package webhandlers

import (
	"golang.org/x/tools/go/ssa"

	"github.com/sessionlint/sessionlint/internal/model"
	"github.com/sessionlint/sessionlint/passes/calls"
)

// instruction returns what an instruction of a function does, or nil.
func (e *engine) instruction(fn *ssa.Function, instr ssa.Instruction) *summary {
	if s, ok := e.effects[instr]; ok {
		return s
	}
	s := e.instructionOf(fn, instr)
	if s != nil && s.isZero() {
		s = nil
	}
	switch instr.(type) {
	case ssa.CallInstruction, *ssa.MapUpdate, *ssa.Store, *ssa.BinOp:
		e.effects[instr] = s
	}
	return s
}

func (e *engine) instructionOf(fn *ssa.Function, instr ssa.Instruction) *summary {
	switch instr := instr.(type) {
	case ssa.CallInstruction:
		return e.call(fn, instr)
	case *ssa.MapUpdate:
		return plain(e.mapWrite(instr))
	case *ssa.Store:
		return plain(e.fieldWrite(instr))
	case *ssa.BinOp:
		if op := instr.Op.String(); op == "==" || op == "!=" {
			return plain(e.comparison(instr.X, instr.Y))
		}
	}
	return nil
}

// plain is a summary of effects without parameters.
func plain(does Effect) *summary {
	if does == 0 {
		return nil
	}
	return &summary{May: does, Must: does, Paths: single(does)}
}

// call returns what a call does, its arguments included.
func (e *engine) call(fn *ssa.Function, instr ssa.CallInstruction) *summary {
	call := instr.Common()
	if b, ok := call.Value.(*ssa.Builtin); ok {
		if b.Name() == "delete" || b.Name() == "clear" {
			return plain(e.mapDelete(call.Args))
		}
		return nil
	}
	s := &summary{Paths: nothing}
	if callee := e.called(call); callee != nil {
		*s = *callee
		s.GivesHash, s.TellsRenewal, s.GivesUser, s.Puts, s.Saves, s.Hashed = false, false, false, nil, nil, nil
		e.forwarded(s, call, callee)
	}
	if s.May&Renews != 0 && e.tellsRenewal(call) && dropped(instr) {
		s.May |= RenewsUnchecked
		s.Paths = single(s.May &^ Renews)
	}
	for _, arg := range call.Args {
		e.closure(s, arg)
	}
	if made, ok := call.Value.(*ssa.MakeClosure); ok {
		if inner, ok := made.Fn.(*ssa.Function); ok && inner.Parent() == fn {
			body := e.of(inner)
			s.May, s.Must, s.Paths = s.May|body.May, s.Must|body.Must, s.Paths.then(body.Paths)
		}
	}
	if announces(call) {
		s.May |= Announces
	}
	e.byArguments(fn, instr, s)
	if s.Paths == 0 {
		s.Paths = nothing
	}
	return s
}

// forwarded resolves what depends on the arguments.
func (e *engine) forwarded(s *summary, call *ssa.CallCommon, callee *summary) {
	args := calls.Operands(call)
	for _, p := range callee.Puts {
		if p.Param >= len(args) {
			continue
		}
		if param, ok := bare(args[p.Param]).(*ssa.Parameter); ok {
			s.Puts = append(s.Puts, put{paramIndex(param), p.Name, p.Kind})
			continue
		}
		server := p.Kind == PutsIdentity
		does := p.Kind
		switch {
		case p.Name == "":
			does = e.putting(server, args[p.Param], nil)
		case isEmpty(args[p.Param]): // nobody
			does = ending(server)
		}
		if does != Sets {
			s.May, s.Must, s.Paths = s.May|does, s.Must|does, s.Paths.then(single(does))
		}
	}
}

// closure: a function that is handed over may be run.
func (e *engine) closure(s *summary, arg ssa.Value) {
	made, ok := arg.(*ssa.MakeClosure)
	if !ok {
		return
	}
	inner, ok := made.Fn.(*ssa.Function)
	if !ok || inner.Pkg != e.pkg || len(inner.Blocks) == 0 {
		return
	}
	body := e.of(inner)
	s.May |= body.May
	s.Paths = s.Paths.then(body.Paths | nothing)
}

// tellsRenewal reports whether the error of a call says that the session was not
// renewed: that of a library, or of a function that hands it on.
func (e *engine) tellsRenewal(call *ssa.CallCommon) bool {
	if f := e.index.Life(calls.Callee(call)); f != nil {
		return f.Role == model.SessionRenew
	}
	s := e.called(call)
	return s != nil && s.TellsRenewal
}

// handsOnRenewal reports whether a function returns the error of a renewal.
func (e *engine) handsOnRenewal(fn *ssa.Function) bool {
	results := fn.Signature.Results()
	if results.Len() == 0 || !isError(results.At(results.Len()-1).Type()) {
		return false
	}
	hit := func(v ssa.Value) (bool, bool) {
		call, ok := v.(*ssa.Call)
		return ok && e.tellsRenewal(call.Common()), true
	}
	for _, b := range fn.Blocks {
		if ret, ok := b.Instrs[len(b.Instrs)-1].(*ssa.Return); ok && comesFrom(ret.Results[results.Len()-1], true, hit) {
			return true
		}
	}
	return false
}

// dropped reports whether nobody looks at the error that a call returns.
func dropped(instr ssa.CallInstruction) bool {
	call, ok := instr.(*ssa.Call)
	if !ok {
		return true // deferred, or in the background
	}
	results := call.Common().Signature().Results()
	n := results.Len()
	if n == 0 || !isError(results.At(n-1).Type()) {
		return false
	}
	for _, ref := range calls.Uses(call) {
		switch ref := ref.(type) {
		case *ssa.DebugRef:
		case *ssa.Extract:
			if ref.Index == n-1 && len(calls.Uses(ref)) > 0 {
				return false
			}
		default:
			return false
		}
	}
	return true
}
