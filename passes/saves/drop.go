package saves

import (
	"go/ast"
	"slices"
	"strings"

	"golang.org/x/tools/go/ssa"

	"github.com/sessionlint/sessionlint/internal/edit"
	"github.com/sessionlint/sessionlint/internal/model"
	"github.com/sessionlint/sessionlint/passes/calls"
	"github.com/sessionlint/sessionlint/passes/routes"
)

// dropsOf returns the saves and ends of sessions whose result is an error.
func (e *engine) dropsOf() []Drop {
	var all []Drop
	for _, fn := range e.funcs {
		each(fn, func(call ssa.CallInstruction) {
			f := e.life(call)
			if f == nil || f.Role != model.SessionSave && f.Role != model.SessionDestroy || !returnsError(call) {
				return
			}
			node := e.node(call)
			if node == nil {
				return
			}
			all = append(all, Drop{
				Node: node, What: e.name(call), Destroys: f.Role == model.SessionDestroy, Function: calls.Outermost(fn).Name(),
				Critical: e.critical(fn, f, call), Dropped: dropped(call), Aside: e.aside(call),
			})
		})
	}
	slices.SortStableFunc(all, func(a, b Drop) int { return int(a.Pos() - b.Pos()) })
	return all
}

func returnsError(call ssa.CallInstruction) bool {
	results := call.Common().Signature().Results()
	return results.Len() == 1 && results.At(0).Type().String() == "error"
}

// dropped reports whether nobody looks at the result of a call.
func dropped(call ssa.CallInstruction) bool {
	v, ok := call.(*ssa.Call)
	if !ok {
		return true // deferred
	}
	for _, ref := range calls.Uses(v) {
		if _, debug := ref.(*ssa.DebugRef); !debug {
			return false
		}
	}
	return true
}

// aside reports whether the result of a call is assigned to the blank identifier:
// whoever writes that knows that there is an error.
func (e *engine) aside(call ssa.CallInstruction) bool {
	for _, n := range edit.Around(e.pass.Files, call.Pos()) {
		switch n := n.(type) {
		case *ast.AssignStmt:
			blank, ok := n.Lhs[0].(*ast.Ident)
			return ok && blank.Name == "_" && len(n.Lhs) == 1
		case ast.Stmt:
			return false
		}
	}
	return false
}

// critical says what depends on a save, or returns "": an identity that is
// stored, or a session that ends, in front of it.
func (e *engine) critical(fn *ssa.Function, f *model.Func, save ssa.CallInstruction) string {
	if e.routes.Summary(fn).May&routes.Next != 0 {
		return "" // a guard that tidies up a session that holds nobody
	}
	if f.Role == model.SessionDestroy {
		return "ends the session"
	}
	why := ""
	for _, c := range e.changesIn(fn) {
		switch {
		case !precedes(c.at, save):
		case c.ends && !strings.HasPrefix(c.what, "removal"):
			return "ends the session"
		case IsIdentity(keyOf(c.what)):
			if strings.HasPrefix(c.what, "removal") {
				return "ends the session"
			}
			why = "stores who is logged in"
		}
	}
	return why
}

// keyOf returns the key in the description of a change.
func keyOf(what string) string {
	_, key, _ := strings.Cut(what, `"`)
	return strings.TrimSuffix(key, `"`)
}

// precedes reports whether a path leads from a change to a save. What is
// deferred comes last.
func precedes(change, save ssa.Instruction) bool {
	if _, ok := save.(*ssa.Defer); ok {
		return true
	}
	from, to := change.Block(), save.Block()
	if from == to && slices.Index(from.Instrs, change) < slices.Index(to.Instrs, save) {
		return true
	}
	seen := map[*ssa.BasicBlock]bool{}
	var reach func(b *ssa.BasicBlock) bool
	reach = func(b *ssa.BasicBlock) bool {
		for _, s := range b.Succs {
			if s == to {
				return true
			}
			if !seen[s] {
				seen[s] = true
				if reach(s) {
					return true
				}
			}
		}
		return false
	}
	return reach(from)
}
