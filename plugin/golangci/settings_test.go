package golangci

import (
	"flag"
	"slices"
	"strings"
	"testing"

	"golang.org/x/tools/go/analysis"

	"github.com/sessionlint/sessionlint/analyzers"
	"github.com/sessionlint/sessionlint/internal/options"
	"github.com/sessionlint/sessionlint/internal/rule"
)

// TestRefused: what is misspelt or makes no sense is said in one line, as no
// linter should run with settings that nobody asked for.
func TestRefused(t *testing.T) {
	type m = map[string]any
	for _, test := range []struct {
		settings any
		want     string
	}{
		{m{"levl": 2}, `unknown setting "levl" (did you mean "level"?)`},
		{m{"level": 9}, `level: want 1, 2 or 3, have "9"`},
		{m{"level": []any{1, 2}}, `level: want 1, 2 or 3, have "1,2"`},
		{m{"level": nil}, `level: has no value`},
		{m{"asvs": 7.0}, `asvs: want 4.0.1, 4.0.3 or 5.0, have "7"`},
		{m{"tests": "often"}, `tests: want true or false, have "often"`},
		{m{"max-idle": 30}, `max-idle: want a duration such as 30m, 12h or 30d, have "30"`},
		{m{"names": []any{[]any{"a"}}}, `names: want a word or a list of words`},
		{m{"names": m{"a": true}}, `names: want a word or a list of words`},
		{m{"enable": "cookiesecur"}, `enable: unknown rule "cookiesecur" (did you mean "cookiesecure"?)`},
		{m{"rules": "cookiesecure"}, `rules: want the names of rules`},
		{m{"rules": m{"cookiesecur": true}}, `unknown rule "cookiesecur" (did you mean "cookiesecure"?)`},
		{m{"rules": m{"cookiesecure": 1}}, `cookiesecure: want true, false or a map of its flags`},
		{m{"rules": m{"cookieprefix": m{"requir": true}}}, `rule cookieprefix has no flag "requir" (did you mean "require"?)`},
		{m{"rules": m{"cookieprefix": m{"require": 2}}}, `cookieprefix.require: `},
		{m{"rules": m{"cookieprefix": m{"_info": "x"}}}, `rule cookieprefix has no flag "_info"`},
		{"level", `want keys and values`},
	} {
		if _, err := New(test.settings); err == nil || !strings.Contains(err.Error(), test.want) || strings.Contains(err.Error(), "\n") {
			t.Errorf("New(%v): error %v, want %q", test.settings, err, test.want)
		}
	}
}

// TestSet looks at the flags after all kinds of values were given.
func TestSet(t *testing.T) {
	own := rule.New(rule.Info{
		Name: "cookiesecure", Doc: "Package cookiesecure is a double.",
		Flags: func(f *flag.FlagSet) { f.Int("bits", 64, "bits") },
	}, nil)
	chosen, err := configure(map[string]any{
		"asvs": 5.0, "level": 3.0, "names": []any{"ticket", "badge"}, "tests": true, "severity": "error", "modules": "corp.example/*",
		"rules": map[string]any{
			"cookiesecure": map[string]any{"bits": 128.0},
			"cookiescope":  true,
			"cookieprefix": false,
		},
	}, append([]*analysis.Analyzer{own}, analyzers.All()...))
	if err != nil {
		t.Fatal(err)
	}
	for name, want := range map[string]string{
		"asvs": "5.0", "level": "3", "names": "ticket,badge", "tests": "true", "severity": "error", "modules": "corp.example/*",
		"enable": "cookiescope",
	} {
		if have := options.Analyzer.Flags.Lookup(name).Value.String(); have != want {
			t.Errorf("%s is %q, want %q", name, have, want)
		}
	}
	if have := own.Flags.Lookup("bits").Value.String(); have != "128" {
		t.Errorf("bits is %s, want 128", have)
	}
	names := ruleNames(chosen)
	if slices.Contains(names, "cookieprefix") || len(chosen) != len(analyzers.All()) {
		t.Errorf("the rules are %v, want all but cookieprefix", names)
	}
}
