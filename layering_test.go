package sessionlint_test

import (
	"go/ast"
	"go/token"
	"strings"
	"testing"

	"golang.org/x/tools/go/packages"
)

// TestLayering checks on all packages what DESIGN.md section 2 draws: who may
// import whom, and what only some may hold.
func TestLayering(t *testing.T) {
	for _, pkg := range load(t) {
		for path := range pkg.Imports {
			if why := objection(pkg.PkgPath, path); why != "" {
				t.Errorf("%s imports %s: %s", pkg.PkgPath, path, why)
			}
		}
		for _, file := range pkg.Syntax {
			if !under(pkg.PkgPath, module+"/plugin") {
				report(t, pkg, inits(file), "only plugins have init functions")
			}
			if floorOf(pkg.PkgPath) == rule {
				report(t, pkg, libraries(file), "libraries are described in internal/model/lib, not in rules")
			}
			report(t, pkg, mutations(pkg.TypesInfo, pkg.Types, file), "package variables are never changed")
		}
		if pkg.PkgPath != harness {
			report(t, pkg, state(pkg.Types), "package variables hold no state")
		}
	}
}

// load returns the packages of this module without their tests.
func load(t *testing.T) []*packages.Package {
	pkgs, err := packages.Load(&packages.Config{Mode: packages.LoadSyntax}, "./...")
	if err != nil {
		t.Fatal(err)
	}
	if len(pkgs) < 2 {
		t.Fatalf("loaded %d packages", len(pkgs))
	}
	for _, pkg := range pkgs {
		for _, err := range pkg.Errors {
			t.Errorf("%s: %v", pkg.PkgPath, err)
		}
	}
	return pkgs
}

func report(t *testing.T, pkg *packages.Package, places []token.Pos, rule string) {
	for _, pos := range places {
		t.Errorf("%v: %s", pkg.Fset.Position(pos), rule)
	}
}

// inits returns the init functions of a file.
func inits(file *ast.File) []token.Pos {
	var found []token.Pos
	for _, decl := range file.Decls {
		if f, ok := decl.(*ast.FuncDecl); ok && f.Recv == nil && f.Name.Name == "init" {
			found = append(found, f.Pos())
		}
	}
	return found
}

// libraries returns the string literals of a file that name a repository other
// than ours.
func libraries(file *ast.File) []token.Pos {
	var found []token.Pos
	ast.Inspect(file, func(n ast.Node) bool {
		lit, ok := n.(*ast.BasicLit)
		if ok && strings.Contains(strings.ReplaceAll(lit.Value, module, ""), "github.com/") {
			found = append(found, lit.Pos())
		}
		return true
	})
	return found
}
