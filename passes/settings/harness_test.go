package settings

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

	"github.com/sessionlint/sessionlint/passes/lazyssa"
)

// analyze runs the pass over a module made of the files and returns what it
// did, by import path.
func analyze(t testing.TB, files map[string]string) map[string]*checker.Action {
	t.Helper()
	actions := map[string]*checker.Action{}
	for _, act := range runAll(t, files, Analyzer) {
		if act.Err != nil {
			t.Fatal(act.Err)
		}
		actions[act.Package.PkgPath] = act
	}
	return actions
}

// runAll runs analyzers over a module made of the files, which may be broken.
func runAll(t testing.TB, files map[string]string, analyzers ...*analysis.Analyzer) []*checker.Action {
	t.Helper()
	pkgs := load(t, files)
	graph, err := checker.Analyze(analyzers, pkgs, nil)
	if err != nil {
		t.Fatal(err)
	}
	return graph.Roots
}

// A loader type-checks the packages of a module that consists of files, with
// the standard library from export data. The go command is not asked about the
// files: it would compile them, which takes long for hostile ones.
type loader struct {
	t     testing.TB
	dir   string
	files map[string]string
	fset  *token.FileSet
	done  map[string]*packages.Package
}

func load(t testing.TB, files map[string]string) []*packages.Package {
	t.Helper()
	l := &loader{t, t.TempDir(), files, token.NewFileSet(), map[string]*packages.Package{}}
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

// Import implements types.Importer.
func (l *loader) Import(path string) (*types.Package, error) {
	if strings.HasPrefix(path, "m.test/") {
		return l.load(path).Types, nil
	}
	if std := standardLibrary()[path]; std != nil {
		return std, nil
	}
	return nil, fmt.Errorf("no package %s", path)
}

func (l *loader) load(path string) *packages.Package {
	if pkg := l.done[path]; pkg != nil {
		return pkg
	}
	pkg := &packages.Package{
		ID: path, PkgPath: path, Name: path[strings.LastIndexByte(path, '/')+1:], Fset: l.fset, Imports: map[string]*packages.Package{}, TypesSizes: types.SizesFor("gc", "amd64"),
		TypesInfo: &types.Info{
			Types: map[ast.Expr]types.TypeAndValue{}, Defs: map[*ast.Ident]types.Object{}, Uses: map[*ast.Ident]types.Object{},
			Implicits: map[ast.Node]types.Object{}, Instances: map[*ast.Ident]types.Instance{}, Scopes: map[ast.Node]*types.Scope{},
			Selections: map[*ast.SelectorExpr]*types.Selection{}, FileVersions: map[*ast.File]string{},
		},
	}
	l.done[path] = pkg
	failed := func(err error) { pkg.IllTyped = true }
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
	for _, imported := range pkg.Types.Imports() {
		if own := l.done[imported.Path()]; own != nil {
			pkg.Imports[imported.Path()] = own
		}
	}
	return pkg
}

// standardLibrary holds the packages that the programs of these tests import.
var standardLibrary = sync.OnceValue(func() map[string]*types.Package {
	std := map[string]*types.Package{}
	roots, err := packages.Load(&packages.Config{Mode: packages.LoadTypes}, "net/http", "os", "strings")
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

// TestNoSSA: SSA is built for packages that can touch a session, and for them
// only.
func TestNoSSA(t *testing.T) {
	files := map[string]string{
		"plain/plain.go":   "package plain\n\nimport \"strings\"\n\nfunc Up(s string) string { return strings.ToUpper(s) }\n",
		"web/web.go":       "package web\n\nimport \"net/http\"\n\nfunc Serve(w http.ResponseWriter, r *http.Request) { w.WriteHeader(204) }\n",
		"header/header.go": "package header\n\nimport \"net/http\"\n\nfunc Serve(w http.ResponseWriter) { w.Header().Set(\"X\", \"y\") }\n",
		"cookie/cookie.go": "package cookie\n\nimport \"net/http\"\n\nfunc Set(w http.ResponseWriter, c *http.Cookie) { http.SetCookie(w, c) }\n",
		"user/user.go":     "package user\n\nimport (\n\t\"m.test/cookie\"\n\t\"net/http\"\n)\n\nfunc Set(w http.ResponseWriter) { cookie.Set(w, nil) }\n",
	}
	want := map[string]bool{"m.test/cookie": true, "m.test/user": true, "m.test/plain": false, "m.test/web": false, "m.test/header": false}
	seen := 0
	for _, act := range runAll(t, files, Analyzer, lazyssa.Analyzer) {
		if ssa, ok := act.Result.(*lazyssa.SSA); ok {
			seen++
			if ssa.Built() != want[act.Package.PkgPath] {
				t.Errorf("SSA of %s: built is %v", act.Package.PkgPath, ssa.Built())
			}
		}
	}
	if seen != len(want) {
		t.Errorf("%d packages seen, want %d", seen, len(want))
	}
}
