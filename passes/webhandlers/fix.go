package webhandlers

import (
	"fmt"
	"go/ast"
	"go/types"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/ssa"

	"github.com/sessionlint/sessionlint/internal/edit"
	"github.com/sessionlint/sessionlint/internal/model"
)

// renewing returns what renews the session in front of the statement that stores
// the user in it, in the style of the function. There is nothing where the error
// of the renewal can be neither returned nor answered.
func (e *engine) renewing(put ssa.Instruction) []analysis.TextEdit {
	path := edit.Around(e.pass.Files, put.Pos())
	at, stmt := standing(path)
	if stmt == nil {
		return nil
	}
	text := ""
	switch stmt := stmt.(type) {
	case *ast.ExprStmt:
		text = e.renewingCall(path[at:], stmt.X)
	case *ast.AssignStmt:
		text = e.emptiedID(stmt)
	}
	if text == "" {
		return nil
	}
	return []analysis.TextEdit{{Pos: stmt.Pos(), End: stmt.Pos(), NewText: []byte(text + "\n")}}
}

// standing returns the innermost statement of a path, and where it is there, if
// other statements can stand in front of it.
func standing(path []ast.Node) (int, ast.Stmt) {
	for i, n := range path {
		stmt, ok := n.(ast.Stmt)
		if !ok {
			continue
		}
		if i+1 < len(path) {
			switch path[i+1].(type) {
			case *ast.BlockStmt, *ast.CaseClause, *ast.CommClause:
				return i, stmt
			}
		}
		return 0, nil
	}
	return 0, nil
}

// renewingCall is the method of the same library that renews, and what is done
// with its error.
func (e *engine) renewingCall(path []ast.Node, x ast.Expr) string {
	call, ok := x.(*ast.CallExpr)
	if !ok {
		return ""
	}
	sel, ok := call.Fun.(*ast.SelectorExpr)
	if !ok || !isPlain(sel.X) {
		return ""
	}
	put, _ := e.pass.TypesInfo.Uses[sel.Sel].(*types.Func)
	if f := e.index.Life(put); f == nil || f.Role != model.SessionPut {
		return ""
	}
	renew := e.renewerOf(e.pass.TypesInfo.TypeOf(sel.X))
	if renew == nil {
		return ""
	}
	on, arg := edit.Source(e.pass.Fset, sel.X), ""
	if renew.Signature().Params().Len() == 1 {
		if len(call.Args) == 0 || e.pass.TypesInfo.TypeOf(call.Args[0]).String() != "context.Context" || !isPlain(call.Args[0]) {
			return ""
		}
		arg = edit.Source(e.pass.Fset, call.Args[0])
	}
	failed := e.failing(path, sel.X)
	if failed == "" {
		return ""
	}
	return fmt.Sprintf("if err := %s.%s(%s); err != nil {\n%s\n}", on, renew.Name(), arg, failed)
}

// renewerOf returns the method of a type that renews the session, and needs no
// more than a context to do so.
func (e *engine) renewerOf(t types.Type) *types.Func {
	set := types.NewMethodSet(t)
	if _, ok := t.Underlying().(*types.Struct); ok {
		set = types.NewMethodSet(types.NewPointer(t))
	}
	for i := range set.Len() {
		fn, ok := set.At(i).Obj().(*types.Func)
		if !ok {
			continue
		}
		sig := fn.Signature()
		if f := e.index.Life(fn); f == nil || f.Role != model.SessionRenew || sig.Results().Len() != 1 || !isError(sig.Results().At(0).Type()) {
			continue
		}
		if sig.Params().Len() == 0 || sig.Params().Len() == 1 && sig.Params().At(0).Type().String() == "context.Context" {
			return fn
		}
	}
	return nil
}

// failing is what a function does when it cannot go on.
func (e *engine) failing(path []ast.Node, session ast.Expr) string {
	var sig *types.Signature
	for _, n := range path {
		switch n := n.(type) {
		case *ast.FuncLit:
			sig, _ = e.pass.TypesInfo.TypeOf(n).(*types.Signature)
		case *ast.FuncDecl:
			sig, _ = e.pass.TypesInfo.TypeOf(n.Name).(*types.Signature)
		}
		if sig != nil {
			break
		}
	}
	switch {
	case sig == nil:
	case sig.Results().Len() == 1 && isError(sig.Results().At(0).Type()):
		return "return err"
	case sig.Results().Len() == 0:
		if answer := e.answering(sig, path, session); answer != "" {
			return answer + "\nreturn"
		}
	}
	return ""
}

// answering tells the client that something went wrong.
func (e *engine) answering(sig *types.Signature, path []ast.Node, session ast.Expr) string {
	if abort, ok := methodOf(e.pass.TypesInfo.TypeOf(session), "Abort"); ok && abort.Params().Len() == 1 && abort.Params().At(0).Type().String() == "string" {
		return edit.Source(e.pass.Fset, session) + `.Abort("500")`
	}
	file, _ := path[len(path)-1].(*ast.File)
	for v := range sig.Params().Variables() {
		if v.Type().String() != "net/http.ResponseWriter" || v.Name() == "" || v.Name() == "_" || file == nil {
			continue
		}
		if http := edit.NameOf(file, "net/http"); http != "" && http != "_" && http != "." {
			return fmt.Sprintf("%s.Error(%s, \"internal error\", %s.StatusInternalServerError)", http, v.Name(), http)
		}
	}
	return ""
}

func methodOf(t types.Type, name string) (*types.Signature, bool) {
	obj, _, _ := types.LookupFieldOrMethod(t, true, nil, name)
	fn, ok := obj.(*types.Func)
	if !ok {
		return nil, false
	}
	return fn.Signature(), true
}

// emptiedID: a session of gorilla whose ID is empty gets another.
func (e *engine) emptiedID(stmt *ast.AssignStmt) string {
	if len(stmt.Lhs) != 1 {
		return ""
	}
	index, ok := stmt.Lhs[0].(*ast.IndexExpr)
	if !ok {
		return ""
	}
	values, ok := index.X.(*ast.SelectorExpr)
	if !ok || !isPlain(values.X) {
		return ""
	}
	f := e.index.LifeField(e.pass.TypesInfo.TypeOf(values.X), "ID")
	if f == nil || f.Role != model.SessionRenew {
		return ""
	}
	return edit.Source(e.pass.Fset, values.X) + `.ID = ""`
}

// isPlain reports whether an expression can be written twice: it calls nothing but
// the getter of a context.
func isPlain(x ast.Expr) bool {
	switch x := x.(type) {
	case *ast.Ident:
		return true
	case *ast.SelectorExpr:
		return isPlain(x.X)
	case *ast.CallExpr:
		sel, ok := x.Fun.(*ast.SelectorExpr)
		return ok && len(x.Args) == 0 && sel.Sel.Name == "Context" && isPlain(sel.X)
	}
	return false
}
