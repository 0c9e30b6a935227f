package settings

import (
	"go/ast"
	"go/token"
	"go/types"
	"sync"

	"golang.org/x/tools/go/analysis"
)

// A sourceIndex finds the syntax that an SSA instruction came from.
type sourceIndex struct {
	pass    *analysis.Pass
	once    sync.Once                       // rules ask side by side
	lits    map[token.Pos]*ast.CompositeLit // by opening brace
	pairs   map[token.Pos]*ast.KeyValueExpr // by colon
	owner   map[token.Pos]*ast.CompositeLit // literal around a colon
	calls   map[token.Pos]*ast.CallExpr     // by opening parenthesis
	assigns map[token.Pos]*ast.AssignStmt   // by the value that is assigned
	stores  map[token.Pos]ast.Expr          // right-hand side, by the assigned selector or identifier
	decls   map[token.Pos]*ast.CompositeLit // literal, by the variable it initialises
	exprs   map[token.Pos]ast.Expr          // conditions, by the position SSA gives them
}

type tokenPos = token.Pos

func (x *sourceIndex) build() {
	x.once.Do(func() {
		x.lits = map[token.Pos]*ast.CompositeLit{}
		x.pairs = map[token.Pos]*ast.KeyValueExpr{}
		x.owner = map[token.Pos]*ast.CompositeLit{}
		x.calls = map[token.Pos]*ast.CallExpr{}
		x.assigns = map[token.Pos]*ast.AssignStmt{}
		x.stores = map[token.Pos]ast.Expr{}
		x.decls = map[token.Pos]*ast.CompositeLit{}
		x.exprs = map[token.Pos]ast.Expr{}
		for _, file := range x.pass.Files {
			ast.Inspect(file, x.visit)
		}
	})
}

func (x *sourceIndex) visit(n ast.Node) bool {
	switch n := n.(type) {
	case *ast.CompositeLit:
		x.lits[n.Lbrace] = n
		for _, e := range n.Elts {
			if kv, ok := e.(*ast.KeyValueExpr); ok {
				x.pairs[kv.Colon] = kv
				x.owner[kv.Colon] = n
			}
		}
	case *ast.CallExpr:
		x.calls[n.Lparen] = n
		x.exprs[n.Lparen] = n
	case *ast.BinaryExpr:
		x.exprs[n.OpPos] = n
	case *ast.UnaryExpr:
		x.exprs[n.OpPos] = n
	case *ast.IndexExpr:
		x.exprs[n.Lbrack] = n
	case *ast.SelectorExpr:
		x.exprs[n.Sel.Pos()] = n
	case *ast.Ident:
		if x.exprs[n.Pos()] == nil {
			x.exprs[n.Pos()] = n
		}
	case *ast.AssignStmt:
		if len(n.Rhs) == 1 {
			x.assigns[n.Rhs[0].Pos()] = n
		}
		if len(n.Lhs) == len(n.Rhs) {
			for i, lhs := range n.Lhs {
				x.stores[assigned(lhs)] = n.Rhs[i]
				x.declare(assigned(lhs), n.Rhs[i])
			}
		}
	case *ast.ValueSpec:
		if len(n.Names) == len(n.Values) {
			for i, name := range n.Names {
				x.stores[name.Pos()] = n.Values[i]
				x.declare(name.Pos(), n.Values[i])
			}
		}
	}
	return true
}

func (x *sourceIndex) declare(name token.Pos, value ast.Expr) {
	value = ast.Unparen(value)
	if u, ok := value.(*ast.UnaryExpr); ok && u.Op == token.AND {
		value = ast.Unparen(u.X)
	}
	if lit, ok := value.(*ast.CompositeLit); ok {
		x.decls[name] = lit
	}
}

func assigned(lhs ast.Expr) token.Pos {
	if sel, ok := ast.Unparen(lhs).(*ast.SelectorExpr); ok {
		return sel.Sel.Pos()
	}
	return lhs.Pos()
}

// stored returns the expression whose value a store at pos writes.
func (x *sourceIndex) stored(pos token.Pos) ast.Expr {
	x.build()
	if kv := x.pairs[pos]; kv != nil {
		return kv.Value
	}
	return x.stores[pos]
}

func (x *sourceIndex) call(pos token.Pos) *ast.CallExpr {
	x.build()
	return x.calls[pos]
}

// arg returns the expression of parameter i (without receiver) of a call.
func (x *sourceIndex) arg(call token.Pos, i int) ast.Expr {
	if c := x.call(call); c != nil && i >= 0 && i < len(c.Args) {
		return c.Args[i]
	}
	return nil
}

// literal returns the composite literal whose brace, or whose variable, is at pos.
func (x *sourceIndex) literal(pos token.Pos) *ast.CompositeLit {
	x.build()
	if lit := x.lits[pos]; lit != nil {
		return lit
	}
	return x.decls[pos]
}

// show renders an expression for a message, shortened.
func show(e ast.Expr) string {
	if e == nil {
		return ""
	}
	s := types.ExprString(e)
	if len(s) > 60 {
		s = s[:57] + "..."
	}
	return s
}

// assignment returns the statement that assigns the expression at a position.
func (x *sourceIndex) assignment(pos token.Pos) *ast.AssignStmt {
	x.build()
	return x.assigns[pos]
}
