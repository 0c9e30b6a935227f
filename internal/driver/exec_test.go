package driver

import (
	"fmt"
	"go/ast"
	"os"
	"path/filepath"
	"reflect"
	"runtime"
	"slices"
	"strings"
	"sync"
	"testing"
	"weak"

	"golang.org/x/tools/go/analysis"
)

// A sawFact lists the packages that were analysed before the one it is about.
type sawFact struct{ Before []string }

func (*sawFact) AFact() {}

// chain lays out a module of packages, each of which imports the one before.
func chain(t *testing.T, length int) string {
	t.Helper()
	dir := t.TempDir()
	files := map[string]string{"go.mod": "module chain.test\n\ngo 1.25.0\n"}
	for i := range length {
		src := fmt.Sprintf("package p%[1]d\n\nfunc F() int { return %[1]d }\n", i)
		if i > 0 {
			src = fmt.Sprintf("package p%[1]d\n\nimport \"chain.test/p%[2]d\"\n\nfunc F() int { return p%[2]d.F() }\n", i, i-1)
		}
		files[fmt.Sprintf("p%d/p.go", i)] = src
	}
	for name, content := range files {
		name = filepath.Join(dir, name)
		if err := os.MkdirAll(filepath.Dir(name), 0o777); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(name, []byte(content), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	return dir
}

// TestReleased: when a package is analysed, nothing is left of those behind it
// but their types and facts, however many there are.
func TestReleased(t *testing.T) {
	type result struct{ _ [1 << 20]byte }
	type traces struct {
		file   weak.Pointer[ast.File]
		result weak.Pointer[result]
	}
	const length = 20
	var mu sync.Mutex
	done, most := make(map[string]traces), 0
	heavy := &analysis.Analyzer{
		Name: "heavy", Doc: "a result that weighs", ResultType: reflect.TypeFor[*result](),
		Run: func(pass *analysis.Pass) (any, error) { return new(result), nil },
	}
	saw := &analysis.Analyzer{
		Name: "saw", Doc: "which packages are done", FactTypes: []analysis.Fact{new(sawFact)}, Requires: []*analysis.Analyzer{heavy},
		Run: func(pass *analysis.Pass) (any, error) {
			mu.Lock()
			defer mu.Unlock()
			var before sawFact
			for _, imported := range pass.Pkg.Imports() {
				if !pass.ImportPackageFact(imported, &before) {
					t.Errorf("%s has no fact for %s", imported.Path(), pass.Pkg.Path())
				}
				if !pass.ImportObjectFact(imported.Scope().Lookup("F"), new(sawFact)) {
					t.Errorf("F of %s has no fact for %s", imported.Path(), pass.Pkg.Path())
				}
			}
			runtime.GC()
			live := 0
			for _, trace := range done {
				if trace.file.Value() != nil || trace.result.Value() != nil {
					live++
				}
			}
			most = max(most, live)
			done[pass.Pkg.Path()] = traces{weak.Make(pass.Files[0]), weak.Make(pass.ResultOf[heavy].(*result))}
			pass.ExportPackageFact(&sawFact{append(slices.Clone(before.Before), pass.Pkg.Path())})
			pass.ExportObjectFact(pass.Pkg.Scope().Lookup("F"), new(sawFact))
			if want := strings.TrimPrefix(pass.Pkg.Path(), "chain.test/p"); want != fmt.Sprint(len(before.Before)) {
				t.Errorf("%s was analysed after %v", pass.Pkg.Path(), before.Before)
			}
			return nil, nil
		},
	}
	own := func(_, path string) bool { return strings.HasPrefix(path, "chain.test/") }
	cfg := &Config{Dir: chain(t, length), Patterns: []string{"./..."}, Analyzers: []*analysis.Analyzer{saw}, Own: own}
	res, err := Run(t.Context(), cfg)
	if err != nil || len(res.Problems) > 0 {
		t.Fatal(err, res.Problems)
	}
	if len(done) != length {
		t.Errorf("%d packages analysed, want %d", len(done), length)
	}
	// The package that went before may still be let go of on another processor.
	if most > 1 {
		t.Errorf("%d packages that are done were alive at the same time", most)
	}
}

// TestFailedImport: what fails on a package fails on those that import it, as
// under go vet, and is told once.
func TestFailedImport(t *testing.T) {
	fails := &analysis.Analyzer{
		Name: "fails", Doc: "fails on the second package", FactTypes: []analysis.Fact{new(sawFact)},
		Run: func(pass *analysis.Pass) (any, error) {
			switch pass.Pkg.Path() {
			case "chain.test/p1":
				return nil, fmt.Errorf("no luck")
			case "chain.test/p2", "chain.test/p3":
				t.Errorf("%s was analysed without the facts of p1", pass.Pkg.Path())
			}
			return nil, nil
		},
	}
	cfg := &Config{Dir: chain(t, 4), Patterns: []string{"./..."}, Analyzers: []*analysis.Analyzer{fails}, Own: func(dir, _ string) bool { return strings.Contains(filepath.ToSlash(dir), "/p") }}
	res, err := Run(t.Context(), cfg)
	if err != nil {
		t.Fatal(err)
	}
	if want := (Problem{"chain.test/p1", "fails: no luck"}); len(res.Problems) != 1 || res.Problems[0] != want {
		t.Errorf("problems %v, want %v", res.Problems, want)
	}
}
