package webhandlers

import (
	"go/types"
	"slices"

	"golang.org/x/tools/go/ssa"

	"github.com/sessionlint/sessionlint/passes/calls"
)

// called returns what the function does that a call names, whatever its
// arguments are.
func (e *engine) called(call *ssa.CallCommon) *summary {
	callee := calls.Callee(call)
	if f := e.index.Life(callee); f != nil {
		return e.modelled(call, f)
	}
	if f := e.index.Func(callee); f != nil {
		if s := e.library(call, f); s != nil {
			return s
		}
	}
	if body := calls.Body(e.pkg, call); body != nil {
		return e.of(body)
	}
	if callee == nil || callee.Pkg() == nil {
		return nil
	}
	if s := e.fact(callee); s != nil {
		return s
	}
	if call.IsInvoke() {
		if s := e.implementations(callee); s != nil {
			return s
		}
	}
	if calls.IsStd(callee.Pkg().Path()) || !call.IsInvoke() && e.isRead(callee.Pkg()) {
		return nil
	}
	return e.named(callee)
}

// isRead reports whether another own package was read: what its functions do is in
// their facts, or nothing.
// Only direct imports count: go vet shows no facts of packages further away.
func (e *engine) isRead(pkg *types.Package) bool {
	return slices.Contains(e.pass.Pkg.Imports(), pkg) && isTouched(e.pass, pkg)
}

// named returns what the name of a function without a body says.
func (e *engine) named(fn *types.Func) *summary {
	may := namedEffects(fn)
	if isRemote(fn) || setsOwn(fn) {
		may &^= ChangesPassword | ChangesFactor
	}
	if may == 0 {
		return nil
	}
	return &summary{May: may, Must: may, Paths: single(may), GivesHash: may&Hashes != 0}
}

// fact returns what another own package says of its function.
func (e *engine) fact(fn *types.Func) *summary {
	if fn.Pkg() == e.pass.Pkg {
		return nil
	}
	if s, ok := e.facts[fn]; ok {
		return s
	}
	var s *summary
	fact := new(HandlerFact)
	if e.pass.ImportObjectFact(fn, fact) {
		s = &fact.Summary
	}
	e.facts[fn] = s
	return s
}
