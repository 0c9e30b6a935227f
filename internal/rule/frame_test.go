package rule_test

import (
	"errors"
	"flag"
	"fmt"
	"go/ast"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/analysis/checker"
	"golang.org/x/tools/go/packages"

	"github.com/sessionlint/sessionlint/internal/evidence"
	"github.com/sessionlint/sessionlint/internal/rule"
)

// named is a rule that judges variables by their names: bad is a violation,
// hint a possible one, note one of no severity, good is satisfied.
var named = rule.New(rule.Info{Name: "tokenrand", Doc: "report bad variables", Severity: evidence.Error, OnFrom4: 2, OnFrom5: 1}, judge)

func judge(pass *rule.Pass, sites *evidence.Sites) error {
	for _, file := range pass.Files {
		ast.Inspect(file, func(n ast.Node) bool {
			spec, ok := n.(*ast.ValueSpec)
			if !ok {
				return true
			}
			switch name := spec.Names[0]; strings.TrimRight(name.Name, "0123456789") {
			case "bad":
				sites.Violation(name, "very-bad", "variable %q is bad", name.Name).Step(file.Name, "in this package")
			case "hint":
				sites.Violation(name, "hint", "variable %q may be bad", name.Name).At(evidence.Possible)
			case "note":
				sites.Violation(name, "note", "variable %q is not nice", name.Name).As(evidence.Info)
			case "good":
				sites.Satisfied(name, "good", "variable %q is good", name.Name)
			}
			return true
		})
	}
	return nil
}

func TestFrame(t *testing.T) {
	const level2 = "level: 2\n"
	tests := []struct {
		name   string
		config string
		file   string // name of the source file
		source string
		report string // messages, categories
		sites  string // verdicts
	}{
		{"level too low", "", "a.go", "var bad int\n", "", "violation(silent)"},
		{"level", level2, "a.go", "var bad int\nvar good int\n", `variable "bad" is bad`, "violation satisfied"},
		{"edition", "asvs: 5.0\n", "a.go", "var bad int\n", `variable "bad" is bad`, "violation"},
		{"on in the file", "rules: {tokenrand: true}\n", "a.go", "var bad int\n", `variable "bad" is bad`, "violation"},
		{"off in the file", level2 + "rules: {tokenrand: false}\n", "a.go", "var bad int\n", "", "violation(silent)"},
		{"confidence", level2, "a.go", "var hint int\n", "", "violation(silent)"},
		{"all confidences", level2 + "confidence: possible\n", "a.go", "var hint int\n", `variable "hint" may be bad`, "violation"},
		{"severity", level2, "a.go", "var note int\n", "", "violation(silent)"},
		{"all severities", level2 + "severity: info\n", "a.go", "var note int\n", `variable "note" is not nice`, "violation"},
		{"only errors", level2 + "severity: error\n", "a.go", "var bad int\n", `variable "bad" is bad`, "violation"},

		{"testdata", level2, "testdata/a.go", "var bad int\n", "", ""},
		{"mocks", level2, "mocks/a.go", "var bad int\n", "", ""},
		{"examples", level2, "examples/a.go", "var bad int\n", `variable "bad" is bad`, "violation"},
		{"testdata and tests", level2 + "tests: true\n", "testdata/a.go", "var bad int\n", `variable "bad" is bad`, "violation"},
		{"test file", level2, "a_test.go", "var bad int\n", "", ""},
		{"test file and tests", level2 + "tests: true\n", "a_test.go", "var bad int\n", `variable "bad" is bad`, "violation"},
		{"server for tests", level2, "a.go", "import \"net/http/httptest\"\n\nvar bad int\n\nfunc f() *httptest.Server { return nil }\n", "", ""},
		{"recorder", level2, "a.go", "import \"net/http/httptest\"\n\nvar bad int\n\nfunc f() *httptest.ResponseRecorder { return nil }\n", `variable "bad" is bad`, "violation"},
		{"generated", level2, "gen.go", "var bad int\n", "", ""},
		{"generated, wanted", level2 + "generated: true\n", "gen.go", "var bad int\n", `variable "bad" is bad`, "violation"},

		{"ignored", level2, "a.go", "//sessionlint:ignore tokenrand for a reason\nvar bad int\n", "", "accepted:for a reason"},
		{"ignored behind", level2, "a.go", "var bad int //sessionlint:ignore cookiesecure,tokenrand for a reason\nvar bad2 int\n", `variable "bad2" is bad`, "accepted:for a reason violation"},
		{"ignored function", level2, "a.go", "// f.\n//\n//sessionlint:ignore tokenrand old\nfunc f() {\n\tvar bad int\n\tvar bad2 int\n\t_, _ = bad, bad2\n}\n", "", "accepted:old accepted:old"},
		{"nolint", level2, "a.go", "var bad int //nolint:sessionlint // old\n", "", "accepted:old"},
		{"lint:ignore", level2, "a.go", "//lint:ignore tokenrand old\nvar bad int\n", "", "accepted:old"},
		{"ignored below the level", "", "a.go", "//sessionlint:ignore tokenrand old\nvar bad int\n", "", "accepted:old"},
		{"no reason", level2, "a.go", "//sessionlint:ignore tokenrand\nvar bad int\n", `variable "bad" is bad`, "violation"},
		{"other rule", level2, "a.go", "//sessionlint:ignore cookiesecure old\nvar bad int\n", `variable "bad" is bad`, "violation"},

		{"unused", level2, "a.go", "//sessionlint:ignore tokenrand old\nvar good int\n", "directive ignores tokenrand but nothing is found here", "violation satisfied"},
		{"unused, other rule", level2, "a.go", "//sessionlint:ignore cookiesecure old\nvar good int\n", "", "satisfied"},
		{"unused, rule off", "", "a.go", "//sessionlint:ignore tokenrand old\nvar good int\n", "", "satisfied"},
		{"unused, not ours", level2, "a.go", "//nolint\nvar good int\n", "", "satisfied"},
		{"unused, generated", level2, "gen.go", "//sessionlint:ignore tokenrand old\nvar good int\n", "", ""},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			source := "package a\n\n" + test.source
			if test.file == "gen.go" {
				source = "// Code generated by a test. DO NOT EDIT.\n\n" + source
			}
			diagnostics, sites, err := analyze(t, named, map[string]string{".sessionlint.yaml": test.config, test.file: source})
			if err != nil {
				t.Fatal(err)
			}
			var messages, verdicts []string
			for _, d := range diagnostics {
				messages = append(messages, d.Message)
			}
			for _, s := range sites {
				verdict := s.Verdict.String()
				if s.Silent {
					verdict += "(silent)"
				}
				if s.Reason != "" {
					verdict += ":" + s.Reason
				}
				verdicts = append(verdicts, verdict)
			}
			if got := strings.Join(messages, "; "); got != test.report {
				t.Errorf("reported %q, want %q", got, test.report)
			}
			if got := strings.Join(verdicts, " "); got != test.sites {
				t.Errorf("sites %q, want %q", got, test.sites)
			}
		})
	}
}

func TestDiagnostic(t *testing.T) {
	diagnostics, _, err := analyze(t, named, map[string]string{".sessionlint.yaml": "level: 2\n", "a.go": "package a\n\nvar bad int\n"})
	if err != nil || len(diagnostics) != 1 {
		t.Fatal(diagnostics, err)
	}
	d := diagnostics[0]
	if d.Category != "very-bad" || d.URL != rule.URL("tokenrand")+"#very-bad" || d.End-d.Pos != 3 || len(d.Related) != 1 {
		t.Errorf("diagnostic %+v", d)
	}
}

// TestForeign: packages that are not own have no sites, and the rule is not
// even called.
func TestForeign(t *testing.T) {
	a := rule.New(rule.Info{Name: "tokenrand", Doc: "fail", OnFrom4: 1}, func(*rule.Pass, *evidence.Sites) error {
		return errors.New("called")
	})
	_, sites, err := analyze(t, a, map[string]string{"a.go": "package a\n"}, "internal/goversion")
	if err != nil || len(sites) > 0 {
		t.Errorf("sites %v, error %v", sites, err)
	}
}

func TestPanic(t *testing.T) {
	broken := func(pass *rule.Pass, sites *evidence.Sites) error {
		if err := judge(pass, sites); err != nil {
			return err
		}
		return fmt.Errorf("file %v", pass.Files[99])
	}
	a := rule.New(rule.Info{Name: "tokenrand", Doc: "report and fail", OnFrom4: 1}, broken)
	for source, place := range map[string]string{
		"package a\n\nvar bad int\n": "a.go:3:5", // the last site
		"package a\n":                "a.go:1:1", // the package
	} {
		_, _, err := analyze(t, a, map[string]string{"a.go": source})
		if err == nil {
			t.Fatal("no error")
		}
		for _, part := range []string{"rule tokenrand failed on package frame.example", place, "index out of range [99]", "TestPanic"} {
			if !strings.Contains(err.Error(), part) {
				t.Errorf("error %q does not contain %q", err, part)
			}
		}
		if strings.Contains(err.Error(), "\n") {
			t.Errorf("error has several lines: %q", err)
		}
	}
}

func TestFailure(t *testing.T) {
	failure := errors.New("cannot")
	a := rule.New(rule.Info{Name: "tokenrand", Doc: "fail", OnFrom4: 1}, func(*rule.Pass, *evidence.Sites) error { return failure })
	if _, _, err := analyze(t, a, map[string]string{"a.go": "package a\n"}); !errors.Is(err, failure) {
		t.Errorf("error %v", err)
	}
}

// TestOwnFlags: the rule sees the default, what the file says, what the flag
// says, in this order.
func TestOwnFlags(t *testing.T) {
	var limit int
	var words []string
	info := rule.Info{Name: "tokenkey", Doc: "report nothing", OnFrom4: 1, Flags: func(flags *flag.FlagSet) {
		flags.Int("limit", 3, "how many")
		flags.String("words", "", "which")
	}}
	a := rule.New(info, func(pass *rule.Pass, _ *evidence.Sites) error {
		limit, words = rule.Flag[int](pass, "limit"), pass.Words("words")
		return nil
	})
	run := func(config string) error {
		_, _, err := analyze(t, a, map[string]string{".sessionlint.yaml": config, "a.go": "package a\n"})
		return err
	}
	if err := run(""); err != nil || limit != 3 || len(words) > 0 {
		t.Errorf("defaults: limit %d, words %v, error %v", limit, words, err)
	}
	const config = "rules:\n  tokenkey:\n    limit: 4\n    words: [a, b]\n"
	if err := run(config); err != nil || limit != 4 || !slices.Equal(words, []string{"a", "b"}) {
		t.Errorf("file: limit %d, words %v, error %v", limit, words, err)
	}
	if err := run("rules:\n  tokenkey: {limit: many}\n"); err == nil || !strings.Contains(err.Error(), ".sessionlint.yaml:2: tokenkey.limit") {
		t.Errorf("bad value: error %v", err)
	}
	if err := run("rules:\n  tokenkey: {limits: 4}\n"); err == nil || !strings.Contains(err.Error(), `.sessionlint.yaml:2: rule tokenkey has no flag "limits"`) {
		t.Errorf("unknown flag: error %v", err)
	}
	if err := a.Flags.Set("limit", "x"); err == nil {
		t.Error("-tokenkey.limit=x is accepted")
	}
	if err := a.Flags.Set("limit", "5"); err != nil {
		t.Fatal(err)
	}
	if err := run(config); err != nil || limit != 5 {
		t.Errorf("flag: limit %d, error %v", limit, err)
	}
}

// analyze runs a rule on a module made of the given files.
func analyze(t *testing.T, a *analysis.Analyzer, files map[string]string, patterns ...string) ([]analysis.Diagnostic, []*evidence.Site, error) {
	t.Helper()
	dir := t.TempDir()
	files["go.mod"] = "module frame.example\n\ngo 1.25.0\n"
	for name, content := range files {
		name = filepath.Join(dir, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(name), 0o777); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(name, []byte(content), 0o666); err != nil {
			t.Fatal(err)
		}
		if pattern := filepath.Dir(name); len(patterns) == 0 && strings.HasSuffix(name, ".go") {
			patterns = []string{pattern}
		}
	}
	config := &packages.Config{Mode: packages.LoadSyntax, Dir: dir, Tests: true}
	pkgs, err := packages.Load(config, patterns...)
	if err != nil {
		t.Fatal(err)
	}
	pkgs = slices.DeleteFunc(pkgs, func(pkg *packages.Package) bool { return strings.HasSuffix(pkg.ID, ".test") || len(pkg.Syntax) == 0 })
	if packages.PrintErrors(pkgs) > 0 || len(pkgs) != 1 {
		t.Fatal("fixture does not load: ", pkgs)
	}
	graph, err := checker.Analyze([]*analysis.Analyzer{a}, pkgs, nil)
	if err != nil {
		t.Fatal(err)
	}
	act := graph.Roots[0]
	if act.Err != nil {
		return nil, nil, act.Err
	}
	return act.Diagnostics, act.Result.(*evidence.Sites).All(), nil
}
