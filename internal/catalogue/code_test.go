package catalogue_test

import (
	"context"
	"maps"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"golang.org/x/tools/go/analysis"

	"github.com/sessionlint/sessionlint/analyzers"
	"github.com/sessionlint/sessionlint/internal/catalogue"
	"github.com/sessionlint/sessionlint/internal/catalogue/examples"
	"github.com/sessionlint/sessionlint/internal/driver"
	"github.com/sessionlint/sessionlint/internal/options"
	"github.com/sessionlint/sessionlint/internal/own"
)

// TestCode compiles the code of each item against the real libraries, and
// holds it against the rules that look at the item: bad code has a finding of
// one of them, as far as they exist, and good code has none.
func TestCode(t *testing.T) {
	if testing.Short() {
		t.Skip("downloads and compiles libraries")
	}
	items, err := catalogue.Items()
	if err != nil {
		t.Fatal(err)
	}
	dir, pieces := lay(t, items)
	if err := options.Analyzer.Flags.Set("level", "3"); err != nil {
		t.Fatal(err)
	}
	res, err := driver.Run(context.Background(), &driver.Config{
		Dir: dir, Patterns: []string{"./..."}, Analyzers: analyzers.All(),
		Own: func(dir, path string) bool { return own.Package(dir, path, nil) },
	})
	if err != nil {
		t.Fatal(err)
	}
	for _, p := range res.Problems {
		t.Errorf("%s", p)
	}
	found := map[string][]string{}
	for _, s := range res.Sites {
		if s.IsFinding() {
			found[filepath.Base(s.Package)] = append(found[filepath.Base(s.Package)], s.Rule+": "+s.Message)
		}
	}
	for _, name := range slices.Sorted(maps.Keys(pieces)) {
		item := pieces[name]
		hit := slices.ContainsFunc(found[name], func(f string) bool { return concerns(item, f) })
		switch good := strings.HasSuffix(name, "_good"); {
		case good && hit:
			t.Errorf("good code of %s: %q", item.Ref(), found[name])
		case !good && !hit && slices.Contains(foundBad(), item.Ref().String()):
			t.Errorf("bad code of %s: no finding of %v, but %q", item.Ref(), item.Rules(), found[name])
		case !good && !hit && exists(item):
			t.Logf("bad code of %s: no finding of %v, but %q", item.Ref(), item.Rules(), found[name])
		}
	}
}

// foundBad lists the items whose bad code is found, and has to be.
func foundBad() []string {
	return []string{
		"4.0.3 3.1.1", "4.0.3 3.2.1", "4.0.3 3.2.2", "4.0.3 3.2.3", "4.0.3 3.2.4", "4.0.3 3.3.1", "4.0.3 3.3.2", "4.0.3 3.4.1",
		"4.0.3 3.4.2", "4.0.3 3.4.3", "4.0.3 3.4.4", "4.0.3 3.4.5", "4.0.3 3.5.2", "4.0.3 3.5.3",
		"4.0.3 3.6.1", "further S1", "further S2", "further V2", "further V3", "further V5", "further V6", "further V7",
	}
}

// exists reports whether the first rule of an item does.
func exists(item *catalogue.Item) bool {
	return len(item.Proof) > 0 && slices.ContainsFunc(analyzers.All(), func(a *analysis.Analyzer) bool { return a.Name == item.Proof[0].OneOf[0].Rule })
}

func concerns(item *catalogue.Item, finding string) bool {
	rule, _, _ := strings.Cut(finding, ":")
	return slices.Contains(item.Rules(), rule)
}

// lay writes a module with a package for each piece of code, once if several
// items share it, and returns the items by package.
func lay(t *testing.T, items []*catalogue.Item) (string, map[string]*catalogue.Item) {
	dir, err := filepath.EvalSymlinks(t.TempDir())
	if err != nil {
		t.Fatal(err)
	}
	pieces, code, seen := map[string]*catalogue.Item{}, map[string]string{}, map[string]bool{}
	for _, item := range items {
		for kind, text := range map[string]string{"bad": item.Bad, "good": item.Good} {
			if seen[kind+text] {
				continue
			}
			seen[kind+text] = true
			name := "x" + strings.NewReplacer(".", "_", " ", "_").Replace(item.Ref().String()) + "_" + kind
			pieces[name], code[name] = item, text
		}
	}
	if err := examples.Write(filepath.Join("..", ".."), dir, code); err != nil {
		t.Fatal(err)
	}
	return dir, pieces
}
