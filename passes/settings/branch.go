package settings

import (
	"go/constant"

	"golang.org/x/tools/go/ssa"
)

// phi joins what the branches bring; a branch whose condition is constant, or
// settled by the defaults of the configuration, is left out.
func (e *engine) phi(v *ssa.Phi) values {
	if v.Comment == "&&" || v.Comment == "||" {
		return e.shortCircuit(v)
	}
	live := e.livePreds(v.Block())
	var out values
	for i, edge := range v.Edges {
		pred := v.Block().Preds[i]
		if live != nil && !live[pred] {
			continue
		}
		vals := e.branch(state{e.eval(edge)}, pred)[0]
		if live != nil && len(live) < len(v.Edges) {
			vals = vals.each(func(a Atom) Atom { a.ByDefault = true; return a })
		}
		out = out.with(vals...)
	}
	return e.settle(out)
}

// shortCircuit combines the operands of a && b or a || b.
func (e *engine) shortCircuit(v *ssa.Phi) values {
	and := v.Comment == "&&"
	var operands []values
	for i, edge := range v.Edges {
		if c, ok := edge.(*ssa.Const); ok && c.Value != nil && constant.BoolVal(c.Value) != and {
			if cond, ok := lastIf(v.Block().Preds[i]); ok {
				operands = append(operands, e.eval(cond))
				continue
			}
		}
		operands = append(operands, e.eval(edge))
	}
	var out values
	for _, vals := range operands {
		for _, a := range vals {
			switch {
			case a.Kind == boolean && a.Bool != and && len(vals) == 1:
				return values{a} // false && x, true || x
			case a.Kind == boolean && a.Bool == and:
				// true && x, false || x: x decides
			default:
				out = out.with(a)
			}
		}
	}
	switch {
	case len(out) == 0:
		return values{{Kind: boolean, Bool: and}}
	case out.has(fromTLS):
		return values{{Kind: fromTLS}}
	case out.has(fromPlain):
		return values{{Kind: fromPlain, Str: plainOnly}}
	case len(out) == 1:
		return out
	}
	return unknownValue(e.describe(place{v, ""}), 0, 0)
}

func lastIf(b *ssa.BasicBlock) (ssa.Value, bool) {
	if len(b.Instrs) == 0 {
		return nil, false
	}
	branch, ok := b.Instrs[len(b.Instrs)-1].(*ssa.If)
	if !ok {
		return nil, false
	}
	return branch.Cond, true
}

// livePreds walks from the immediate dominator of a block to the block along
// branches whose condition is not settled, and returns the predecessors it
// came through; nil if that is all of them.
func (e *engine) livePreds(b *ssa.BasicBlock) map[*ssa.BasicBlock]bool {
	start := b.Idom()
	if start == nil {
		return nil
	}
	live := map[*ssa.BasicBlock]bool{}
	seen := map[*ssa.BasicBlock]bool{b: true}
	work := []*ssa.BasicBlock{start}
	for steps := 0; len(work) > 0; steps++ {
		if steps > 64 {
			return nil
		}
		at := work[0]
		work = work[1:]
		for _, next := range e.successors(at) {
			if next == b {
				live[at] = true
			}
			if !seen[next] {
				seen[next] = true
				work = append(work, next)
			}
		}
	}
	if len(live) == 0 || len(live) == len(b.Preds) {
		return nil
	}
	return live
}

func (e *engine) successors(b *ssa.BasicBlock) []*ssa.BasicBlock {
	cond, ok := lastIf(b)
	if !ok {
		return b.Succs
	}
	if vals := e.eval(cond); len(vals) == 1 && vals[0].Kind == boolean {
		if vals[0].Bool {
			return b.Succs[:1]
		}
		return b.Succs[1:2]
	}
	return b.Succs
}
