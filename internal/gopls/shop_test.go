package gopls

import (
	"fmt"
	"maps"
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
	want := ofCommand(t, dir)

	e := open(t, gopls, dir, nil)
	var uris []string
	for _, name := range goFiles(t, dir) {
		e.visit(name)
		uris = append(uris, e.uri(name))
	}
	e.call("workspace/executeCommand", map[string]any{
		"command": "gopls.diagnose_files", "arguments": []any{map[string]any{"Files": uris}},
	})
	got := map[string]bool{}
	related := 0
	e.mu.Lock()
	for name, list := range e.published {
		for _, d := range list {
			if slices.ContainsFunc(analyzers.All(), func(a *analysis.Analyzer) bool { return a.Name == d.Source }) {
				got[name+":"+d.String()] = true
				related += len(d.RelatedInformation)
			}
		}
	}
	e.mu.Unlock()
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
	if related == 0 {
		t.Error("no related information, although a cookie is deleted in another place than it is set")
	}
}

// ofCommand returns what the command finds in dir.
func ofCommand(t *testing.T, dir string) map[string]bool {
	t.Helper()
	res, err := driver.Run(t.Context(), &driver.Config{
		Dir: dir, Patterns: []string{"./..."}, Analyzers: analyzers.All(),
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
			found[fmt.Sprintf("%s:%d: %s (%s)", filepath.ToSlash(name), pos.Line, s.Message, s.Rule)] = true
		}
	}
	if len(found) == 0 {
		t.Fatal("the command finds nothing")
	}
	return found
}
