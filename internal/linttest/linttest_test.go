package linttest

import (
	"go/ast"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"golang.org/x/tools/go/analysis"

	"github.com/sessionlint/sessionlint/internal/evidence"
	"github.com/sessionlint/sessionlint/internal/rule"
)

// lucky finds the number 13, proves 7 and is unsure about 0. The fix replaces
// 13 by what fixed says.
func lucky(fixed string) *analysis.Analyzer {
	run := func(pass *rule.Pass, sites *evidence.Sites) error {
		for _, file := range pass.Files {
			ast.Inspect(file, func(n ast.Node) bool {
				lit, ok := n.(*ast.BasicLit)
				if !ok {
					return true
				}
				switch lit.Value {
				case "13":
					sites.Violation(lit, "thirteen", "number 13 brings bad luck").
						Fix("Use "+fixed, analysis.TextEdit{Pos: lit.Pos(), End: lit.End(), NewText: []byte(fixed)})
				case "7":
					sites.Satisfied(lit, "seven", "number 7 brings luck")
				case "0":
					sites.Unknown(lit, "zero", "number 0 may be anything")
				}
				return true
			})
		}
		return nil
	}
	return rule.New(rule.Info{Name: "tokenrand", Doc: "report unlucky numbers", Severity: evidence.Warning, OnFrom4: 1}, run)
}

const source = `package a

var x = 13 // want tokenrand:"13 brings bad luck"

var y, z = 7, 0

// want+1 tokenrand:"bad" cookiesecure:"of a rule that does not run"
var v = 13
`

const golden = `a.go:3 tokenrand violation thirteen number 13 brings bad luck
a.go:5 tokenrand satisfied seven number 7 brings luck
a.go:5 tokenrand unknown zero number 0 may be anything
a.go:8 tokenrand violation thirteen number 13 brings bad luck
`

// TestCheck gives the harness good fixtures, and bad ones that it must refuse.
func TestCheck(t *testing.T) {
	fixed := strings.ReplaceAll(source, "= 13", "= 14")
	tests := []struct {
		name  string
		fix   string
		files map[string]string // besides go.mod; "" removes
		want  []string          // parts of the problems
	}{
		{name: "good"},
		{name: "good with fixed source", files: map[string]string{"src/tokenrand/basic/a.go.golden": fixed}},
		{
			name:  "finding without want",
			files: map[string]string{"src/tokenrand/basic/a.go": strings.Replace(source, "// want ", "// ", 1)},
			want:  []string{"a.go:3: unexpected tokenrand: number 13 brings bad luck (thirteen)"},
		},
		{
			name:  "want without finding",
			files: map[string]string{"src/tokenrand/basic/a.go": source + "\nvar w = 12 // want tokenrand:`unlucky`\n"},
			want:  []string{"a.go:10: no tokenrand matches `unlucky`"},
		},
		{
			name:  "want with another message",
			files: map[string]string{"src/tokenrand/basic/a.go": strings.Replace(source, `"bad"`, `"good"`, 1)},
			want:  []string{`no tokenrand matches "good"`, "unexpected tokenrand"},
		},
		{
			name:  "other sites",
			files: map[string]string{"src/tokenrand/basic/sites.golden": strings.Replace(golden, "satisfied", "unknown", 1)},
			want:  []string{"sites differ"},
		},
		{
			name:  "no list of sites",
			files: map[string]string{"src/tokenrand/basic/sites.golden": ""},
			want:  []string{"sites differ"},
		},
		{
			name:  "other fixed source",
			files: map[string]string{"src/tokenrand/basic/a.go.golden": source},
			want:  []string{"fixes differ"},
		},
		{
			name: "fix that does not compile",
			fix:  "undefined",
			want: []string{"does not compile"},
		},
		{
			name: "fix that does not help",
			fix:  "13 + 1",
			want: []string{"found after the fixes", "found after the fixes"},
		},
		{
			name: "fixed source without fix",
			files: map[string]string{
				"src/tokenrand/basic/a.go":         "package a\n",
				"src/tokenrand/basic/a.go.golden":  "package a\n",
				"src/tokenrand/basic/sites.golden": "",
			},
			want: []string{"nothing is fixed"},
		},
		{
			name: "configuration of the fixture",
			files: map[string]string{
				"src/tokenrand/basic/.sessionlint.yaml": "rules: {tokenrand: false}\n",
				"src/tokenrand/basic/sites.golden":      strings.ReplaceAll(golden, "violation", "violation(silent)"),
			},
			want: []string{"no tokenrand matches", "no tokenrand matches"},
		},
		{
			name: "packages and tests",
			files: map[string]string{
				"src/tokenrand/crosspkg/lib/lib.go":      "package lib\n\nvar N = 13 // want tokenrand:`bad`\n",
				"src/tokenrand/crosspkg/app/app.go":      "package app\n\nimport \"linttest.test/src/tokenrand/crosspkg/lib\"\n\nvar N = lib.N\n",
				"src/tokenrand/crosspkg/app/app_test.go": "package app\n\nvar M = 13\n",
				"src/tokenrand/crosspkg/sites.golden":    "lib/lib.go:3 tokenrand violation thirteen number 13 brings bad luck\n",
			},
		},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			dir := module(t, map[string]string{"src/tokenrand/basic/a.go": source, "src/tokenrand/basic/sites.golden": golden}, test.files)
			if test.fix == "" {
				test.fix = "14"
			}
			f := fixture{dir: dir, analyzers: []*analysis.Analyzer{lucky(test.fix)}, patterns: []string{"./src/..."}}
			problems, err := f.check()
			if err != nil {
				t.Fatal(err)
			}
			if len(problems) != len(test.want) {
				t.Fatalf("%d problems, want %d:\n%s", len(problems), len(test.want), strings.Join(problems, "\n"))
			}
			for i, part := range test.want {
				if !strings.Contains(problems[i], part) {
					t.Errorf("problem %q does not contain %q", problems[i], part)
				}
			}
		})
	}
}

// TestErrors gives the harness fixtures that it cannot judge.
func TestErrors(t *testing.T) {
	tests := []struct{ name, file, content, want string }{
		{"no packages", "src/README", "nothing", "no packages"},
		{"does not compile", "src/a/a.go", "package a\n\nvar x = undefined\n", "undefined: undefined"},
		{"bad want", "src/a/a.go", "package a\n\nvar x = 1 // want \"anything\"\n", "want RULE"},
		{"bad regexp", "src/a/a.go", "package a\n\nvar x = 1 // want tokenrand:\"(\"\n", "missing closing"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			dir := module(t, map[string]string{test.file: test.content})
			f := fixture{dir: dir, analyzers: []*analysis.Analyzer{lucky("14")}, patterns: []string{"./src/..."}}
			if _, err := f.check(); err == nil || !strings.Contains(err.Error(), test.want) {
				t.Errorf("error %v does not contain %q", err, test.want)
			}
		})
	}
}

// TestUpdate writes golden files, with which the fixture is then good. The
// lines of rules that do not run stay.
func TestUpdate(t *testing.T) {
	const other = "a.go:1 cookiesecure unknown other of another rule\n"
	dir := module(t, map[string]string{"src/tokenrand/basic/a.go": source, "src/tokenrand/basic/sites.golden": other})
	f := fixture{dir: dir, analyzers: []*analysis.Analyzer{lucky("14")}, patterns: []string{"./src/..."}}
	for _, f.update = range []bool{true, false} {
		if problems, err := f.check(); err != nil || len(problems) > 0 {
			t.Fatalf("update %v: %v %v", f.update, problems, err)
		}
	}
	for name, want := range map[string]string{
		"sites.golden": other + golden, "a.go.golden": strings.ReplaceAll(source, "= 13", "= 14"),
	} {
		data, err := os.ReadFile(filepath.Join(dir, "src/tokenrand/basic", name))
		if err != nil {
			t.Fatal(err)
		}
		if string(data) != want {
			t.Errorf("%s is\n%s\nwant\n%s", name, data, want)
		}
	}
}

// module writes a module; later files win, empty ones are left out.
func module(t *testing.T, layers ...map[string]string) string {
	t.Helper()
	dir, err := filepath.EvalSymlinks(t.TempDir())
	if err != nil {
		t.Fatal(err)
	}
	files := map[string]string{"go.mod": "module linttest.test\n\ngo 1.25.0\n"}
	for _, layer := range layers {
		for name, content := range layer {
			files[name] = content
		}
	}
	for name, content := range files {
		if content == "" {
			continue
		}
		path := filepath.Join(dir, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(path), 0o777); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(content), 0o666); err != nil {
			t.Fatal(strconv.Quote(path), err)
		}
	}
	return dir
}
