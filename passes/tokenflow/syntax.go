package tokenflow

import (
	"go/ast"
	"go/constant"
	"go/token"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/ssa"

	"github.com/sessionlint/sessionlint/passes/calls"
)

// A syntax finds the expressions that instructions came from.
type syntax struct {
	pass   *analysis.Pass
	calls  map[token.Pos]*ast.CallExpr
	pairs  map[token.Pos]ast.Expr // value, by the colon of its key
	stores map[token.Pos]ast.Expr // right-hand side, by what is assigned to
	binary map[token.Pos]*ast.BinaryExpr
	index  map[token.Pos]*ast.IndexExpr
	texts  map[string][]ast.Expr // constant texts, by value
	tested map[string]bool       // constant texts that something is compared with
}

func (x *syntax) build() {
	if x.calls != nil {
		return
	}
	x.calls = map[token.Pos]*ast.CallExpr{}
	x.pairs, x.stores = map[token.Pos]ast.Expr{}, map[token.Pos]ast.Expr{}
	x.binary, x.index = map[token.Pos]*ast.BinaryExpr{}, map[token.Pos]*ast.IndexExpr{}
	x.texts, x.tested = map[string][]ast.Expr{}, map[string]bool{}
	for _, file := range x.pass.Files {
		ast.Inspect(file, func(n ast.Node) bool {
			switch n := n.(type) {
			case *ast.CallExpr:
				x.calls[n.Lparen] = n
			case *ast.KeyValueExpr:
				x.pairs[n.Colon] = n.Value
			case *ast.BasicLit:
				if s, ok := x.constant(n); ok {
					x.texts[s] = append(x.texts[s], n)
				}
			case *ast.BinaryExpr:
				x.binary[n.OpPos] = n
				if n.Op == token.EQL || n.Op == token.NEQ {
					x.test(n.X, n.Y)
				}
			case *ast.IndexExpr:
				x.index[n.Lbrack] = n
			case *ast.CaseClause:
				x.test(n.List...)
			case *ast.AssignStmt:
				if len(n.Lhs) == len(n.Rhs) {
					for i, lhs := range n.Lhs {
						pos := lhs.Pos()
						if sel, ok := ast.Unparen(lhs).(*ast.SelectorExpr); ok {
							pos = sel.Sel.Pos()
						}
						x.stores[pos] = n.Rhs[i]
					}
				}
			}
			return true
		})
	}
}

// constant returns the value of a constant text.
func (x *syntax) constant(e ast.Expr) (string, bool) {
	v := x.pass.TypesInfo.Types[e].Value
	if v == nil || v.Kind() != constant.String {
		return "", false
	}
	return constant.StringVal(v), true
}

func (x *syntax) test(list ...ast.Expr) {
	for _, e := range list {
		if s, ok := x.constant(e); ok {
			x.tested[s] = true
		}
	}
}

func (x *syntax) element(pos token.Pos) *ast.IndexExpr {
	x.build()
	return x.index[pos]
}

func (x *syntax) call(pos token.Pos) *ast.CallExpr {
	x.build()
	return x.calls[pos]
}

// literal returns where a constant text is written: in a function if it is
// there, else at the only place in the package, else nil.
func (x *syntax) literal(s string, fn *ssa.Function) ast.Expr {
	x.build()
	list := x.texts[s]
	if around := calls.Outermost(fn).Syntax(); around != nil {
		for _, lit := range list {
			if around.Pos() <= lit.Pos() && lit.End() <= around.End() {
				return lit
			}
		}
	}
	if len(list) == 1 {
		return list[0]
	}
	return nil
}

// isPair reports whether a store belongs to a composite literal.
func (x *syntax) isPair(pos token.Pos) bool {
	x.build()
	return x.pairs[pos] != nil
}

// stored returns the expression that a store writes.
func (x *syntax) stored(pos token.Pos) ast.Expr {
	x.build()
	if v := x.pairs[pos]; v != nil {
		return v
	}
	return x.stores[pos]
}

// arg returns the expression of operand i, receiver first, of a call.
func (x *syntax) arg(call ssa.CallInstruction, i int) ast.Expr {
	common := call.Common()
	if calls.HasReceiver(common) {
		i--
	}
	if c := x.call(common.Pos()); c != nil && i >= 0 && i < len(c.Args) {
		return c.Args[i]
	}
	return nil
}

// argOf returns the expression of an argument value of a call, or the call.
func (x *syntax) argOf(call ssa.CallInstruction, v ssa.Value) ast.Expr {
	common := call.Common()
	for i, operand := range calls.Operands(common) {
		if operand == v {
			if expr := x.arg(call, i); expr != nil {
				return expr
			}
		}
		elems := calls.Elements(operand)
		if len(elems) == 1 && elems[0] == operand {
			continue
		}
		for k, elem := range elems {
			if elem == v {
				if expr := x.arg(call, i+k); expr != nil {
					return expr
				}
			}
		}
	}
	if c := x.call(common.Pos()); c != nil {
		return c
	}
	return nil
}

// show renders what a value was read from, for a message.
func (x *syntax) show(v ssa.Value) string {
	if p := placeOf(v); p.path != "" {
		if p.root.Name() != "" {
			return p.root.Name() + "." + p.path
		}
		return p.path
	}
	return "a value"
}

// Describe names the origin for a message.
func (o Origin) Describe() string {
	named := func(s string) string {
		if o.Text == "" {
			return s
		}
		return s + " " + o.Text
	}
	switch o.Kind {
	case Strong, Weak:
		return o.Text
	case Fixed:
		return "a constant"
	case Env:
		return named("environment variable")
	case Config:
		return named("configuration")
	case Query:
		return named("query parameter")
	case Form, PostForm:
		return named("form value")
	case Path:
		return named("path parameter")
	case Header:
		return named("header")
	case Headers:
		return "every request header"
	case Cookie:
		return named("cookie")
	case Body:
		return "the request body"
	case URL:
		return "the request URL"
	case Request:
		return "the request"
	case Signed:
		return "a signed token"
	case SessionID:
		return "the session ID"
	case ThirdParty:
		return named("provider token")
	}
	if o.Text != "" {
		return o.Text
	}
	return "a value"
}
