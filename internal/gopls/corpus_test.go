package gopls

import (
	"fmt"
	"maps"
	"os"
	"path"
	"path/filepath"
	"slices"
	"testing"

	"golang.org/x/tools/go/analysis"

	"github.com/sessionlint/sessionlint/analyzers"
	"github.com/sessionlint/sessionlint/internal/driver"
	"github.com/sessionlint/sessionlint/internal/evidence"
	"github.com/sessionlint/sessionlint/internal/own"
)

// testShop compares what gopls finds in examples/shop with what the command
// finds there.
func testShop(t *testing.T, gopls string) {
	dir := copied(t, filepath.Join("..", "..", "examples", "shop"))
	e := open(t, gopls, dir, nil)
	got := ofGopls(e, goFiles(t, dir))
	same(t, got, ofCommand(t, dir, "./..."))

	e.mu.Lock()
	defer e.mu.Unlock()
	for _, list := range e.published {
		if slices.ContainsFunc(list, func(d diagnostic) bool { return len(d.RelatedInformation) > 0 }) {
			return
		}
	}
	t.Error("no related information, although a cookie is deleted in another place than it is set")
}

// testFixtures does the same for the fixtures of all rules, with one open file
// in each package.
func testFixtures(t *testing.T, gopls string) {
	dir := copied(t, filepath.Join("..", "..", "testdata"))
	folders := []string{"src/cookies"} // of the rules about attributes, by library
	for _, a := range analyzers.All() {
		folders = append(folders, "src/"+a.Name)
	}
	var files, patterns []string
	for _, folder := range folders {
		if _, err := os.Stat(filepath.Join(dir, folder)); err != nil {
			t.Errorf("no fixtures: %v", err)
			continue
		}
		patterns = append(patterns, "./"+folder+"/...")
		for _, name := range goFiles(t, filepath.Join(dir, folder)) {
			files = append(files, path.Join(folder, name))
		}
	}
	files = slices.CompactFunc(files, func(a, b string) bool { return path.Dir(a) == path.Dir(b) })
	want := ofCommand(t, dir, patterns...)
	if len(files) < 20 || len(want) < 100 {
		t.Fatalf("only %d packages with %d findings", len(files), len(want))
	}
	same(t, ofGopls(open(t, gopls, dir, nil), files), want)
}

// ofGopls opens files and returns what our rules find in their packages.
func ofGopls(e *editor, files []string) map[string]bool {
	e.t.Helper()
	var uris []string
	for _, name := range files {
		e.visit(name)
		uris = append(uris, e.uri(name))
	}
	e.call("workspace/executeCommand", map[string]any{
		"command": "gopls.diagnose_files", "arguments": []any{map[string]any{"Files": uris}},
	})
	found := map[string]bool{}
	e.mu.Lock()
	defer e.mu.Unlock()
	for name, list := range e.published {
		for _, d := range list {
			if slices.ContainsFunc(analyzers.All(), func(a *analysis.Analyzer) bool { return a.Name == d.Source }) {
				found[name+":"+d.String()] = true
			}
		}
	}
	return found
}

// same fails the test for each difference.
func same(t *testing.T, got, want map[string]bool) {
	t.Helper()
	for _, f := range slices.Sorted(maps.Keys(want)) {
		if !got[f] {
			t.Errorf("only the command has %s", f)
		}
	}
	for _, f := range slices.Sorted(maps.Keys(got)) {
		if !want[f] {
			t.Errorf("only gopls has %s", f)
		}
	}
}

// ofCommand returns what the command finds in dir.
func ofCommand(t *testing.T, dir string, patterns ...string) map[string]bool {
	t.Helper()
	res, err := driver.Run(t.Context(), &driver.Config{
		Dir: dir, Patterns: patterns, Analyzers: analyzers.All(),
		Own: func(dir, path string) bool { return own.Package(dir, path, nil) },
	})
	if err != nil || len(res.Problems) > 0 {
		t.Fatal(err, res)
	}
	found := map[string]bool{}
	for _, s := range res.Sites {
		if s.Verdict == evidence.Violation && !s.Silent {
			pos := res.Fset.Position(s.Pos)
			name, _ := filepath.Rel(dir, pos.Filename)
			if filepath.Ext(name) != ".go" { // gopls drops what is reported in pages and scripts: docs/drivers.md
				continue
			}
			found[fmt.Sprintf("%s:%d: %s (%s)", filepath.ToSlash(name), pos.Line, s.Message, s.Rule)] = true
		}
	}
	if len(found) == 0 {
		t.Fatal("the command finds nothing")
	}
	return found
}
