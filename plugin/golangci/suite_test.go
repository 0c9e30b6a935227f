package golangci

import (
	"fmt"
	"go/ast"
	"go/token"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/analysis/checker"
	"golang.org/x/tools/go/packages"

	"github.com/sessionlint/sessionlint/analyzers"
	"github.com/sessionlint/sessionlint/internal/evidence"
	"github.com/sessionlint/sessionlint/internal/options"
	"github.com/sessionlint/sessionlint/internal/rule"
)

// TestSuite runs rules that report the functions of a package with these
// fixes: a and c insert the same, b inserts something else at the same place
// and offers a second fix, d contradicts e, f edits another file as well.
func TestSuite(t *testing.T) {
	dir := t.TempDir()
	write(t, dir, "go.mod", "module m\n\ngo 1.25.0\n")
	write(t, dir, "p.go", `package p

func first() {}

//nolint:sessionlint // golangci-lint sees to this
func second() {}

//sessionlint:ignore cookiesecure,cookiescope,cookieprefix,cookiedelete,cookiehttponly,cookiesamesite we see to this
func third() {}
`)
	write(t, dir, "q.go", "package p\n\nvar other int\n")
	insert := func(text string) edit {
		return func(f *ast.FuncDecl) analysis.TextEdit {
			return analysis.TextEdit{Pos: f.Body.Rbrace, End: f.Body.Rbrace, NewText: []byte(text)}
		}
	}
	replace := func(text string) edit {
		return func(f *ast.FuncDecl) analysis.TextEdit {
			return analysis.TextEdit{Pos: f.Name.Pos(), End: f.Name.End(), NewText: []byte(text)}
		}
	}
	have := run(t, dir, suite([]*analysis.Analyzer{
		double("cookiesecure", []edit{insert("/*other*/"), elsewhere}),
		double("cookiescope", []edit{replace("x")}),
		double("cookiesamesite", []edit{replace("y")}),
		double("cookieprefix", []edit{insert("/*same*/")}),
		double("cookiehttponly", []edit{insert("/*other*/")}, []edit{replace("z")}),
		double("cookiedelete", []edit{insert("/*same*/")}),
	}))
	var want []string
	for _, f := range []string{"3: %s: first [name: line 3; elsewhere: q.go:3]", "6: %s: second [name: line 6; elsewhere: q.go:3]"} {
		for _, end := range []string{
			"cookiedelete  +/*same*/", "cookieprefix  +/*same*/", "cookiehttponly  +/*other*/", "cookiesamesite  +y", "cookiescope", "cookiesecure",
		} {
			name, fix, _ := strings.Cut(end, " ")
			want = append(want, fmt.Sprintf(f, name)+fix)
		}
	}
	if strings.Join(have, "\n") != strings.Join(want, "\n") {
		t.Errorf("have\n%s\nwant\n%s", strings.Join(have, "\n"), strings.Join(want, "\n"))
	}
}

// An edit is one of a function.
type edit func(*ast.FuncDecl) analysis.TextEdit

// elsewhere stands for an edit in the other file.
func elsewhere(*ast.FuncDecl) analysis.TextEdit { return analysis.TextEdit{} }

// double returns a rule that reports every function, with fixes, whatever the
// options are: TestSet gives flags, and flags cannot be taken back.
func double(name string, fixes ...[]edit) *analysis.Analyzer {
	info := rule.Info{Name: name, Doc: "Package " + name + " reports functions.", Severity: evidence.Error, OnFrom4: 1, OnFrom5: 1}
	return rule.New(info, func(pass *rule.Pass, sites *evidence.Sites) error {
		other := pass.Files[1].Decls[0]
		for _, decl := range pass.Files[0].Decls {
			f := decl.(*ast.FuncDecl)
			s := sites.Violation(f, "double", "%s", f.Name.Name).Step(f.Name, "name").Step(other, "elsewhere")
			for i, list := range fixes {
				var edits []analysis.TextEdit
				for _, edit := range list {
					e := edit(f)
					if !e.Pos.IsValid() {
						e = analysis.TextEdit{Pos: other.Pos(), End: other.Pos(), NewText: []byte("/**/")}
					}
					edits = append(edits, e)
				}
				s.Fix(fmt.Sprint("Fix ", i), edits...)
			}
		}
		return nil
	})
}

// run returns what the analyzer reports in the package in dir: line, message
// and the edits of its fixes.
func run(t *testing.T, dir string, a *analysis.Analyzer) []string {
	t.Helper()
	pkgs, err := packages.Load(&packages.Config{Mode: packages.LoadSyntax | packages.NeedModule, Dir: dir, Env: append(os.Environ(), "GOWORK=off")}, ".")
	if err != nil {
		t.Fatal(err)
	}
	graph, err := checker.Analyze([]*analysis.Analyzer{a}, pkgs, nil)
	if err != nil {
		t.Fatal(err)
	}
	var list []string
	for _, root := range graph.Roots {
		if root.Err != nil {
			t.Fatal(root.Err)
		}
		for _, d := range root.Diagnostics {
			text := fmt.Sprintf("%d: %s", pkgs[0].Fset.Position(d.Pos).Line, d.Message)
			if len(d.Related) > 0 {
				t.Errorf("%s has related positions", text)
			}
			for _, f := range d.SuggestedFixes {
				for _, e := range f.TextEdits {
					text += " +" + string(e.NewText)
				}
			}
			list = append(list, text)
		}
	}
	return list
}

func write(t *testing.T, dir, name, text string) {
	t.Helper()
	if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o666); err != nil {
		t.Fatal(err)
	}
}

// TestStepsNone: a finding without related positions is its message.
func TestStepsNone(t *testing.T) {
	if have := steps(token.NewFileSet(), new(evidence.Site)); have != "" {
		t.Errorf("have %q", have)
	}
}

// TestBuildAnalyzers: golangci-lint gets valid analyzers, one of which changes
// its name with the configuration file.
func TestBuildAnalyzers(t *testing.T) {
	dir := t.TempDir()
	names := func() string {
		list, err := plugin{dir, analyzers.All()}.BuildAnalyzers()
		if err != nil {
			t.Fatal(err)
		}
		if err := analysis.Validate(list); err != nil {
			t.Error(err)
		}
		return strings.Join(ruleNames(list), " ")
	}
	write(t, dir, "go.mod", "module m\n")
	if have := names(); have != "sessionlint" {
		t.Errorf("the analyzers are %s", have)
	}
	write(t, dir, options.FileName, "level: 2\n")
	two := names()
	write(t, dir, options.FileName, "level: 3\n")
	if three := names(); two == three || two == "sessionlint" {
		t.Errorf("with a configuration file the analyzers are %s, with another one %s", two, three)
	}
}
