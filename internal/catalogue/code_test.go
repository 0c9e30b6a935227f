package catalogue_test

import (
	"context"
	"maps"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/sessionlint/sessionlint/analyzers"
	"github.com/sessionlint/sessionlint/internal/catalogue"
	"github.com/sessionlint/sessionlint/internal/catalogue/examples"
	"github.com/sessionlint/sessionlint/internal/driver"
	"github.com/sessionlint/sessionlint/internal/evidence"
	"github.com/sessionlint/sessionlint/internal/options"
	"github.com/sessionlint/sessionlint/internal/own"
)

// TestCode compiles the code of each item against the real libraries, and
// holds it against the rules that look at the item: bad code breaks the item
// by what one of them finds, and good code does not.
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
	broken := map[string][]*driver.Site{}
	for _, s := range res.Sites {
		if s.Verdict == evidence.Violation && s.Confidence >= evidence.Likely { // told at some severity and level
			broken[filepath.Base(s.Package)] = append(broken[filepath.Base(s.Package)], s)
		}
	}
	for _, name := range slices.Sorted(maps.Keys(pieces)) {
		for _, item := range pieces[name] {
			judge(t, item, strings.HasSuffix(name, "_good"), broken[name])
		}
	}
}

// judge holds what was found in the code of an item against the item.
func judge(t *testing.T, item *catalogue.Item, good bool, broken []*driver.Site) {
	var list []string
	hit := false
	for _, s := range broken {
		hit = hit || item.Concerns(s.Rule, s.Category)
		list = append(list, s.Rule+" "+s.Category+": "+s.Message)
	}
	why, none := noFinding()[item.Ref().String()]
	switch {
	case good && hit:
		t.Errorf("good code of %s: %q", item.Ref(), list)
	case !good && !hit && !none:
		t.Errorf("bad code of %s: no finding of %v, but %q", item.Ref(), item.Rules(), list)
	case !good && hit && none:
		t.Errorf("bad code of %s is found: %q; strike it from the list (%s)", item.Ref(), list, why)
	}
}

// noFinding lists the items whose bad code no rule finds, with the reason.
func noFinding() map[string]string {
	const document, question = "what it asks for is a document", "what is missing has no place: a question of the report"
	return map[string]string{
		"5.0 7.1.1":   document,
		"5.0 7.1.2":   document,
		"5.0 7.1.3":   document,
		"5.0 7.4.4":   question,
		"5.0 7.4.5":   question,
		"5.0 10.4.9":  question,
		"5.0 10.7.3":  question,
		"5.0 14.3.1":  question,
		"5.0 10.5.4":  "an audience is asked for where own code writes one, or with -require=aud",
		"5.0 16.3.1":  question,
		"further S10": question,
		"further S18": question,
		"further S19": question,
		"further S20": question,
		"further S8":  "a program may do without it: never a defect",
		"further V11": "what claims are private, nobody but their owner knows",
	}
}

// lay writes a module with a package for each piece of code, once if several
// items share it, and returns the items by package.
func lay(t *testing.T, items []*catalogue.Item) (string, map[string][]*catalogue.Item) {
	dir, err := filepath.EvalSymlinks(t.TempDir())
	if err != nil {
		t.Fatal(err)
	}
	pieces, code, names := map[string][]*catalogue.Item{}, map[string]string{}, map[string]string{}
	for _, item := range items {
		for kind, text := range map[string]string{"bad": item.Bad, "good": item.Good} {
			name := names[kind+text]
			if name == "" {
				name = "x" + strings.NewReplacer(".", "_", " ", "_").Replace(item.Ref().String()) + "_" + kind
				names[kind+text], code[name] = name, text
			}
			pieces[name] = append(pieces[name], item)
		}
	}
	if err := examples.Write(filepath.Join("..", ".."), dir, code); err != nil {
		t.Fatal(err)
	}
	return dir, pieces
}
