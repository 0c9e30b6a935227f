package routes

import (
	"go/ast"
	"go/types"

	"golang.org/x/tools/go/analysis"
)

// Fix ends the request at the rejection: by a return behind it, by a call that
// stops the chain, or by both. There is none if that needs a choice.
func (r *Rejection) Fix() []analysis.TextEdit {
	var edits []analysis.TextEdit
	if r.mustStop {
		if edits = r.abort(); edits == nil {
			return nil
		}
	}
	if r.After == ChainRuns {
		return edits
	}
	if back := r.back(); back != nil {
		return append(edits, back...)
	}
	return nil
}

// back adds the return that is missing behind the rejection, if it is the last
// statement of its block and the function returns nothing, or exactly what the
// call returns.
func (r *Rejection) back() []analysis.TextEdit {
	if len(r.path) < 3 || !endsBlock(r.path[1], r.path[2]) {
		return nil
	}
	stmt, ok := r.path[1].(*ast.ExprStmt)
	if !ok {
		return nil
	}
	wants, has := r.call.Parent().Signature.Results(), r.call.Common().Signature().Results()
	switch {
	case wants.Len() == 0:
		return []analysis.TextEdit{{Pos: stmt.End(), End: stmt.End(), NewText: []byte("\nreturn")}}
	case wants.Len() == 1 && has.Len() == 1 && types.Identical(wants.At(0).Type(), has.At(0).Type()):
		return []analysis.TextEdit{{Pos: stmt.Pos(), End: stmt.Pos(), NewText: []byte("return ")}}
	}
	return nil
}

// endsBlock: what stands behind the statement may be part of the rejection.
func endsBlock(stmt, block ast.Node) bool {
	var list []ast.Stmt
	switch block := block.(type) {
	case *ast.BlockStmt:
		list = block.List
	case *ast.CaseClause:
		list = block.Body
	}
	return len(list) > 0 && list[len(list)-1] == stmt
}

// abort replaces the method by the one that also stops the chain: c.JSON
// becomes c.AbortWithStatusJSON.
func (r *Rejection) abort() []analysis.TextEdit {
	sel, ok := r.Node.(*ast.CallExpr).Fun.(*ast.SelectorExpr)
	if !ok {
		return nil
	}
	name := ""
	switch sel.Sel.Name {
	case "JSON", "IndentedJSON":
		name = "AbortWithStatusJSON"
	case "Status":
		name = "AbortWithStatus"
	default:
		return nil
	}
	obj, _, _ := types.LookupFieldOrMethod(r.engine.pass.TypesInfo.TypeOf(sel.X), true, r.engine.pass.Pkg, name)
	if method, ok := obj.(*types.Func); !ok || r.engine.index.Life(method) == nil {
		return nil
	}
	return []analysis.TextEdit{{Pos: sel.Sel.Pos(), End: sel.Sel.End(), NewText: []byte(name)}}
}
