package settings

import (
	"go/ast"
	"go/types"
	"strings"

	"golang.org/x/tools/go/ssa"

	"github.com/sessionlint/sessionlint/passes/calls"
)

// settle decides a switch that is on for some paths and off for others by the
// conditions that choose the path. If one of them asks for TLS, and the switch
// is on with TLS and off without, it follows the TLS state. If they ask for
// something that the request alone decides, both values stay: some requests
// get the bad one. Otherwise nobody can tell which value a deployment gets.
func (e *engine) settle(vals values) values {
	if !vals.mixed() {
		return vals
	}
	why, asked := "", false
	for _, a := range vals {
		if a.at == nil {
			continue
		}
		for _, c := range controlling(a.at.block) {
			asked = true
			if e.followsTLS(a, c) {
				return values{{Kind: fromTLS, Pos: a.Pos, End: a.End}}
			}
			if !e.fromRequest(c.value, 0) {
				why = e.condText(a.at.block)
			}
		}
	}
	if why == "" && asked {
		return vals
	}
	if why == "" {
		why = "the path that is taken"
	}
	first := vals[0]
	return values{{Kind: unknown, Str: why, Pos: first.Pos, End: first.End}}
}

// mixed reports whether the values are those of a switch that is on here and
// off there.
func (v values) mixed() bool {
	on, off := false, false
	for _, a := range v {
		on = on || a.isOn()
		off = off || a.isOff()
	}
	return on && off
}

func (a Atom) isOn() bool { return a.Kind == fromTLS || a.Kind == boolean && a.Bool }

func (a Atom) isOff() bool { return a.Kind == unset || a.Kind == boolean && !a.Bool }

// followsTLS reports whether a condition makes the value on with TLS, or off
// without.
func (e *engine) followsTLS(a Atom, c condition) bool {
	switch asked := e.eval(c.value); {
	case asked.has(fromTLS):
		return a.isOn() && c.holds || a.isOff() && !c.holds
	case asked.has(fromPlain):
		return a.isOn() && !c.holds || a.isOff() && c.holds
	}
	return false
}

// A condition is what a block depends on.
type condition struct {
	value ssa.Value
	holds bool // the block is where the condition is true
}

// controlling returns the conditions of the branches whose body a block is in.
func controlling(b *ssa.BasicBlock) []condition {
	var conds []condition
	for ; b != nil; b = b.Idom() {
		if !isBody(b) {
			continue
		}
		for _, pred := range b.Preds {
			if cond, ok := lastIf(pred); ok {
				conds = append(conds, condition{cond, pred.Succs[0] == b})
			}
		}
	}
	return conds
}

// isBody reports whether a block begins the body of a branch, as against what
// follows the branch.
func isBody(b *ssa.BasicBlock) bool {
	for _, prefix := range []string{"if.then", "if.else", "switch.body", "cond.", "typeswitch.body"} {
		if strings.HasPrefix(b.Comment, prefix) {
			return true
		}
	}
	return false
}

// condText renders the condition around a block.
func (e *engine) condText(b *ssa.BasicBlock) string {
	for ; b != nil; b = b.Idom() {
		if !isBody(b) {
			continue
		}
		for _, pred := range b.Preds {
			cond, ok := lastIf(pred)
			if !ok {
				continue
			}
			if text := show(e.source.condition(cond.Pos())); text != "" {
				return text
			}
		}
	}
	return "a condition"
}

// condition returns the innermost comparison, call or selector at a position.
func (x *sourceIndex) condition(pos tokenPos) ast.Expr {
	x.build()
	return x.exprs[pos]
}

// fromRequest reports whether a condition depends on the request, and on
// nothing that a deployment decides.
func (e *engine) fromRequest(v ssa.Value, depth int) bool {
	if depth > 8 {
		return false
	}
	switch v := v.(type) {
	case *ssa.BinOp:
		return e.requestOrConst(v.X, depth) && e.requestOrConst(v.Y, depth) && !(isConstValue(v.X) && isConstValue(v.Y))
	case *ssa.UnOp:
		return e.fromRequest(v.X, depth+1)
	case *ssa.FieldAddr:
		return e.fromRequest(v.X, depth+1)
	case *ssa.Extract:
		return e.fromRequest(v.Tuple, depth+1)
	case *ssa.Call:
		for _, arg := range calls.Operands(v.Common()) {
			if e.fromRequest(arg, depth+1) {
				return true
			}
		}
	case *ssa.Parameter:
		return e.isRequest(v.Type())
	}
	return false
}

func (e *engine) requestOrConst(v ssa.Value, depth int) bool {
	return isConstValue(v) || e.fromRequest(v, depth+1)
}

func isConstValue(v ssa.Value) bool {
	_, ok := v.(*ssa.Const)
	return ok
}

func (e *engine) isRequest(t types.Type) bool {
	if p, ok := t.Underlying().(*types.Pointer); ok {
		t = p.Elem()
	}
	n, ok := types.Unalias(t).(*types.Named)
	if !ok || n.Obj().Pkg() == nil {
		return false
	}
	switch n.Obj().Name() {
	case "Request", "Context", "Ctx", "RequestCtx", "RequestContext":
		return n.Obj().Pkg() != e.pass.Pkg && n.Obj().Pkg().Path() != "context"
	}
	return false
}
