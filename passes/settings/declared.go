package settings

import (
	"go/ast"
	"go/token"
	"go/types"

	"golang.org/x/tools/go/ast/astutil"

	"github.com/sessionlint/sessionlint/internal/edit"
	"github.com/sessionlint/sessionlint/internal/evidence"
)

// Declared returns where the value has to be changed: where the constant of
// this package that is used for it gets its value, or else where it is used.
func (v Value) Declared() evidence.Step {
	used := evidence.Step{Start: v.Pos(), Stop: v.End()}
	pass := v.object.engine.pass
	id := identAt(pass.Files, used)
	if id == nil {
		return used
	}
	c, ok := pass.TypesInfo.Uses[id].(*types.Const)
	if !ok || c.Pkg() != pass.Pkg || c.Parent() != pass.Pkg.Scope() {
		return used
	}
	if value := valueOf(pass.Files, c.Pos()); value != nil {
		return evidence.Step{Start: value.Pos(), Stop: value.End()}
	}
	return used
}

// identAt returns the identifier that takes up a piece of source, or nil.
func identAt(files []*ast.File, at evidence.Step) *ast.Ident {
	for _, file := range files {
		if at.Start < file.FileStart || at.Start > file.FileEnd {
			continue
		}
		path, exact := astutil.PathEnclosingInterval(file, at.Start, at.Stop)
		if id, ok := path[0].(*ast.Ident); ok && exact {
			return id
		}
	}
	return nil
}

// valueOf returns what a constant that is declared at a position is set to, or
// nil.
func valueOf(files []*ast.File, pos token.Pos) ast.Expr {
	for _, n := range edit.Around(files, pos) {
		if spec, ok := n.(*ast.ValueSpec); ok {
			for i, name := range spec.Names {
				if name.Pos() == pos && i < len(spec.Values) {
					return spec.Values[i]
				}
			}
		}
	}
	return nil
}
