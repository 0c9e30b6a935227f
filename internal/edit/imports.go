package edit

import (
	"go/ast"
	"go/token"
	"go/types"
	"path"
	"strconv"

	"golang.org/x/tools/go/analysis"
)

// Path returns the import path that a spec names.
func Path(spec *ast.ImportSpec) string {
	name, _ := strconv.Unquote(spec.Path.Value)
	return name
}

// Spec returns the import of a path; nil if the file has none that gives it a
// name.
func Spec(file *ast.File, importPath string) *ast.ImportSpec {
	for _, spec := range file.Imports {
		if Path(spec) == importPath && (spec.Name == nil || spec.Name.Name != "_" && spec.Name.Name != ".") {
			return spec
		}
	}
	return nil
}

// NameOf returns the name by which a file knows a package of the standard
// library; "" if it does not.
func NameOf(file *ast.File, importPath string) string {
	spec := Spec(file, importPath)
	switch {
	case spec == nil:
		return ""
	case spec.Name != nil:
		return spec.Name.Name
	}
	return path.Base(importPath)
}

// Import returns the name by which a file can use a package of the standard
// library, and the edits that import it if the file does not do so yet.
func Import(file *ast.File, importPath string) (name string, edits []analysis.TextEdit) {
	if name := NameOf(file, importPath); name != "" {
		return name, nil
	}
	return path.Base(importPath), []analysis.TextEdit{add(file, importPath, "")}
}

// ImportAs returns the edit that imports a path under a name of its own.
func ImportAs(file *ast.File, name, importPath string) analysis.TextEdit {
	return add(file, importPath, name+" ")
}

// add writes an import behind those that sort before it.
func add(file *ast.File, importPath, name string) analysis.TextEdit {
	spec := name + strconv.Quote(importPath)
	for _, decl := range file.Decls {
		group, ok := decl.(*ast.GenDecl)
		if !ok || group.Tok != token.IMPORT || !group.Lparen.IsValid() {
			continue
		}
		at := group.Lparen + 1
		for _, s := range group.Specs {
			if s := s.(*ast.ImportSpec); Path(s) < importPath {
				at = s.End()
			}
		}
		return analysis.TextEdit{Pos: at, End: at, NewText: []byte("\n\t" + spec)}
	}
	return analysis.TextEdit{Pos: file.Name.End(), End: file.Name.End(), NewText: []byte("\n\nimport " + spec)}
}

// Free reports whether a name means nothing, or an import of the path, where it
// is to be used.
func Free(pkg *types.Package, at token.Pos, name, importPath string) bool {
	scope := pkg.Scope().Innermost(at)
	if scope == nil {
		return false
	}
	_, obj := scope.LookupParent(name, at)
	if obj == nil {
		return true
	}
	imported, ok := obj.(*types.PkgName)
	return ok && imported.Imported().Path() == importPath
}

// Idle returns the edits that take out the imports which a file uses in one
// node only, for when the node goes; except leaves one alone.
func Idle(info *types.Info, file *ast.File, gone ast.Node, except string) (edits []analysis.TextEdit) {
	inside, outside := map[*types.PkgName]bool{}, map[*types.PkgName]bool{}
	ast.Inspect(file, func(n ast.Node) bool {
		id, ok := n.(*ast.Ident)
		if !ok {
			return true
		}
		if pkg, ok := info.Uses[id].(*types.PkgName); ok {
			if gone.Pos() <= id.Pos() && id.Pos() < gone.End() {
				inside[pkg] = true
			} else {
				outside[pkg] = true
			}
		}
		return true
	})
	for _, decl := range file.Decls {
		group, ok := decl.(*ast.GenDecl)
		if !ok || group.Tok != token.IMPORT {
			continue
		}
		for _, s := range group.Specs {
			spec := s.(*ast.ImportSpec)
			pkg := info.PkgNameOf(spec)
			switch {
			case pkg == nil || !inside[pkg] || outside[pkg] || Path(spec) == except:
			case group.Lparen.IsValid():
				edits = append(edits, analysis.TextEdit{Pos: spec.Pos(), End: spec.End()})
			default:
				edits = append(edits, analysis.TextEdit{Pos: group.Pos(), End: group.End()})
			}
		}
	}
	return edits
}
