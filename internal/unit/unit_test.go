package unit

import (
	"bytes"
	"encoding/json"
	"go/ast"
	"go/parser"
	"go/token"
	"go/types"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/analysis/unitchecker"
)

type note struct{ Text string }

func (*note) AFact() {}

var noter = &analysis.Analyzer{Name: "noter", FactTypes: []analysis.Fact{new(note)}}

// checked type-checks the source of a package that imports others.
func checked(t *testing.T, path, source string, imports ...*types.Package) *types.Package {
	t.Helper()
	fset := token.NewFileSet()
	file, err := parser.ParseFile(fset, path+".go", source, 0)
	if err != nil {
		t.Fatal(err)
	}
	known := make(map[string]*types.Package)
	for _, imp := range imports {
		known[imp.Path()] = imp
	}
	config := types.Config{Importer: importFunc(func(path string) *types.Package { return known[path] })}
	pkg, err := config.Check(path, fset, []*ast.File{file}, nil)
	if err != nil {
		t.Fatal(err)
	}
	return pkg
}

type importFunc func(string) *types.Package

func (f importFunc) Import(path string) (*types.Package, error) { return f(path), nil }

func passOf(f *facts) *analysis.Pass {
	pass := &analysis.Pass{Analyzer: noter}
	f.serve(pass)
	return pass
}

func TestFactsTravel(t *testing.T) {
	low := checked(t, "low", "package low; type T struct{ F int }; func (T) M() {}; func Fn() {}; func hidden() {}; var V int")
	method, _, _ := types.LookupFieldOrMethod(low.Scope().Lookup("T").Type(), false, low, "M")
	objects := map[string]types.Object{"M": method}
	for _, name := range []string{"T", "Fn", "hidden", "V"} {
		objects[name] = low.Scope().Lookup(name)
	}
	objects["F"] = low.Scope().Lookup("T").Type().Underlying().(*types.Struct).Field(0)

	var first []byte
	for range 20 {
		f := newFacts(low, []*analysis.Analyzer{noter})
		pass := passOf(f)
		for name, obj := range objects {
			pass.ExportObjectFact(obj, &note{name})
		}
		pass.ExportPackageFact(&note{"package"})
		data, err := (&unit{facts: f}).encodeFacts()
		if err != nil {
			t.Fatal(err)
		}
		if first == nil {
			first = data
		} else if !bytes.Equal(first, data) {
			t.Fatal("the same facts have two encodings")
		}
	}

	// One package up, everything that can be named is known; two up, what one
	// can meet without importing.
	mid := checked(t, "mid", `package mid; import "low"; func Make() low.T { return low.T{} }`, low)
	middle := reload(t, mid, low, first)
	if have := known(middle, objects); have != "F Fn M T V package" {
		t.Errorf("the importer knows %q", have)
	}
	data, err := (&unit{facts: middle}).encodeFacts()
	if err != nil {
		t.Fatal(err)
	}
	top := checked(t, "top", `package top; import "mid"; var X = mid.Make()`, mid)
	if have := known(reload(t, top, mid, data, low), objects); have != "F M T" {
		t.Errorf("the importer of the importer knows %q", have)
	}
}

// reload decodes facts as the unit of pkg does that imports imp.
func reload(t *testing.T, pkg, imp *types.Package, data []byte, indirect ...*types.Package) *facts {
	t.Helper()
	name := filepath.Join(t.TempDir(), "vetx")
	if err := os.WriteFile(name, data, 0o666); err != nil {
		t.Fatal(err)
	}
	packages := map[string]*types.Package{imp.Path(): imp}
	for _, p := range indirect {
		packages[p.Path()] = p
	}
	f := newFacts(pkg, []*analysis.Analyzer{noter})
	cfg := &unitchecker.Config{PackageVetx: map[string]string{imp.Path(): name}}
	if err := f.decode(cfg, packages); err != nil {
		t.Fatal(err)
	}
	return f
}

func known(f *facts, objects map[string]types.Object) string {
	pass := passOf(f)
	var names []string
	for _, name := range []string{"F", "Fn", "M", "T", "V", "hidden"} {
		var n note
		if pass.ImportObjectFact(objects[name], &n) && n.Text == name {
			names = append(names, name)
		}
	}
	var n note
	if pass.ImportPackageFact(objects["T"].Pkg(), &n) {
		names = append(names, n.Text)
	}
	return strings.Join(names, " ")
}

// A foreign package is answered without a look at its files.
func TestForeign(t *testing.T) {
	dir := t.TempDir()
	cfg := unitchecker.Config{
		ID: "x", ImportPath: "x", Dir: "/absent", GoFiles: []string{"/absent/x.go"},
		VetxOutput: filepath.Join(dir, "vetx"), Stdout: filepath.Join(dir, "stdout"),
	}
	data, err := json.Marshal(cfg)
	if err != nil {
		t.Fatal(err)
	}
	name := filepath.Join(dir, "vet.cfg")
	if err := os.WriteFile(name, data, 0o666); err != nil {
		t.Fatal(err)
	}
	var stderr bytes.Buffer
	foreign := func(string, string) bool { return false }
	r := &Runner{Analyzers: []*analysis.Analyzer{noter}, Own: foreign, JSON: true, Stderr: &stderr}
	if code := r.Run(name); code != 0 || stderr.Len() > 0 {
		t.Errorf("exit code %d, %s", code, &stderr)
	}
	for file, want := range map[string]string{"vetx": "", "stdout": "{}\n"} {
		if have, err := os.ReadFile(filepath.Join(dir, file)); err != nil || string(have) != want {
			t.Errorf("%s is %q, %v; want %q", file, have, err, want)
		}
	}
	r.Own = func(string, string) bool { return true }
	if code := r.Run(name); code != 1 || !strings.Contains(stderr.String(), "/absent/x.go") {
		t.Errorf("exit code %d, %s: want an error about the absent file", code, &stderr)
	}
	if code := r.Run(filepath.Join(dir, "none.cfg")); code != 1 {
		t.Errorf("exit code %d without a configuration", code)
	}
}
