package tokenrand

import (
	"go/ast"
	"go/types"
	"go/version"
	"slices"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/types/typeutil"

	"github.com/sessionlint/sessionlint/internal/edit"
	"github.com/sessionlint/sessionlint/internal/evidence"
	"github.com/sessionlint/sessionlint/internal/rule"
	"github.com/sessionlint/sessionlint/passes/tokenflow"
)

const (
	weakPath   = "math/rand"
	strongPath = "crypto/rand"
)

// repair offers a cryptographic generator in place of the weak one.
func repair(pass *rule.Pass, site *evidence.Site, weak *tokenflow.Origin) {
	file := edit.FileAt(pass.Files, weak.Pos)
	if file == nil {
		return
	}
	if edits := otherImport(pass, file); edits != nil {
		site.Fix("Import crypto/rand instead of math/rand", edits...)
		return
	}
	if edits := ownText(pass, file, weak); edits != nil {
		site.Fix("Return rand.Text of crypto/rand", edits...)
	}
}

// otherImport: of math/rand a file uses nothing but Read, which crypto/rand
// has with the same parameters and results.
func otherImport(pass *rule.Pass, file *ast.File) []analysis.TextEdit {
	spec := edit.Spec(file, weakPath)
	if spec == nil || edit.Spec(file, strongPath) != nil {
		return nil
	}
	uses := selectorsOf(pass.TypesInfo, file, weakPath)
	if len(uses) == 0 || slices.ContainsFunc(uses, func(s *ast.SelectorExpr) bool { return s.Sel.Name != "Read" }) {
		return nil
	}
	return []analysis.TextEdit{edit.Replace(spec.Path, `"`+strongPath+`"`)}
}

// selectorsOf lists what is selected from an imported package below a node.
func selectorsOf(info *types.Info, below ast.Node, importPath string) (found []*ast.SelectorExpr) {
	ast.Inspect(below, func(n ast.Node) bool {
		s, ok := n.(*ast.SelectorExpr)
		if !ok {
			return true
		}
		if id, ok := s.X.(*ast.Ident); ok {
			if pkg, ok := info.Uses[id].(*types.PkgName); ok && pkg.Imported().Path() == importPath {
				found = append(found, s)
			}
		}
		return true
	})
	return found
}

// ownText rewrites a function that takes nothing, returns a text and does
// nothing else as a call of rand.Text, which has 130 random bits.
func ownText(pass *rule.Pass, file *ast.File, weak *tokenflow.Origin) []analysis.TextEdit {
	if version.Compare(pass.Pkg.GoVersion(), "go1.24") < 0 {
		return nil
	}
	fn := functionAt(file, weak)
	if fn == nil || !makesText(pass.TypesInfo, fn) || !isPure(pass.TypesInfo, fn.Body) {
		return nil
	}
	name, kept, edits := importStrong(pass.TypesInfo, file, fn.Body)
	if !edit.Free(pass.Pkg, fn.Body.Pos(), name, strongPath) && !edit.Free(pass.Pkg, fn.Body.Pos(), name, weakPath) {
		return nil
	}
	edits = append(edits, edit.Idle(pass.TypesInfo, file, fn.Body, kept)...)
	return append(edits, edit.Replace(fn.Body, "{\n\treturn "+name+".Text()\n}"))
}

// importStrong returns the name of crypto/rand once a body is replaced, the
// import that makes room for it, if one does, and the edits.
func importStrong(info *types.Info, file *ast.File, body ast.Node) (name, replaced string, edits []analysis.TextEdit) {
	old := edit.Spec(file, weakPath)
	if edit.Spec(file, strongPath) != nil || old == nil {
		name, edits = edit.Import(file, strongPath)
		return name, "", edits
	}
	if len(selectorsOf(info, file, weakPath)) > len(selectorsOf(info, body, weakPath)) {
		return "crand", "", []analysis.TextEdit{edit.ImportAs(file, "crand", strongPath)}
	}
	return "rand", weakPath, []analysis.TextEdit{edit.Replace(old, `"`+strongPath+`"`)}
}

// functionAt returns the declaration around a generator.
func functionAt(file *ast.File, weak *tokenflow.Origin) *ast.FuncDecl {
	for _, decl := range file.Decls {
		if fn, ok := decl.(*ast.FuncDecl); ok && fn.Body != nil && fn.Body.Pos() <= weak.Pos && weak.Pos < fn.Body.End() {
			return fn
		}
	}
	return nil
}

// makesText: nobody chooses a length, and a text comes out.
func makesText(info *types.Info, fn *ast.FuncDecl) bool {
	obj, ok := info.Defs[fn.Name].(*types.Func)
	if !ok {
		return false
	}
	sig := obj.Signature()
	if sig.Params().Len() != 0 || sig.Recv() != nil || sig.Results().Len() != 1 {
		return false
	}
	return types.Identical(sig.Results().At(0).Type(), types.Typ[types.String])
}

// isPure reports whether a body only computes: it calls packages that do
// nothing else, and assigns to variables of its own.
func isPure(info *types.Info, body *ast.BlockStmt) bool {
	pure := true
	ast.Inspect(body, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.CallExpr:
			pure = pure && computes(info, n)
		case *ast.GoStmt, *ast.DeferStmt, *ast.SendStmt, *ast.SelectStmt, *ast.FuncLit:
			pure = false
		case *ast.AssignStmt:
			pure = pure && !slices.ContainsFunc(n.Lhs, func(e ast.Expr) bool { return !isLocal(info, e, body) })
		case *ast.IncDecStmt:
			pure = pure && isLocal(info, n.X, body)
		}
		return pure
	})
	return pure
}

func computes(info *types.Info, call *ast.CallExpr) bool {
	if tv := info.Types[call.Fun]; tv.IsType() || tv.IsBuiltin() {
		return true
	}
	callee := typeutil.Callee(info, call)
	if callee == nil || callee.Pkg() == nil {
		return false
	}
	switch callee.Pkg().Path() {
	case weakPath, "math/rand/v2", "time", "strings", "strconv", "bytes", "math", "math/big",
		"encoding/hex", "encoding/base64", "encoding/base32", "encoding/binary", "crypto/md5", "crypto/sha1", "crypto/sha256":
		return true
	case "fmt":
		return len(callee.Name()) > 1 && callee.Name()[0] == 'S' // Sprint and its kin, not Println
	}
	return false
}

// isLocal reports whether an assignment stays in the body.
func isLocal(info *types.Info, e ast.Expr, body *ast.BlockStmt) bool {
	for {
		switch x := e.(type) {
		case *ast.IndexExpr:
			e = x.X
			continue
		case *ast.Ident:
			obj := info.ObjectOf(x)
			return x.Name == "_" || obj != nil && body.Pos() <= obj.Pos() && obj.Pos() < body.End()
		}
		return false
	}
}
