package settings

import (
	"go/constant"
	"go/token"
	"go/types"
	"strings"

	"golang.org/x/tools/go/ssa"
)

// eval returns the possible values of a scalar.
func (e *engine) eval(v ssa.Value) values {
	if e.depth > maxDepth || e.evaluating[v] {
		return unknownValue("a value that depends on itself", 0, 0)
	}
	e.evaluating[v] = true
	e.depth++
	defer func() {
		delete(e.evaluating, v)
		e.depth--
	}()
	switch v := v.(type) {
	case *ssa.Const:
		return values{constAtom(v.Value, v.Pos())}
	case *ssa.Parameter:
		return values{{Kind: parameter, Int: int64(paramIndex(v)), owner: v.Parent()}}
	case *ssa.Convert:
		return e.eval(v.X)
	case *ssa.ChangeType:
		return e.eval(v.X)
	case *ssa.MakeInterface:
		return e.eval(v.X)
	case *ssa.Phi:
		return e.phi(v)
	case *ssa.BinOp:
		return e.binary(v)
	case *ssa.UnOp:
		return e.unary(v)
	case *ssa.Call:
		return e.call(v)
	case *ssa.Extract:
		if call, ok := v.Tuple.(*ssa.Call); ok {
			return e.result(call, v.Index, "", scalar)[0]
		}
	case *ssa.Field:
		return e.lookup(v, scalar, v)[0]
	}
	return unknownValue(e.describe(place{v, ""}), 0, 0)
}

func constAtom(c constant.Value, pos token.Pos) Atom {
	if c == nil {
		return Atom{Kind: unset, Pos: pos}
	}
	switch c.Kind() {
	case constant.Bool:
		return Atom{Kind: boolean, Bool: constant.BoolVal(c), Pos: pos}
	case constant.String:
		return Atom{Kind: text, Str: constant.StringVal(c), Pos: pos}
	case constant.Int, constant.Float:
		if n, ok := constant.Int64Val(constant.ToInt(c)); ok {
			return Atom{Kind: integer, Int: n, Pos: pos}
		}
	}
	return Atom{Kind: unknown, Str: c.String(), Pos: pos}
}

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

func (e *engine) unary(v *ssa.UnOp) values {
	switch v.Op {
	case token.NOT:
		return e.eval(v.X).each(func(a Atom) Atom {
			switch a.Kind {
			case boolean:
				a.Bool = !a.Bool
			case unset:
				a.Kind, a.Bool = boolean, true
			case parameter:
				a.Negated = !a.Negated
			case fromTLS:
				return Atom{Kind: unknown, Str: "the opposite of the TLS state"}
			default:
				a.Str = "!" + a.Str
			}
			return a
		})
	case token.SUB:
		return e.eval(v.X).each(func(a Atom) Atom {
			if a.Kind == integer {
				a.Int = -a.Int
				return a
			}
			return Atom{Kind: unknown, Str: "-" + a.Str}
		})
	case token.MUL:
		if vals := e.flagValue(v.X); vals != nil {
			return vals
		}
		return e.lookup(v, scalar, v)[0]
	}
	return unknownValue(e.describe(place{v, ""}), 0, 0)
}

func (e *engine) binary(v *ssa.BinOp) values {
	if v.Op == token.EQL || v.Op == token.NEQ {
		return e.comparison(v)
	}
	x, y := e.eval(v.X), e.eval(v.Y)
	var out values
	for _, a := range x {
		for _, b := range y {
			out = out.with(arithmetic(v.Op, a, b))
		}
	}
	return out
}

func arithmetic(op token.Token, a, b Atom) Atom {
	a, b = zeroInt(a), zeroInt(b)
	byDefault := a.ByDefault || b.ByDefault
	switch {
	case a.Kind == integer && b.Kind == integer:
		c := Atom{Kind: integer, ByDefault: byDefault}
		switch {
		case op == token.ADD:
			c.Int = a.Int + b.Int
		case op == token.SUB:
			c.Int = a.Int - b.Int
		case op == token.MUL:
			c.Int = a.Int * b.Int
		case op == token.QUO && b.Int != 0:
			c.Int = a.Int / b.Int
		default:
			return Atom{Kind: unknown, Str: "a computed number"}
		}
		return c
	case op == token.ADD && a.Kind == text && b.Kind == text:
		return Atom{Kind: text, Str: a.Str + b.Str, ByDefault: byDefault}
	case op == token.ADD && (a.Kind == text && a.Str != "" || b.Kind == text && b.Str != "" || a.Kind == someText || b.Kind == someText):
		return Atom{Kind: someText, Str: pieces(a) + pieces(b)}
	}
	for _, o := range []Atom{a, b} {
		if o.Kind == unknown || o.Kind == parameter {
			return Atom{Kind: unknown, Str: o.Str}
		}
	}
	return Atom{Kind: unknown, Str: "a computed value"}
}

func zeroInt(a Atom) Atom {
	if a.Kind == lasting {
		a.Kind = integer
	}
	return a
}

func pieces(a Atom) string {
	if a.Kind == text || a.Kind == someText {
		return a.Str
	}
	return "…"
}

// comparison decides constants and recognises questions about TLS: r.TLS !=
// nil, scheme == "https".
func (e *engine) comparison(v *ssa.BinOp) values {
	if isTLSState(v.X.Type()) || isTLSState(v.Y.Type()) {
		if v.Op == token.NEQ {
			return values{{Kind: fromTLS}}
		}
		return unknownValue("the opposite of the TLS state", 0, 0)
	}
	x, y := e.eval(v.X), e.eval(v.Y)
	if len(x) == 1 && len(y) == 1 {
		a, b := x[0], y[0]
		if isConst(a) && isConst(b) && a.Kind == b.Kind {
			equal := a.Bool == b.Bool && a.Int == b.Int && a.Str == b.Str
			return values{{Kind: boolean, Bool: equal == (v.Op == token.EQL), ByDefault: a.ByDefault || b.ByDefault, Variable: a.Variable + b.Variable}}
		}
	}
	for _, vals := range []values{x, y} {
		for _, a := range vals {
			if a.Kind == text && isHTTPS(a.Str) && v.Op == token.EQL {
				return values{{Kind: fromTLS}}
			}
		}
	}
	return unknownValue(e.describe(place{v, ""}), 0, 0)
}

func isConst(a Atom) bool { return a.Kind == boolean || a.Kind == integer || a.Kind == text }

func isHTTPS(s string) bool { return strings.HasPrefix(strings.ToLower(s), "https") }

func isTLSState(t types.Type) bool {
	p, ok := t.Underlying().(*types.Pointer)
	if !ok {
		return false
	}
	n, ok := types.Unalias(p.Elem()).(*types.Named)
	return ok && n.Obj().Name() == "ConnectionState" && n.Obj().Pkg() != nil && n.Obj().Pkg().Path() == "crypto/tls"
}
