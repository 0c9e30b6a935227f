package linttest

import (
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"go/types"
	"maps"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/analysis/checker"
	"golang.org/x/tools/go/packages"
)

// Analyze runs a pass over a module m.test made of the files, which need nothing but
// the standard library, and returns what it did, by import path.
func Analyze(t testing.TB, a *analysis.Analyzer, files map[string]string) map[string]*checker.Action {
	t.Helper()
	pkgs := Load(t, files)
	for _, pkg := range pkgs {
		if pkg.IllTyped {
			t.Fatalf("%s does not compile: %v", pkg.PkgPath, pkg.TypeErrors)
		}
	}
	graph, err := checker.Analyze([]*analysis.Analyzer{a}, pkgs, nil)
	if err != nil {
		t.Fatal(err)
	}
	actions := map[string]*checker.Action{}
	for _, act := range graph.Roots {
		if act.Err != nil {
			t.Fatal(act.Err)
		}
		actions[act.Package.PkgPath] = act
	}
	return actions
}

// Load type-checks the packages of a module m.test made of the files, which may be
// broken and need nothing but the standard library, in the order of their names. The
// go command is not asked about them: it would compile them, which takes long for
// hostile ones.
func Load(t testing.TB, files map[string]string) []*packages.Package {
	t.Helper()
	l := &typeChecker{t.TempDir(), files, token.NewFileSet(), map[string]*packages.Package{}}
	write(t, filepath.Join(l.dir, "go.mod"), "module m.test\n\ngo 1.25\n")
	for name, text := range files {
		write(t, filepath.Join(l.dir, filepath.FromSlash(name)), text)
	}
	var pkgs []*packages.Package
	for _, name := range slices.Sorted(maps.Keys(files)) {
		pkgs = append(pkgs, l.load("m.test/"+path.Dir(name)))
	}
	return pkgs
}

// A typeChecker reads a module that consists of files, with the standard
// library from export data.
type typeChecker struct {
	dir   string
	files map[string]string
	fset  *token.FileSet
	done  map[string]*packages.Package
}

// Import implements types.Importer.
func (l *typeChecker) Import(path string) (*types.Package, error) {
	if strings.HasPrefix(path, "m.test/") {
		return l.load(path).Types, nil
	}
	if path == "unsafe" {
		return types.Unsafe, nil
	}
	if std := StandardLibrary()[path]; std != nil {
		return std, nil
	}
	return nil, fmt.Errorf("no package %s", path)
}

func (l *typeChecker) load(path string) *packages.Package {
	if pkg := l.done[path]; pkg != nil {
		return pkg
	}
	pkg := &packages.Package{
		ID: path, PkgPath: path, Fset: l.fset, Imports: map[string]*packages.Package{}, TypesSizes: types.SizesFor("gc", "amd64"),
		TypesInfo: &types.Info{
			Types: map[ast.Expr]types.TypeAndValue{}, Defs: map[*ast.Ident]types.Object{}, Uses: map[*ast.Ident]types.Object{},
			Implicits: map[ast.Node]types.Object{}, Instances: map[*ast.Ident]types.Instance{}, Scopes: map[ast.Node]*types.Scope{},
			Selections: map[*ast.SelectorExpr]*types.Selection{}, FileVersions: map[*ast.File]string{},
		},
	}
	l.done[path] = pkg
	failed := func(err error) {
		pkg.IllTyped = true
		if e, ok := err.(types.Error); ok {
			pkg.TypeErrors = append(pkg.TypeErrors, e)
		}
	}
	for name := range l.files {
		if "m.test/"+filepath.ToSlash(filepath.Dir(name)) == path {
			file, err := parser.ParseFile(l.fset, filepath.Join(l.dir, filepath.FromSlash(name)), nil, parser.ParseComments)
			if err != nil {
				failed(err)
			}
			pkg.Syntax = append(pkg.Syntax, file)
		}
	}
	config := types.Config{Importer: l, Error: failed, GoVersion: "go1.25"}
	pkg.Types, _ = config.Check(path, l.fset, pkg.Syntax, pkg.TypesInfo)
	pkg.Name = pkg.Types.Name()
	for _, imported := range pkg.Types.Imports() {
		if own := l.done[imported.Path()]; own != nil {
			pkg.Imports[imported.Path()] = own
		}
	}
	return pkg
}

// StandardLibrary holds the packages that the programs of these tests import.
var StandardLibrary = sync.OnceValue(func() map[string]*types.Package {
	std := map[string]*types.Package{}
	roots, err := packages.Load(&packages.Config{Mode: packages.LoadTypes}, "net/http", "os", "strings", "crypto/rand", "crypto/sha1", "crypto/md5",
		"encoding/hex", "encoding/base64", "encoding/base32", "encoding/binary", "math/big", "math/rand", "math/rand/v2", "io", "fmt", "strconv", "time", "log",
		"crypto/hmac", "crypto/sha256", "crypto/subtle", "database/sql", "errors", "sync", "context")
	if err != nil {
		return nil
	}
	for _, pkg := range roots {
		std[pkg.PkgPath] = pkg.Types
	}
	return std
})

func write(t testing.TB, name, text string) {
	t.Helper()
	if err := os.MkdirAll(filepath.Dir(name), 0o777); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(name, []byte(text), 0o666); err != nil {
		t.Fatal(err)
	}
}
