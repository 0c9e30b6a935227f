package settings

import (
	"go/ast"
	"strings"

	"golang.org/x/tools/go/ssa"
)

// settle decides a switch that is on for some paths and off for others by the
// conditions that choose the path. If one of them asks for TLS, the switch
// follows the TLS state. If they ask for something that the request alone
// decides, both values stay: some requests get the bad one. Otherwise nobody
// can tell which value a deployment gets.
func (e *engine) settle(vals values) values {
	on, off := false, false
	for _, a := range vals {
		on = on || a.Kind == boolean && a.Bool || a.Kind == fromTLS
		off = off || a.Kind == boolean && !a.Bool || a.Kind == unset
	}
	if !on || !off {
		return vals
	}
	why := ""
	for _, a := range vals {
		if a.at == nil {
			continue
		}
		for _, cond := range controlling(a.at.block) {
			asked := e.eval(cond)
			if asked.has(fromTLS) {
				return values{{Kind: fromTLS, Pos: a.Pos, End: a.End}}
			}
			if !e.fromRequest(cond, 0) {
				why = e.condText(a.at.block)
			}
		}
	}
	if why == "" && e.anyCondition(vals) {
		return vals
	}
	if why == "" {
		why = "the path that is taken"
	}
	first := vals[0]
	return values{{Kind: unknown, Str: why, Pos: first.Pos, End: first.End}}
}

func (e *engine) anyCondition(vals values) bool {
	for _, a := range vals {
		if a.at != nil && len(controlling(a.at.block)) > 0 {
			return true
		}
	}
	return false
}

// controlling returns the conditions of the branches whose body a block is in.
func controlling(b *ssa.BasicBlock) []ssa.Value {
	var conds []ssa.Value
	for ; b != nil; b = b.Idom() {
		if !isBody(b) {
			continue
		}
		for _, pred := range b.Preds {
			if cond, ok := lastIf(pred); ok {
				conds = append(conds, cond)
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
		for _, arg := range operands(v.Common()) {
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
