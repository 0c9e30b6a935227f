package accounts

import (
	"go/types"
	"strings"

	"golang.org/x/tools/go/ssa"

	"github.com/sessionlint/sessionlint/internal/evidence"
	"github.com/sessionlint/sessionlint/internal/model"
	"github.com/sessionlint/sessionlint/passes/calls"
	"github.com/sessionlint/sessionlint/passes/routes"
)

// guards returns what the guards of the package notice.
func (e *engine) guards() (Notice, evidence.Step) {
	notice, step := Unseen, evidence.Step{}
	for _, h := range e.routes.Handlers() {
		if !h.Middleware || e.routes.Summary(h.Fn).May&routes.Rejects == 0 {
			continue
		}
		verifies, loads := e.verifies(h.Fn, 3)
		switch {
		case loads:
			return Notices, evidence.Step{}
		case verifies != nil && notice == Unseen:
			notice = Blind
			if n := e.node(verifies); n != nil {
				step = evidence.Step{Start: n.Pos(), Stop: n.End()}
			}
		case verifies == nil:
			return Notices, evidence.Step{} // a guard of another kind
		}
	}
	return notice, step
}

// verifies returns the call by which a guard verifies a token, and whether it
// may load the account: anything that is not in sight may.
func (e *engine) verifies(fn *ssa.Function, depth int) (at *ssa.Call, loads bool) {
	for _, b := range fn.Blocks {
		for _, instr := range b.Instrs {
			call, ok := instr.(*ssa.Call)
			if !ok {
				continue
			}
			callee := calls.Callee(call.Common())
			if callee == nil {
				continue
			}
			f := e.index.Func(callee)
			switch body := calls.Body(e.pkg, call.Common()); {
			case f != nil && f.Role == model.TokenVerify:
				at = call
			case f != nil && (f.Role == model.DBRead || f.Role == model.DBWrite):
				return at, true
			case body != nil && depth > 0:
				inner, more := e.verifies(body, depth-1)
				if inner != nil {
					at = inner
				}
				if more {
					return at, true
				}
			case f == nil && e.index.Life(callee) == nil && e.own(callee.Pkg()):
				return at, true
			}
		}
	}
	return at, false
}

// own reports whether a package belongs to the module, or a call goes through
// an interface that does.
func (e *engine) own(pkg *types.Package) bool {
	return pkg != nil && e.pass.Module != nil && strings.HasPrefix(pkg.Path()+"/", e.pass.Module.Path+"/")
}
