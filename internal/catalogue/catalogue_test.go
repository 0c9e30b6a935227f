package catalogue_test

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/sessionlint/sessionlint/analyzers"
	"github.com/sessionlint/sessionlint/internal/catalogue"
	"github.com/sessionlint/sessionlint/internal/options"
	"github.com/sessionlint/sessionlint/internal/rule"
)

// TestItems checks that every item is complete and refers to what exists.
func TestItems(t *testing.T) {
	items, err := catalogue.Items()
	if err != nil {
		t.Fatal(err)
	}
	names := catalogue.RuleNames()
	seen := map[catalogue.Ref]bool{}
	for _, item := range items {
		if seen[item.Ref()] {
			t.Errorf("two items %s", item.Ref())
		}
		seen[item.Ref()] = true
		if item.Title == "" || item.Section == "" || item.Description == "" || item.Guide == "" || item.Bad == "" || item.Good == "" {
			t.Errorf("%s is incomplete: %+v", item.Ref(), item)
		}
		if item.Level < 1 || item.Level > 3 || len(item.CWE) == 0 || item.Needs == "" || len(item.Decided) == 0 || len(item.See) == 0 {
			t.Errorf("%s is incomplete: %+v", item.Ref(), item)
		}
		for _, name := range item.Rules() {
			if !slices.Contains(names, name) {
				t.Errorf("%s: no rule %q", item.Ref(), name)
			}
		}
		for _, d := range item.Decided {
			if !slices.Contains([]string{"local", "inter", "app", "heuristic", "no"}, d) {
				t.Errorf("%s is decided %q", item.Ref(), d)
			}
		}
	}
	for _, item := range items {
		for _, see := range item.See {
			if strings.HasPrefix(see.ID, "3.") && see.Edition == catalogue.ASVS4 && !seen[see] || see.Edition == catalogue.Further && !seen[see] {
				t.Errorf("%s refers to %s, which is missing", item.Ref(), see)
			}
		}
	}
}

// TestChapter checks that no item of chapter V3 of 4.0.3, of V7 and V3.3 of
// 5.0, and of V9 is missing.
func TestChapter(t *testing.T) {
	items, err := catalogue.Items()
	if err != nil {
		t.Fatal(err)
	}
	for edition, sections := range map[catalogue.Edition]map[string]int{
		catalogue.ASVS4: {"3.1": 1, "3.2": 4, "3.3": 4, "3.4": 5, "3.5": 3, "3.6": 2, "3.7": 1},
		catalogue.ASVS5: {"7.1": 3, "7.2": 4, "7.3": 2, "7.4": 5, "7.5": 3, "7.6": 2, "3.3": 5, "9.1": 3, "9.2": 4},
	} {
		for section, count := range sections {
			for n := 1; n <= count; n++ {
				ref := catalogue.Ref{Edition: edition, ID: fmt.Sprintf("%s.%d", section, n)}
				if len(catalogue.Find(items, ref.String())) != 1 {
					t.Errorf("%s is missing", ref)
				}
			}
		}
	}
}

// TestRulesHaveItems checks that each rule is named by the items that it says
// it checks, as far as the catalogue has them.
func TestRulesHaveItems(t *testing.T) {
	items, err := catalogue.Items()
	if err != nil {
		t.Fatal(err)
	}
	for _, a := range analyzers.All() {
		info, ok := rule.InfoOf(a)
		if !ok || info.ASVS4 == "" && info.ASVS5 == "" {
			continue
		}
		if len(catalogue.Find(items, a.Name)) == 0 {
			t.Errorf("no item names rule %s", a.Name)
		}
		for _, item := range items {
			if item.Edition == catalogue.ASVS4 && item.ID == info.ASVS4 || item.Edition == catalogue.ASVS5 && item.ID == info.ASVS5 {
				if !slices.Contains(item.Rules(), a.Name) {
					t.Errorf("%s does not name rule %s", item.Ref(), a.Name)
				}
			}
		}
	}
}

// TestLimits holds the numbers against those that rules go by.
func TestLimits(t *testing.T) {
	for level := 1; level <= 3; level++ {
		o := options.Default()
		o.Level = level
		absolute, idle := o.Limits()
		if !slices.ContainsFunc(catalogue.Limits(), func(l catalogue.Limit) bool {
			return l.Source == "ASVS 4.0.3" && l.Level == fmt.Sprint(level) && l.Absolute == absolute && l.Idle == idle
		}) {
			t.Errorf("level %d: rules go by %v and %v", level, absolute, idle)
		}
	}
}

func TestFind(t *testing.T) {
	items, err := catalogue.Items()
	if err != nil {
		t.Fatal(err)
	}
	for name, want := range map[string]string{
		"3.2.1": "4.0.3 3.2.1", "V3.2.1": "4.0.3 3.2.1", "7.4.1": "5.0 7.4.1", "5.0 3.3.1": "5.0 3.3.1", "3.3.1": "4.0.3 3.3.1, 5.0 3.3.1",
		"v4.0.3-3.4.1": "4.0.3 3.4.1", "V5.0-7.2.3": "5.0 7.2.3", "s2": "further S2", "V2": "further V2", "CWE-1004": "4.0.3 3.4.2, 5.0 3.3.4",
		"authabort": "4.0.3 3.7.1, 5.0 16.5.3, further S13", "nothing": "", "CWE-1": "",
	} {
		var have []string
		for _, item := range catalogue.Find(items, name) {
			have = append(have, item.Ref().String())
		}
		if got := strings.Join(have, ", "); got != want {
			t.Errorf("%q finds %q, want %q", name, got, want)
		}
	}
}

// TestCategories checks that the categories that items name are those of the
// rules, as far as these exist.
func TestCategories(t *testing.T) {
	items, err := catalogue.Items()
	if err != nil {
		t.Fatal(err)
	}
	for _, item := range items {
		refs := slices.Concat(item.Also, item.Advice)
		for _, p := range item.Proof {
			refs = append(refs, p.OneOf...)
		}
		for _, ref := range refs {
			page, err := os.ReadFile(filepath.Join("..", "..", "docs", "rules", ref.Rule+".md"))
			if err != nil {
				continue
			}
			for _, category := range slices.Concat(ref.Only, ref.Less) {
				if !strings.Contains(string(page), "<a id=\""+category+"\">") {
					t.Errorf("%s: rule %s has no category %q", item.Ref(), ref.Rule, category)
				}
			}
		}
	}
}
