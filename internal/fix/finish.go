package fix

import (
	"bytes"
	"fmt"
	"go/ast"
	"go/format"
	"go/parser"
	"go/token"
	"path"
	"regexp"
	"strconv"

	diff "github.com/aymanbagabas/go-udiff"
	"golang.org/x/tools/go/ast/astutil"
)

// finish makes the new text of a file. It parses, and it is formatted if the
// old text was.
func (m *merger) finish(name string) (File, error) {
	file := File{Name: name, Old: m.sources[name]}
	text, err := diff.ApplyBytes(file.Old, m.edits[name])
	if err != nil {
		return file, fmt.Errorf("%s: %v", name, err)
	}
	if file.New, err = withoutIdleImports(file.Old, text); err != nil {
		return file, fmt.Errorf("%s would not parse with its fixes: %v", name, err)
	}
	if formatted, err := format.Source(file.Old); err == nil && bytes.Equal(formatted, file.Old) {
		file.New, err = format.Source(file.New)
		return file, err
	}
	return file, nil
}

// withoutIdleImports removes from text the imports that were used in old and
// no longer are: each of several fixes may have replaced one of their uses.
func withoutIdleImports(old, text []byte) ([]byte, error) {
	fset := token.NewFileSet()
	file, err := parser.ParseFile(fset, "", text, parser.ParseComments|parser.SkipObjectResolution)
	if err != nil {
		return nil, err
	}
	before, err := parser.ParseFile(token.NewFileSet(), "", old, parser.SkipObjectResolution)
	if err != nil {
		return nil, err
	}
	was, is := qualifiers(before), qualifiers(file)
	var idle []*ast.ImportSpec
	for _, spec := range file.Imports {
		if name := importName(spec); was[name] && !is[name] {
			idle = append(idle, spec)
		}
	}
	if len(idle) == 0 {
		return text, nil
	}
	for _, spec := range idle {
		name := ""
		if spec.Name != nil {
			name = spec.Name.Name
		}
		importPath, _ := strconv.Unquote(spec.Path.Value)
		astutil.DeleteNamedImport(fset, file, name, importPath)
	}
	var out bytes.Buffer
	err = format.Node(&out, fset, file)
	return out.Bytes(), err
}

// qualifiers returns the names before a dot in the code of a file.
func qualifiers(file *ast.File) map[string]bool {
	names := make(map[string]bool)
	ast.Inspect(file, func(n ast.Node) bool {
		if sel, ok := n.(*ast.SelectorExpr); ok {
			if id, ok := sel.X.(*ast.Ident); ok {
				names[id.Name] = true
			}
		}
		return true
	})
	return names
}

var majorVersion = regexp.MustCompile(`^v[0-9]+$`)

// importName is the name of an imported package in the file, as far as the
// import declaration tells.
func importName(spec *ast.ImportSpec) string {
	if spec.Name != nil {
		return spec.Name.Name
	}
	importPath, err := strconv.Unquote(spec.Path.Value)
	if err != nil {
		return ""
	}
	if base := path.Base(importPath); !majorVersion.MatchString(base) {
		return base
	}
	return path.Base(path.Dir(importPath))
}
