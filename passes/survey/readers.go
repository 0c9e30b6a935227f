package survey

import (
	"fmt"
	"go/ast"
	"go/token"
	"go/types"
	"slices"

	"golang.org/x/tools/go/types/typeutil"

	"github.com/sessionlint/sessionlint/internal/model"
	"github.com/sessionlint/sessionlint/internal/model/lib"
	"github.com/sessionlint/sessionlint/internal/words"
	"github.com/sessionlint/sessionlint/passes/plainclaims"
)

// A ReaderFact says that a function reads the cookie that one of its
// parameters names: a method of the program's own kind of request, a helper.
type ReaderFact struct{ Param int }

// AFact marks a fact.
func (*ReaderFact) AFact() {}

func (f *ReaderFact) String() string { return fmt.Sprintf("reads(%d)", f.Param) }

// findReaders finds the functions that read the cookie that a parameter names,
// themselves or by what they call.
func (v *surveyor) findReaders() {
	v.readers = map[*types.Func]int{}
	for range maxCalls {
		known := len(v.readers)
		for _, file := range v.pass.Files {
			for _, decl := range file.Decls {
				if fn, ok := decl.(*ast.FuncDecl); ok && fn.Body != nil {
					v.findReader(fn)
				}
			}
		}
		if len(v.readers) == known {
			break
		}
	}
	for fn, param := range v.readers {
		v.pass.ExportObjectFact(fn, &ReaderFact{param})
	}
}

// findBelieved finds the cookies that say who somebody is, verified or not.
func (v *surveyor) findBelieved() {
	v.believed = map[string]bool{}
	for _, c := range plainclaims.Of(v.pass).All() {
		if !c.Header && (c.Outcome == plainclaims.Verified || c.Outcome == plainclaims.Decides) && !guardsRequest(c.Name) {
			v.believed[c.Name] = true
		}
	}
}

// guardsRequest reports whether a cookie, by its name, guards a request and says
// nothing of who sends it.
func guardsRequest(name string) bool {
	return slices.ContainsFunc(words.Split(name), func(w string) bool {
		return slices.Contains([]string{"state", "oauthstate", "nonce", "csrf", "xsrf", "pkce", "verifier"}, w)
	})
}

func (v *surveyor) findReader(decl *ast.FuncDecl) {
	fn, ok := v.pass.TypesInfo.Defs[decl.Name].(*types.Func)
	if _, known := v.readers[fn]; !ok || known {
		return
	}
	lists := v.listsCookies(decl)
	ast.Inspect(decl.Body, func(n ast.Node) bool {
		if name := v.nameRead(n, lists); name != nil {
			if i := v.param(fn, name); i >= 0 && !v.assigned(decl.Body, name) {
				v.readers[fn] = i
			}
		}
		return true
	})
}

// nameRead returns the name of the cookie that an expression reads, or looks
// for among all cookies of a request; nil if it does neither.
func (v *surveyor) nameRead(n ast.Node, lists bool) ast.Expr {
	switch n := n.(type) {
	case *ast.CallExpr:
		callee, ok := typeutil.Callee(v.pass.TypesInfo, n).(*types.Func)
		if !ok {
			return nil
		}
		if i := v.reader(callee); i >= 0 && i < len(n.Args) {
			return n.Args[i]
		}
	case *ast.BinaryExpr:
		switch {
		case !lists || n.Op != token.EQL && n.Op != token.NEQ:
		case v.isCookieName(n.X):
			return n.Y
		case v.isCookieName(n.Y):
			return n.X
		}
	}
	return nil
}

// listsCookies reports whether a function takes all cookies of a request in
// hand.
func (v *surveyor) listsCookies(decl *ast.FuncDecl) (lists bool) {
	ast.Inspect(decl.Body, func(n ast.Node) bool {
		if call, ok := n.(*ast.CallExpr); ok {
			if callee, ok := typeutil.Callee(v.pass.TypesInfo, call).(*types.Func); ok {
				f := lib.Shared().Func(callee)
				lists = lists || f != nil && f.Role == model.RequestCookie && len(f.Args) == 0
			}
		}
		return !lists
	})
	return lists
}

// reader returns which argument of a function names the cookie that it reads,
// -1 if it reads none.
func (v *surveyor) reader(fn *types.Func) int {
	if f := lib.Shared().Func(fn); f != nil {
		if f.Role == model.RequestCookie {
			for _, arg := range f.Args {
				if arg.Slot == model.ArgName {
					return arg.Index
				}
			}
		}
		return -1
	}
	fn = fn.Origin()
	if i, ok := v.readers[fn]; ok {
		return i
	}
	fact := new(ReaderFact)
	if fn.Pkg() != nil && fn.Pkg() != v.pass.Pkg && v.pass.ImportObjectFact(fn, fact) {
		return fact.Param
	}
	return -1
}

// isCookieName reports whether an expression is the name of a cookie at hand.
func (v *surveyor) isCookieName(e ast.Expr) bool {
	sel, ok := ast.Unparen(e).(*ast.SelectorExpr)
	if !ok || sel.Sel.Name != "Name" {
		return false
	}
	field := v.pass.TypesInfo.Uses[sel.Sel]
	return field != nil && field.Pkg() != nil && field.Pkg().Path() == "net/http" && types.TypeString(deref(v.pass.TypesInfo.TypeOf(sel.X)), nil) == "net/http.Cookie"
}

func deref(t types.Type) types.Type {
	if p, ok := types.Unalias(t).(*types.Pointer); ok {
		return p.Elem()
	}
	return t
}

// param returns which parameter of a function an expression is, -1 if none.
func (v *surveyor) param(fn *types.Func, e ast.Expr) int {
	ident, ok := ast.Unparen(e).(*ast.Ident)
	if !ok {
		return -1
	}
	params := fn.Signature().Params()
	for i := range params.Len() {
		if v.pass.TypesInfo.Uses[ident] == params.At(i) {
			return i
		}
	}
	return -1
}

// assigned reports whether a function gives one of its parameters another
// value.
func (v *surveyor) assigned(body *ast.BlockStmt, e ast.Expr) (is bool) {
	obj := v.pass.TypesInfo.Uses[ast.Unparen(e).(*ast.Ident)]
	ast.Inspect(body, func(n ast.Node) bool {
		if assign, ok := n.(*ast.AssignStmt); ok {
			for _, left := range assign.Lhs {
				if ident, ok := left.(*ast.Ident); ok && v.pass.TypesInfo.Uses[ident] == obj {
					is = true
				}
			}
		}
		return true
	})
	return is
}
