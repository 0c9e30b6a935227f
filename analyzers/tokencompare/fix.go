package tokencompare

import (
	"bytes"
	"go/ast"
	"go/printer"
	"go/token"
	"go/types"
	"slices"
	"strconv"

	"golang.org/x/tools/go/analysis"

	"github.com/sessionlint/sessionlint/internal/evidence"
	"github.com/sessionlint/sessionlint/internal/rule"
	"github.com/sessionlint/sessionlint/passes/tokenflow"
)

const subtle = "crypto/subtle"

// repair offers a comparison in constant time instead of == or != of strings.
func repair(pass *rule.Pass, site *evidence.Site, c tokenflow.Comparison) {
	expr, ok := c.Node.(*ast.BinaryExpr)
	if !ok || !isString(pass, expr.X) || !isString(pass, expr.Y) {
		return
	}
	i := slices.IndexFunc(pass.Files, func(f *ast.File) bool { return f.FileStart <= expr.Pos() && expr.Pos() < f.FileEnd })
	if i < 0 {
		return
	}
	name, edits := importOf(pass.Files[i])
	x, y := source(pass, expr.X), source(pass, expr.Y)
	if name == "" || x == "" || y == "" || isTaken(pass, expr.Pos(), name) {
		return
	}
	result := map[token.Token]string{token.EQL: "1", token.NEQ: "0"}[expr.Op]
	text := name + ".ConstantTimeCompare([]byte(" + x + "), []byte(" + y + ")) == " + result
	edits = append(edits, analysis.TextEdit{Pos: expr.Pos(), End: expr.End(), NewText: []byte(text)})
	site.Fix("Compare in constant time", edits...)
}

func isString(pass *rule.Pass, expr ast.Expr) bool {
	t := pass.TypesInfo.TypeOf(expr)
	if t == nil {
		return false
	}
	b, ok := t.Underlying().(*types.Basic)
	return ok && b.Info()&types.IsString != 0
}

// importOf returns the name by which a file knows crypto/subtle, and what to
// add if it does not.
func importOf(file *ast.File) (string, []analysis.TextEdit) {
	for _, spec := range file.Imports {
		if path, err := strconv.Unquote(spec.Path.Value); err != nil || path != subtle {
			continue
		}
		switch {
		case spec.Name == nil:
			return "subtle", nil
		case spec.Name.Name == "_" || spec.Name.Name == ".":
			return "", nil
		}
		return spec.Name.Name, nil
	}
	for _, decl := range file.Decls {
		if group, ok := decl.(*ast.GenDecl); ok && group.Tok == token.IMPORT && group.Lparen.IsValid() {
			at, text := group.Lparen+1, "\n\t"+strconv.Quote(subtle)
			for _, spec := range group.Specs {
				if path, _ := strconv.Unquote(spec.(*ast.ImportSpec).Path.Value); path < subtle {
					at = spec.End()
				}
			}
			return "subtle", []analysis.TextEdit{{Pos: at, End: at, NewText: []byte(text)}}
		}
	}
	return "subtle", []analysis.TextEdit{{Pos: file.Name.End(), End: file.Name.End(), NewText: []byte("\n\nimport " + strconv.Quote(subtle))}}
}

// isTaken reports whether a name means something else than an import there.
func isTaken(pass *rule.Pass, at token.Pos, name string) bool {
	scope := pass.Pkg.Scope().Innermost(at)
	if scope == nil {
		return true
	}
	_, obj := scope.LookupParent(name, at)
	if obj == nil {
		return false
	}
	pkg, ok := obj.(*types.PkgName)
	return !ok || pkg.Imported().Path() != subtle
}

func source(pass *rule.Pass, expr ast.Expr) string {
	var out bytes.Buffer
	if err := printer.Fprint(&out, pass.Fset, expr); err != nil {
		return ""
	}
	return out.String()
}
