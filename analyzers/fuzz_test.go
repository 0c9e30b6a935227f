package analyzers_test

import (
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"go/types"
	"maps"
	"math/rand/v2"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"

	"golang.org/x/tools/go/analysis/checker"
	"golang.org/x/tools/go/packages"

	"github.com/sessionlint/sessionlint/analyzers"
)

// FuzzPrograms: any program that compiles neither makes a rule panic nor
// changes its findings on a second run.
func FuzzPrograms(f *testing.F) {
	if testing.Short() {
		f.Skip("loads libraries")
	}
	for seed := range uint64(8) {
		f.Add(bytes(seed, 300))
	}
	f.Fuzz(func(t *testing.T, choices []byte) {
		source := program(choices)
		first, again := findings(t, source), findings(t, source)
		if !slices.Equal(first, again) {
			t.Errorf("findings change from\n%s\nto\n%s\nin\n%s", strings.Join(first, "\n"), strings.Join(again, "\n"), source)
		}
	})
}

// TestPrograms: what the generator writes compiles, differs, and gives the
// rules something to report.
func TestPrograms(t *testing.T) {
	if testing.Short() {
		t.Skip("loads libraries")
	}
	sources, found, all := map[string]bool{}, map[string]bool{}, ""
	for seed := range uint64(60) {
		source := program(bytes(seed, 800))
		sources[source] = true
		all += strings.TrimPrefix(source, prelude)
		for _, finding := range findings(t, source) {
			found[finding[strings.LastIndexByte(finding, ' ')+1:]] = true
		}
	}
	if len(sources) < 60 || len(found) < 20 {
		t.Errorf("%d different programs, findings of %d rules: %v", len(sources), len(found), slices.Sorted(maps.Keys(found)))
	}
	for _, scene := range scenes {
		if first, _, _ := strings.Cut(scene, "$"); !strings.Contains(all, first[:strings.IndexAny(first+"\n", "\n")]) {
			t.Errorf("no program has the scene %q", scene)
		}
	}
	for _, construct := range []string{"defer", "goto", "continue L", "break L", "select {", "fallthrough", "range each", ".walk()", "(&box{}).get", "twice(", "chain[", "set[", "go func", ".(type)", "//sessionlint:"} {
		if !strings.Contains(all, construct) {
			t.Errorf("no program has %s", construct)
		}
	}
}

func bytes(seed uint64, n int) []byte {
	random := rand.New(rand.NewPCG(seed, 0))
	out := make([]byte, n)
	for i := range out {
		out[i] = byte(random.Uint32())
	}
	return out
}

// findings runs all rules over a program of one file.
func findings(t *testing.T, source string) []string {
	t.Helper()
	pkg := check(t, source)
	graph, err := checker.Analyze(analyzers.All(), []*packages.Package{pkg}, &checker.Options{SanityCheck: true})
	if err != nil {
		t.Fatal(err)
	}
	var out []string
	for act := range graph.All() {
		if act.Err != nil {
			t.Fatalf("%s: %v\n%s", act.Analyzer.Name, act.Err, source)
		}
		for _, d := range act.Diagnostics {
			place := pkg.Fset.Position(d.Pos)
			out = append(out, fmt.Sprintf("%d:%d: %s %s", place.Line, place.Column, d.Message, act.Analyzer.Name))
		}
	}
	slices.Sort(out)
	return out
}

func check(t *testing.T, source string) *packages.Package {
	t.Helper()
	dir, imported := libraries(t)
	fset := token.NewFileSet()
	name := filepath.Join(dir, "generated", "p.go")
	file, err := parser.ParseFile(fset, name, source, parser.ParseComments|parser.SkipObjectResolution)
	if err != nil {
		t.Fatalf("%v\n%s", err, source)
	}
	info := &types.Info{
		Types: map[ast.Expr]types.TypeAndValue{}, Defs: map[*ast.Ident]types.Object{}, Uses: map[*ast.Ident]types.Object{},
		Implicits: map[ast.Node]types.Object{}, Instances: map[*ast.Ident]types.Instance{}, Scopes: map[ast.Node]*types.Scope{},
		Selections: map[*ast.SelectorExpr]*types.Selection{}, FileVersions: map[*ast.File]string{},
	}
	config := types.Config{Importer: imported, GoVersion: "go1.26"}
	pkg, err := config.Check("m.test/p", fset, []*ast.File{file}, info)
	if err != nil {
		t.Fatalf("%v\n%s", err, source)
	}
	return &packages.Package{
		ID: "m.test/p", PkgPath: "m.test/p", Name: "p", Dir: filepath.Dir(name), Fset: fset, Syntax: []*ast.File{file}, GoFiles: []string{name},
		CompiledGoFiles: []string{name}, Types: pkg, TypesInfo: info, TypesSizes: types.SizesFor("gc", "amd64"), Imports: map[string]*packages.Package{},
	}
}

// imports serves types from export data.
type imports map[string]*types.Package

// Import implements types.Importer.
func (m imports) Import(path string) (*types.Package, error) {
	if pkg := m[path]; pkg != nil {
		return pkg, nil
	}
	return nil, fmt.Errorf("no package %s", path)
}

var loadLibraries = sync.OnceValues(func() (imports, error) {
	dir, err := filepath.Abs("../testdata")
	if err != nil {
		return nil, err
	}
	var paths []string
	file, err := parser.ParseFile(token.NewFileSet(), "p.go", prelude, parser.ImportsOnly)
	if err != nil {
		return nil, err
	}
	for _, spec := range file.Imports {
		paths = append(paths, strings.Trim(spec.Path.Value, `"`))
	}
	roots, err := packages.Load(&packages.Config{Mode: packages.LoadTypes, Dir: dir}, paths...)
	if err != nil {
		return nil, err
	}
	all := imports{}
	packages.Visit(roots, nil, func(pkg *packages.Package) {
		if pkg.Types != nil {
			all[pkg.PkgPath] = pkg.Types
		}
	})
	return all, nil
})

func libraries(t *testing.T) (dir string, all imports) {
	t.Helper()
	all, err := loadLibraries()
	if err != nil {
		t.Fatal(err)
	}
	return t.TempDir(), all
}
