package bearer

import (
	"go/constant"
	"go/token"

	"golang.org/x/tools/go/ssa"

	"github.com/sessionlint/sessionlint/internal/evidence"
	"github.com/sessionlint/sessionlint/internal/model"
	"github.com/sessionlint/sessionlint/internal/words"
	"github.com/sessionlint/sessionlint/passes/calls"
)

// A Pardon is a place where a token that has expired is accepted all the same.
type Pardon struct {
	At     evidence.Step // the test of the error
	Use    evidence.Step // where the claims are used
	Helper string        // the function that makes a success of the error, "" if it is done in place
}

// pardon looks for a way on which the error of a verification is that the
// token has expired, and on which nothing else is asked before its claims are
// used for a request. Functions that renew or end sessions may do so.
func (e *engine) pardon(call *ssa.Call, w *watcher) *Pardon {
	if hasWord(calls.Outermost(call.Parent()).Name(), "refresh", "renew", "logout", "signout", "logoff", "revoke", "expired") {
		return nil
	}
	if !e.ofRequest(w.p.bearer, call) {
		return nil
	}
	for _, b := range call.Parent().Blocks {
		cond, ok := b.Instrs[len(b.Instrs)-1].(*ssa.If)
		if !ok {
			continue
		}
		helper, expired, ok := w.expiredSide(cond)
		if !ok {
			continue
		}
		if use := w.unasked(expired, map[*ssa.BasicBlock]bool{}); use != nil {
			at := e.instrStep(cond)
			if test, ok := cond.Cond.(*ssa.Call); ok {
				at = e.step(test)
			}
			return &Pardon{At: at, Use: e.instrStep(use), Helper: helper}
		}
	}
	return nil
}

// ofRequest reports whether the token that is verified came with a request.
func (e *engine) ofRequest(b *model.Bearer, call *ssa.Call) bool {
	if tok := arg(b, call, model.ArgToken); tok != nil {
		return e.fromRequest(tok)
	}
	for _, op := range calls.Operands(call.Common()) {
		if namedLike(op.Type(), "Request") {
			return true
		}
	}
	return false
}

// expiredSide returns the side of a condition that a token takes if all that
// is wrong with it is its age.
func (w *watcher) expiredSide(cond *ssa.If) (helper string, side *ssa.BasicBlock, ok bool) {
	call, isCall := cond.Cond.(*ssa.Call)
	if !isCall {
		return "", nil, false
	}
	if w.isExpired(call, w.errs) {
		return "", cond.Block().Succs[0], true
	}
	fn := calls.Body(w.pkg, call.Common())
	if fn == nil {
		return "", nil, false
	}
	for i, op := range calls.Operands(call.Common()) {
		if w.errs[op] && i < len(fn.Params) && w.excuses(fn, fn.Params[i]) {
			return fn.Name(), cond.Block().Succs[0], true
		}
	}
	return "", nil, false
}

// isExpired reports whether a call asks whether an error says that a token has
// expired: errors.Is(err, jwt.ErrTokenExpired).
func (e *engine) isExpired(call *ssa.Call, errs map[ssa.Value]bool) bool {
	ops := calls.Operands(call.Common())
	if !ofErrors(calls.Callee(call.Common()), "Is") || len(ops) != 2 || !errs[ops[0]] {
		return false
	}
	load, ok := ops[1].(*ssa.UnOp)
	if !ok || load.Op != token.MUL {
		return false
	}
	reason, ok := load.X.(*ssa.Global)
	return ok && reason.Pkg != nil && e.model.HasBearers(reason.Pkg.Pkg.Path()) && hasWord(reason.Name(), "expired")
}

// excuses reports whether a function returns true for an error that says that
// a token has expired, having asked nobody else.
func (e *engine) excuses(fn *ssa.Function, err *ssa.Parameter) bool {
	if results := fn.Signature.Results(); results.Len() != 1 || !isBool(results.At(0).Type()) {
		return false
	}
	errs := map[ssa.Value]bool{err: true}
	var test *ssa.If
	for _, b := range fn.Blocks {
		for _, instr := range b.Instrs {
			call, ok := instr.(ssa.CallInstruction)
			if !ok {
				continue
			}
			if v, ok := call.(*ssa.Call); !ok || !e.isExpired(v, errs) {
				return false
			}
		}
		if cond, ok := b.Instrs[len(b.Instrs)-1].(*ssa.If); ok {
			if call, ok := cond.Cond.(*ssa.Call); ok && e.isExpired(call, errs) {
				test = cond
			}
		}
	}
	return test != nil && returnsTrue(test.Block().Succs[0])
}

// returnsTrue reports whether all that a block does is to return true.
func returnsTrue(b *ssa.BasicBlock) bool {
	ret, ok := b.Instrs[len(b.Instrs)-1].(*ssa.Return)
	if !ok {
		return false
	}
	k, ok := ret.Results[0].(*ssa.Const)
	return ok && k.Value != nil && k.Value.Kind() == constant.Bool && constant.BoolVal(k.Value)
}

// unasked returns the first use of the claims behind a block that no call of
// another function of the program, or of another package, decides about.
func (w *watcher) unasked(b *ssa.BasicBlock, seen map[*ssa.BasicBlock]bool) ssa.Instruction {
	if seen[b] || w.spent() {
		return nil
	}
	seen[b] = true
	for _, instr := range b.Instrs {
		if w.uses[instr] {
			if call, ok := instr.(*ssa.Call); ok && records(call) {
				continue
			}
			if _, leaves := instr.(*ssa.Return); leaves {
				return nil // the caller decides
			}
			return instr
		}
		if cond, ok := instr.(*ssa.If); ok && asks(cond.Cond, 0) {
			return nil
		}
	}
	for _, next := range b.Succs {
		if use := w.unasked(next, seen); use != nil {
			return use
		}
	}
	return nil
}

// records reports whether a call only says something to people.
func records(call *ssa.Call) bool {
	callee := calls.Callee(call.Common())
	if callee == nil {
		return false
	}
	for _, w := range words.Split(callee.Name()) {
		switch w {
		case "log", "print", "printf", "println", "debug", "debugf", "info", "infof", "warn", "warnf", "error", "errorf":
			return true
		}
	}
	return false
}

// asks reports whether a condition depends on a call outside the standard
// library.
func asks(v ssa.Value, depth int) bool {
	if depth > 6 {
		return true
	}
	switch v := v.(type) {
	case *ssa.Call:
		callee := calls.Callee(v.Common())
		return callee == nil || callee.Pkg() == nil || !calls.IsStd(callee.Pkg().Path())
	case *ssa.Extract:
		return asks(v.Tuple, depth+1)
	case *ssa.UnOp:
		return asks(v.X, depth+1)
	case *ssa.BinOp:
		return asks(v.X, depth+1) || asks(v.Y, depth+1)
	case *ssa.Phi:
		for _, edge := range v.Edges {
			if asks(edge, depth+1) {
				return true
			}
		}
	}
	return false
}
