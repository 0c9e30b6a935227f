package tokenentropy

import (
	"go/ast"
	"go/constant"
	"go/token"
	"go/types"

	"golang.org/x/tools/go/ast/astutil"
	"golang.org/x/tools/go/types/typeutil"

	"github.com/sessionlint/sessionlint/internal/edit"
	"github.com/sessionlint/sessionlint/internal/evidence"
	"github.com/sessionlint/sessionlint/internal/rule"
)

// enough is what a length is raised to: 256 bits as bytes, and at least 128 in
// letters of 16 kinds.
const enough = 32

// repair offers a greater length where the call that makes the bits, or the
// buffer that it fills, names one. The value is wider then, so columns may have
// to follow.
func repair(pass *rule.Pass, site *evidence.Site, at evidence.Ranger, bits float64) {
	file := edit.FileAt(pass.Files, at.Pos())
	if file == nil {
		return
	}
	path, exact := astutil.PathEnclosingInterval(file, at.Pos(), at.End())
	call, ok := path[0].(*ast.CallExpr)
	if !ok || !exact {
		return
	}
	size := lengthIn(pass.TypesInfo, call)
	if size == nil {
		size = buffer{pass.TypesInfo, around(path)}.length(call)
	}
	literal, n := literalOf(pass, size)
	if literal == nil || n <= 0 || n >= enough || bits/float64(n)*enough < advised {
		return // what cuts the value afterwards would cut the longer one, too
	}
	site.Fix("Use 32 instead", edit.Replace(literal, "32"))
}

// lengthIn returns the only integer among the arguments of a call.
func lengthIn(info *types.Info, call *ast.CallExpr) (size ast.Expr) {
	for _, arg := range call.Args {
		tv := info.Types[arg]
		if tv.Value == nil || tv.Value.Kind() != constant.Int {
			continue
		}
		if size != nil {
			return nil
		}
		size = arg
	}
	return size
}

// around returns the body of the innermost function on a path.
func around(path []ast.Node) *ast.BlockStmt {
	for _, n := range path {
		switch n := n.(type) {
		case *ast.FuncDecl:
			return n.Body
		case *ast.FuncLit:
			return n.Body
		}
	}
	return nil
}

// A buffer is what a generator fills, in a function.
type buffer struct {
	info *types.Info
	body *ast.BlockStmt
}

// length returns the length that the buffer of a call is made with, if all of
// it is used.
func (b buffer) length(call *ast.CallExpr) (size ast.Expr) {
	if b.body == nil {
		return nil
	}
	for _, arg := range call.Args {
		id, ok := ast.Unparen(arg).(*ast.Ident)
		if !ok {
			continue
		}
		if v, ok := b.info.Uses[id].(*types.Var); ok {
			if _, ok := v.Type().Underlying().(*types.Slice); ok && b.isWhole(v) {
				return b.made(v)
			}
		}
	}
	return nil
}

// made returns n of v := make([]byte, n), if nothing else is assigned to v.
func (b buffer) made(v *types.Var) (size ast.Expr) {
	ast.Inspect(b.body, func(n ast.Node) bool {
		assign, ok := n.(*ast.AssignStmt)
		if !ok || len(assign.Lhs) != 1 || len(assign.Rhs) != 1 {
			return true
		}
		id, ok := assign.Lhs[0].(*ast.Ident)
		if !ok || b.info.ObjectOf(id) != v {
			return true
		}
		size = nil
		call, ok := ast.Unparen(assign.Rhs[0]).(*ast.CallExpr)
		if ok && assign.Tok == token.DEFINE && len(call.Args) == 2 && b.info.Types[call.Fun].IsBuiltin() {
			size = call.Args[1]
		}
		return true
	})
	return size
}

// isWhole: no part is cut out of a buffer, and nothing reads a fixed number of
// bytes of it.
func (b buffer) isWhole(v *types.Var) bool {
	whole := true
	of := func(e ast.Expr) bool {
		id, ok := ast.Unparen(e).(*ast.Ident)
		return ok && b.info.Uses[id] == v
	}
	ast.Inspect(b.body, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.SliceExpr:
			whole = whole && !of(n.X)
		case *ast.CallExpr:
			for _, arg := range n.Args {
				callee := typeutil.Callee(b.info, n)
				fixed := callee != nil && callee.Pkg() != nil && callee.Pkg().Path() == "encoding/binary"
				whole = whole && (!of(arg) || !fixed)
			}
		}
		return whole
	})
	return whole
}

// literalOf returns the literal that an integer is written as: itself, or the
// value of a constant of this package that is used nowhere else.
func literalOf(pass *rule.Pass, size ast.Expr) (*ast.BasicLit, int64) {
	switch e := size.(type) {
	case *ast.BasicLit:
		n, _ := constant.Int64Val(pass.TypesInfo.Types[e].Value)
		return e, n
	case *ast.Ident:
		c, ok := pass.TypesInfo.Uses[e].(*types.Const)
		if !ok || c.Pkg() != pass.Pkg || c.Exported() || uses(pass.TypesInfo, c) != 1 {
			return nil, 0
		}
		if lit := valueOf(pass, c); lit != nil {
			n, _ := constant.Int64Val(c.Val())
			return lit, n
		}
	}
	return nil, 0
}

func uses(info *types.Info, obj types.Object) (n int) {
	for _, used := range info.Uses {
		if used == obj {
			n++
		}
	}
	return n
}

// valueOf returns the literal of const name = literal.
func valueOf(pass *rule.Pass, c *types.Const) (lit *ast.BasicLit) {
	file := edit.FileAt(pass.Files, c.Pos())
	if file == nil {
		return nil
	}
	ast.Inspect(file, func(n ast.Node) bool {
		spec, ok := n.(*ast.ValueSpec)
		if !ok {
			return true
		}
		for i, name := range spec.Names {
			if pass.TypesInfo.Defs[name] == c && i < len(spec.Values) {
				lit, _ = spec.Values[i].(*ast.BasicLit)
			}
		}
		return true
	})
	return lit
}
