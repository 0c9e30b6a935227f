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
	if e.depth > maxDepth || e.evaluating[v] || !e.work(1) {
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
		if name := structName(v.X.Type()); name != "" {
			return values{{Kind: object, Str: name}}
		}
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

// structName returns the symbol of a struct type, or of what a pointer to one
// points to; "" for other types.
func structName(t types.Type) string {
	if p, ok := t.Underlying().(*types.Pointer); ok {
		t = p.Elem()
	}
	named, ok := types.Unalias(t).(*types.Named)
	if !ok || named.Obj().Pkg() == nil {
		return ""
	}
	if _, ok := named.Underlying().(*types.Struct); !ok {
		return ""
	}
	return named.Obj().Pkg().Path() + "." + named.Obj().Name()
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

func (e *engine) unary(v *ssa.UnOp) values {
	switch v.Op {
	case token.NOT:
		return e.eval(v.X).each(Atom.not)
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
	if text := show(e.source.condition(v.Pos())); text != "" {
		out = out.each(func(a Atom) Atom {
			if a.Kind == unknown && strings.HasPrefix(a.Str, "a computed") {
				a.Str = text
			}
			return a
		})
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
		if o.open() && o.Str != "" {
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
