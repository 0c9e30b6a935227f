package bearer

import (
	"go/ast"
	"go/constant"
	"go/token"
	"go/types"
	"sync"

	"golang.org/x/tools/go/analysis"
)

// syntax finds the expressions that instructions were made of.
type syntax struct {
	pass  *analysis.Pass
	calls map[token.Pos]*ast.CallExpr
	conds map[token.Pos]ast.Expr
	pairs map[token.Pos]*ast.KeyValueExpr
	sets  map[token.Pos]ast.Expr // what is assigned to what begins here
	lits  map[token.Pos]*ast.CompositeLit
	goals map[*ast.CallExpr][]ast.Expr // what the results of a call are assigned to
	once  sync.Once                    // rules ask side by side
}

func (x *syntax) literal(pos token.Pos) *ast.CompositeLit { x.build(); return x.lits[pos] }

func newSyntax(pass *analysis.Pass) *syntax {
	return &syntax{
		pass: pass, calls: map[token.Pos]*ast.CallExpr{}, conds: map[token.Pos]ast.Expr{},
		pairs: map[token.Pos]*ast.KeyValueExpr{}, sets: map[token.Pos]ast.Expr{}, lits: map[token.Pos]*ast.CompositeLit{},
		goals: map[*ast.CallExpr][]ast.Expr{},
	}
}

func (x *syntax) build() { x.once.Do(x.read) }

func (x *syntax) read() {
	for _, file := range x.pass.Files {
		ast.Inspect(file, func(n ast.Node) bool {
			switch n := n.(type) {
			case *ast.CallExpr:
				x.calls[n.Lparen] = n
			case *ast.CompositeLit:
				x.lits[n.Lbrace] = n
			case *ast.BinaryExpr:
				x.conds[n.OpPos] = n
			case *ast.KeyValueExpr:
				x.pairs[n.Colon] = n
				x.goal(n.Value, n.Key)
			case *ast.AssignStmt:
				if len(n.Rhs) == 1 {
					x.goal(n.Rhs[0], n.Lhs...)
				}
				if len(n.Lhs) == len(n.Rhs) {
					for i, l := range n.Lhs {
						x.sets[l.Pos()] = n.Rhs[i]
						if sel, ok := l.(*ast.SelectorExpr); ok {
							x.sets[sel.Sel.Pos()] = n.Rhs[i]
						}
						if idx, ok := l.(*ast.IndexExpr); ok {
							x.sets[idx.Lbrack] = n.Rhs[i]
						}
					}
				}
			}
			return true
		})
	}
}

func (x *syntax) goal(value ast.Expr, goals ...ast.Expr) {
	if call, ok := ast.Unparen(value).(*ast.CallExpr); ok {
		x.goals[call] = goals
	}
}

func (x *syntax) call(pos token.Pos) *ast.CallExpr { x.build(); return x.calls[pos] }

// stored returns the expression that a store or map update at a position
// writes.
func (x *syntax) stored(pos token.Pos) ast.Expr {
	x.build()
	if kv := x.pairs[pos]; kv != nil {
		return kv.Value
	}
	return x.sets[pos]
}

// declared returns where the constant that an expression names, if it is one
// of this package, gets its value; otherwise the expression.
func (x *syntax) declared(expr ast.Expr) ast.Expr {
	expr = ast.Unparen(expr)
	id, ok := expr.(*ast.Ident)
	if !ok {
		return expr
	}
	obj := x.pass.TypesInfo.Uses[id]
	if c, ok := obj.(*types.Const); !ok || c.Pkg() != x.pass.Pkg || c.Val().Kind() == constant.Unknown {
		if _, ok := obj.(*types.Var); !ok || obj.Parent() != x.pass.Pkg.Scope() {
			return expr
		}
	}
	for _, file := range x.pass.Files {
		if value := declarationIn(file, obj, x.pass.TypesInfo); value != nil {
			return value
		}
	}
	return expr
}

func declarationIn(file *ast.File, obj types.Object, info *types.Info) ast.Expr {
	if obj.Pos() < file.FileStart || obj.Pos() > file.FileEnd {
		return nil
	}
	var found ast.Expr
	ast.Inspect(file, func(n ast.Node) bool {
		spec, ok := n.(*ast.ValueSpec)
		if !ok {
			return found == nil
		}
		for i, name := range spec.Names {
			if info.Defs[name] == obj && i < len(spec.Values) {
				found = spec.Values[i]
			}
		}
		return false
	})
	return found
}
