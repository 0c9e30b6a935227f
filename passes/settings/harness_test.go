package settings

import (
	"os"
	"path/filepath"
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

// load returns the packages of a module made of the files, from source, with
// the standard library from export data.
func load(t testing.TB, files map[string]string) []*packages.Package {
	t.Helper()
	dir := t.TempDir()
	write(t, filepath.Join(dir, "go.mod"), "module m.test\n\ngo 1.25\n")
	for name, text := range files {
		write(t, filepath.Join(dir, filepath.FromSlash(name)), text)
	}
	mode := packages.LoadSyntax | packages.NeedModule
	pkgs, err := packages.Load(&packages.Config{Mode: mode, Dir: dir, Env: append(os.Environ(), "GOWORK=off")}, "./...")
	if err != nil {
		t.Fatal(err)
	}
	own := map[*packages.Package]bool{}
	for _, pkg := range pkgs {
		own[pkg] = true
	}
	for _, pkg := range pkgs {
		for path, imported := range pkg.Imports {
			if !own[imported] {
				delete(pkg.Imports, path)
			}
		}
	}
	return pkgs
}

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
