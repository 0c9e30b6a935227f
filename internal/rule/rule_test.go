package rule_test

import (
	"flag"
	"strings"
	"testing"

	"golang.org/x/tools/go/analysis"

	"github.com/sessionlint/sessionlint/internal/evidence"
	"github.com/sessionlint/sessionlint/internal/rule"
)

func nothing(*rule.Pass, *evidence.Sites) error { return nil }

func TestNew(t *testing.T) {
	info := rule.Info{
		Name: "cookiesecure", Doc: "report cookies", ASVS4: "3.4.1", CWE: []int{614}, OnFrom4: 1,
		Flags: func(flags *flag.FlagSet) { flags.Int("limit", 3, "how many") },
	}
	a := rule.New(info, nothing)
	if err := analysis.Validate([]*analysis.Analyzer{a}); err != nil {
		t.Error(err)
	}
	if want := "https://github.com/sessionlint/sessionlint/blob/main/docs/rules/cookiesecure.md"; a.URL != want {
		t.Errorf("URL is %s", a.URL)
	}
	have, ok := rule.InfoOf(a)
	if !ok || have.ASVS4 != "3.4.1" || have.CWE[0] != 614 {
		t.Errorf("InfoOf gives %+v, %v", have, ok)
	}
	if _, ok := rule.InfoOf(&analysis.Analyzer{Name: "other"}); ok {
		t.Error("InfoOf knows an analyzer that is no rule")
	}
}

// TestHiddenFlag: of the flags of a rule, people see its own ones.
func TestHiddenFlag(t *testing.T) {
	a := rule.New(rule.Info{
		Name: "r", Doc: "report nothing", Flags: func(flags *flag.FlagSet) { flags.Bool("all", false, "everything") },
	}, nothing)
	var visible []string
	a.Flags.VisitAll(func(f *flag.Flag) {
		if rule.HiddenFlag(f.Name) != rule.HiddenFlag("r."+f.Name) {
			t.Errorf("%s: the name of the analyzer makes a difference", f.Name)
		}
		if !rule.HiddenFlag(f.Name) {
			visible = append(visible, f.Name+"="+f.DefValue)
		} else if f.Value.Set("x") == nil {
			t.Errorf("hidden flag %s can be set", f.Name)
		}
	})
	if got := strings.Join(visible, " "); got != "all=false" {
		t.Errorf("visible flags: %s", got)
	}
	if b, ok := a.Flags.Lookup("all").Value.(interface{ IsBoolFlag() bool }); !ok || !b.IsBoolFlag() {
		t.Error("-r.all wants a value")
	}
	var help strings.Builder
	a.Flags.SetOutput(&help)
	a.Flags.PrintDefaults() // calls String on zero values
}

func TestDoc(t *testing.T) {
	tests := []struct{ name, source, want string }{
		{"plain text", "report things", "report things"},
		{"plain manual", "report things.\n\nIn detail.", "report things\n\nreport things.\n\nIn detail."},
		{
			"doc.go",
			"// Copyright notice.\n\n// Package r reports session cookies\n// without Secure. They leak.\n//\n// Bad:\n//\n//\tx := 1\n//\n//go:generate x\npackage r\n",
			"report session cookies without Secure\n\nPackage r reports session cookies\nwithout Secure. They leak.\n\nBad:\n\n\tx := 1",
		},
		{"only a sentence", "// Package r reports things.\npackage r\n", "report things"},
		{"windows", "// Package r reports things.\r\npackage r\r\n", "report things"},
	}
	for _, test := range tests {
		if a := rule.New(rule.Info{Name: "r", Doc: test.source}, nothing); a.Doc != test.want {
			t.Errorf("%s: %q, want %q", test.name, a.Doc, test.want)
		}
	}
}
