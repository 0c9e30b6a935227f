package settings

import (
	"go/ast"
	"go/constant"
	"go/token"
	"go/types"
	"slices"
	"time"

	"golang.org/x/tools/go/analysis"

	"github.com/sessionlint/sessionlint/internal/edit"
	"github.com/sessionlint/sessionlint/internal/evidence"
	"github.com/sessionlint/sessionlint/internal/model"
	"github.com/sessionlint/sessionlint/internal/model/lib"
	"github.com/sessionlint/sessionlint/internal/words"
)

// Remembered returns the condition on the wish to be remembered under which a
// place of the source is reached, or an invalid step.
func Remembered(files []*ast.File, pos token.Pos) evidence.Step {
	for _, n := range edit.Around(files, pos) {
		switch n := n.(type) {
		case *ast.FuncDecl, *ast.FuncLit:
			return evidence.Step{}
		case *ast.IfStmt:
			if n.Body.Pos() <= pos && pos < n.Body.End() && asksToRemember(n.Cond) {
				return evidence.Step{Start: n.Cond.Pos(), Stop: n.Cond.End()}
			}
		}
	}
	return evidence.Step{}
}

// asksToRemember reports whether a condition says, without a negation, that
// somebody wants to be remembered.
func asksToRemember(cond ast.Expr) bool {
	says := false
	ast.Inspect(cond, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.UnaryExpr:
			return n.Op != token.NOT
		case *ast.BinaryExpr:
			return n.Op != token.LOR
		case *ast.Ident:
			says = says || wish(n.Name)
		case *ast.BasicLit:
			says = says || n.Kind == token.STRING && wish(n.Value)
		}
		return true
	})
	return says
}

func wish(name string) bool {
	list := words.Split(name)
	has := func(any ...string) bool {
		return slices.ContainsFunc(list, func(w string) bool { return slices.Contains(any, w) })
	}
	return has("remember", "rememberme", "remembered") || has("keep", "stay") && has("logged", "login", "signed", "signin", "in", "me") || has("longlived")
}

// A Wish is a constant that holds if somebody wants to be remembered.
type Wish struct {
	evidence.Step
	Under    evidence.Step // the condition
	Function string
	D        time.Duration // of a duration, or of the age of a session in seconds
	Age      bool          // it is the age of a session
}

// Wishes returns the lifetimes that are assigned under a condition on the wish
// to be remembered, in source order.
func Wishes(pass *analysis.Pass) []Wish {
	var all []Wish
	for _, file := range pass.Files {
		for _, decl := range file.Decls {
			fn, ok := decl.(*ast.FuncDecl)
			if !ok {
				continue
			}
			ast.Inspect(fn, func(n ast.Node) bool {
				if a, ok := n.(*ast.AssignStmt); ok && len(a.Lhs) == 1 && len(a.Rhs) == 1 && a.Tok == token.ASSIGN {
					if w, ok := wishIn(pass, a); ok {
						w.Function, w.Under = fn.Name.Name, Remembered([]*ast.File{file}, a.Pos())
						if w.Under.Start.IsValid() {
							all = append(all, w)
						}
					}
				}
				return true
			})
		}
	}
	return all
}

// wishIn reads an assignment of a constant lifetime.
func wishIn(pass *analysis.Pass, a *ast.AssignStmt) (Wish, bool) {
	w := Wish{Step: evidence.Step{Start: a.Pos(), Stop: a.End()}}
	n, exact := int64(0), false
	if value := pass.TypesInfo.Types[a.Rhs[0]].Value; value != nil && value.Kind() == constant.Int {
		n, exact = constant.Int64Val(value)
	}
	t := pass.TypesInfo.TypeOf(a.Lhs[0])
	if !exact || n <= 0 || t == nil {
		return w, false
	}
	if types.TypeString(t, nil) == "time.Duration" {
		w.D = time.Duration(n)
		return w, true
	}
	if field, ok := ast.Unparen(a.Lhs[0]).(*ast.SelectorExpr); ok && n < 1<<33 {
		f := lib.Shared().LifeField(pass.TypesInfo.TypeOf(field.X), field.Sel.Name)
		w.D, w.Age = time.Duration(n)*time.Second, f != nil && f.Role == model.SessionDestroy
	}
	return w, w.Age
}
