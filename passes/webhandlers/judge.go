package webhandlers

import (
	"go/ast"
	"go/types"
	"slices"
	"strings"

	"golang.org/x/tools/go/ssa"

	"github.com/sessionlint/sessionlint/internal/order"
	"github.com/sessionlint/sessionlint/passes/calls"
)

// A unit is a function that is given a request, with the literals inside it.
type unit struct {
	fn       *ssa.Function
	body     []*ssa.Function
	sum      *summary
	variable string // that holds it, for a literal outside functions
	may      Effect // its own and those of the functions of the package that call it
}

// units returns what is judged.
func (e *engine) units() []*unit {
	var out []*unit
	for _, fn := range e.funcs {
		if !e.takesRequest(fn) || fn.Parent() != nil && e.withinRequest(fn.Parent()) {
			continue
		}
		u := &unit{fn: fn, body: withLiterals(fn), sum: e.of(fn)}
		if fn.Parent() != nil {
			u.variable = e.variableOf(fn)
		}
		u.may = u.sum.May | e.aboveMay(fn, 0, map[*ssa.Function]bool{})
		for _, inner := range u.body[1:] {
			u.may |= e.of(inner).May
		}
		out = append(out, u)
	}
	return out
}

func (e *engine) withinRequest(fn *ssa.Function) bool {
	for ; fn != nil; fn = fn.Parent() {
		if e.takesRequest(fn) {
			return true
		}
	}
	return false
}

func withLiterals(fn *ssa.Function) []*ssa.Function {
	all := []*ssa.Function{fn}
	for _, inner := range fn.AnonFuncs {
		all = append(all, withLiterals(inner)...)
	}
	return all
}

// aboveMay is what the callers of a function, in the package, may do.
func (e *engine) aboveMay(fn *ssa.Function, depth int, seen map[*ssa.Function]bool) Effect {
	if depth > 3 || seen[fn] {
		return 0
	}
	seen[fn] = true
	var may Effect
	for _, caller := range e.callersOf(fn) {
		may |= e.of(caller).May | e.aboveMay(caller, depth+1, seen)
	}
	return may
}

// title are the words of the names that a function goes by: its own, that of
// the function around it, and of its receiver.
func (u *unit) title() name {
	fn := u.fn
	var n name
	for ; fn != nil; fn = fn.Parent() {
		if fn.Parent() == nil && u.variable != "" {
			n = append(n, nameOf(u.variable)...)
		} else if fn.Parent() == nil || fn.Object() != nil {
			n = append(n, nameOf(fn.Name())...)
			if recv := fn.Signature.Recv(); recv != nil {
				n = append(n, nameOf(typeName(recv.Type()))...)
			}
		}
	}
	return n
}

// own are the words of the function's own name.
func (u *unit) own() name {
	fn := calls.Outermost(u.fn)
	if u.variable != "" {
		return nameOf(u.variable)
	}
	return nameOf(fn.Name())
}

// variableOf is the name of the package-level variable that a literal is
// written for.
func (e *engine) variableOf(fn *ssa.Function) string {
	for _, file := range e.pass.Files {
		if fn.Pos() < file.FileStart || file.FileEnd <= fn.Pos() {
			continue
		}
		for _, decl := range file.Decls {
			gen, ok := decl.(*ast.GenDecl)
			if !ok || fn.Pos() < gen.Pos() || gen.End() <= fn.Pos() {
				continue
			}
			for _, spec := range gen.Specs {
				if v, ok := spec.(*ast.ValueSpec); ok && v.Pos() <= fn.Pos() && fn.Pos() < v.End() {
					return v.Names[0].Name
				}
			}
		}
	}
	return ""
}

func (e *engine) judge(h *Handlers) {
	units := e.units()
	inUnit := map[*ssa.Function]bool{}
	for _, u := range units {
		inUnit[u.fn] = true
	}
	for _, u := range units {
		e.logins(h, u, inUnit)
		e.logout(h, u)
		e.change(h, u, inUnit)
	}
	e.logoutsAway(h)
	e.relate(h)
	slices.SortStableFunc(h.logins, func(a, b Login) int { return order.Places(e.pass.Fset, a.Pos(), b.Pos()) })
	slices.SortStableFunc(h.logouts, func(a, b Logout) int { return order.Places(e.pass.Fset, a.Pos(), b.Pos()) })
	slices.SortStableFunc(h.changes, func(a, b Change) int { return order.Places(e.pass.Fset, a.Pos(), b.Pos()) })
}

// relate adds to the logouts that leave a session alive where it began.
func (e *engine) relate(h *Handlers) {
	for i := range h.logouts {
		if l := &h.logouts[i]; l.Ends == CookieOnly || l.Ends == CopyLives {
			l.Steps = append(l.Steps, e.origin(h)...)
		}
	}
}

// find returns the instructions of a unit that may have an effect, those left
// out that call another unit.
func (e *engine) find(u *unit, effect Effect, others map[*ssa.Function]bool) []ssa.Instruction {
	var out []ssa.Instruction
	for _, fn := range u.body {
		for _, b := range fn.Blocks {
			for _, instr := range b.Instrs {
				s := e.instruction(fn, instr)
				if s == nil || s.May&effect == 0 {
					continue
				}
				if call, ok := instr.(ssa.CallInstruction); ok {
					if body := calls.Body(e.pkg, call.Common()); body != nil && others[body] && body != u.fn {
						continue
					}
					if others != nil && e.judgedAway(call) {
						continue
					}
					if e.throughLiteral(call, effect) {
						continue // the literal has it
					}
				}
				out = append(out, instr)
			}
		}
	}
	slices.SortStableFunc(out, func(a, b ssa.Instruction) int { return order.Places(e.pass.Fset, a.Pos(), b.Pos()) })
	return out
}

// judgedAway reports whether a call is one of a function of another own package
// that is given a request, or the message of a remote call: it was judged there.
func (e *engine) judgedAway(call ssa.CallInstruction) bool {
	callee := calls.Callee(call.Common())
	if callee == nil || callee.Pkg() == nil || callee.Pkg() == e.pass.Pkg || !e.isRead(callee.Pkg()) {
		return false
	}
	return isRemoteCall(callee) || slices.ContainsFunc(slices.Collect(callee.Signature().Params().Variables()), func(p *types.Var) bool { return isRequest(p.Type(), 0) })
}

// throughLiteral reports whether a call has an effect only because of a
// function literal that it is given.
func (e *engine) throughLiteral(call ssa.CallInstruction, effect Effect) bool {
	if s := e.called(call.Common()); s != nil && s.May&effect != 0 {
		return false
	}
	for _, arg := range append([]ssa.Value{call.Common().Value}, call.Common().Args...) {
		if made, ok := arg.(*ssa.MakeClosure); ok {
			if inner, ok := made.Fn.(*ssa.Function); ok && e.of(inner).May&effect != 0 {
				return true
			}
		}
	}
	return false
}

func isLogoutName(n name) bool {
	j := n.joined()
	return n.has("logout signout logoff signoff") || strings.Contains(j, "logout") || strings.Contains(j, "signout") || strings.Contains(j, "logoff") || strings.Contains(j, "endsession")
}
