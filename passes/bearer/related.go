package bearer

import (
	"cmp"
	"go/constant"
	"go/types"
	"maps"
	"slices"
	"strings"

	"golang.org/x/tools/go/ssa"

	"github.com/sessionlint/sessionlint/internal/model"
	"github.com/sessionlint/sessionlint/passes/calls"
)

// required reports whether a check refuses a token that lacks the claim.
func required(b *model.Bearer, call *ssa.Call) bool {
	v := arg(b, call, model.ArgValue)
	if v == nil || !isBool(v.Type()) {
		return true
	}
	k, ok := v.(*ssa.Const)
	return !ok || k.Value == nil || constant.BoolVal(k.Value)
}

// erred reports whether the error of a check is looked at or handed back.
func (e *engine) erred(call *ssa.Call) bool {
	return len(calls.Uses(call)) > 0
}

// judged reports whether a value takes part in a decision, through what only
// computes.
func (e *engine) judged(v ssa.Value, depth int) bool {
	return e.decides(v, 0) || e.compared(v, 0)
}

// compared follows a value through loads, methods and arithmetic to a
// comparison.
func (e *engine) compared(v ssa.Value, depth int) bool {
	if depth > 6 || v.Referrers() == nil || e.spent() {
		return false
	}
	for _, ref := range calls.Uses(v) {
		switch ref := ref.(type) {
		case *ssa.BinOp, *ssa.If:
			return true
		case *ssa.UnOp, *ssa.FieldAddr, *ssa.Field, *ssa.Extract, *ssa.TypeAssert, *ssa.Convert, *ssa.ChangeType, *ssa.MakeInterface, *ssa.Phi:
			if e.compared(ref.(ssa.Value), depth+1) {
				return true
			}
		case *ssa.Call:
			if !prints(ref.Common()) && isBoolish(ref.Type()) {
				return true
			}
			if e.compared(ref, depth+1) {
				return true
			}
		}
	}
	return false
}

func isBoolish(t types.Type) bool {
	if tuple, ok := t.(*types.Tuple); ok && tuple.Len() > 0 {
		t = tuple.At(tuple.Len() - 1).Type()
	}
	return isBool(t)
}

// checked reports whether something tests a claim of what a verification
// fills in: the function itself, one that it calls or that calls it, or, where
// that cannot be told, any function of the package.
func (e *engine) checked(p *Parse, claim string) bool {
	return p.Claims != "" && e.related(calls.Outermost(p.call.Parent()), e.tested()[p.Claims+" "+claim])
}

func (e *engine) related(fn *ssa.Function, testers map[*ssa.Function]bool) bool {
	if len(testers) == 0 {
		return false
	}
	if isExported(fn) || e.mentions[fn] || fn.Signature.Recv() != nil || testers[fn] {
		return true
	}
	inOrder := slices.SortedFunc(maps.Keys(testers), func(a, b *ssa.Function) int { return cmp.Compare(a.Pos(), b.Pos()) }) // the budget may run out
	for _, tester := range inOrder {
		if e.calls(tester, fn, 0) || e.calls(fn, tester, 0) {
			return true
		}
	}
	return false
}

// calls reports whether a function calls another one, directly or not.
func (e *engine) calls(from, to *ssa.Function, depth int) bool {
	if depth > 3 || e.spent() {
		return true // not known
	}
	for _, call := range e.callers[to] {
		caller := calls.Outermost(call.Parent())
		if caller == from || caller != to && e.calls(from, caller, depth+1) {
			return true
		}
	}
	return false
}

// testsType reports whether something tells tokens of one purpose from others:
// their type, scope or audience.
func (e *engine) testsType(p *Parse) bool {
	if p.demands["aud"] == Required || p.demands["typ"] == Required || p.demands["sub"] == Required {
		return true
	}
	for key, in := range e.tested() {
		typ, claim, _ := strings.Cut(key, " ")
		if typ == p.Claims && isTypeClaim(claim) && e.related(calls.Outermost(p.call.Parent()), in) {
			return true
		}
	}
	return false
}

// isTypeClaim reports whether a claim says what a token is for.
func isTypeClaim(claim string) bool {
	switch strings.ToLower(claim) {
	case "typ", "type", "token_type", "tokentype", "scope", "scp", "purpose", "use", "kind", "token_use", "usage", "aud", "action", "intent":
		return true
	}
	return false
}
