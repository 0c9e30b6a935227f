package golangci

import (
	"go/token"
	"os"
	"path/filepath"
	"slices"
	"testing"

	"golang.org/x/tools/go/analysis"

	"github.com/sessionlint/sessionlint/analyzers"
	"github.com/sessionlint/sessionlint/internal/options"
)

func TestSteps(t *testing.T) {
	fset := token.NewFileSet()
	here, there := lines(fset, "/x/here.go"), lines(fset, "/y/there.go")
	d := analysis.Diagnostic{Pos: here.LineStart(3)}
	if have := steps(fset, d); have != "" {
		t.Errorf("without related positions: %q", have)
	}
	d.Related = []analysis.RelatedInformation{
		{Pos: here.LineStart(5), Message: "identity stored here"},
		{Pos: there.LineStart(7), Message: "session loaded here"},
	}
	if have, want := steps(fset, d), " [identity stored here: line 5; session loaded here: there.go:7]"; have != want {
		t.Errorf("have %q, want %q", have, want)
	}
}

func TestApplicable(t *testing.T) {
	fset := token.NewFileSet()
	here, there := lines(fset, "here.go"), lines(fset, "there.go")
	first := analysis.SuggestedFix{Message: "first", TextEdits: []analysis.TextEdit{{Pos: here.Pos(1)}, {Pos: here.Pos(9)}}}
	second := analysis.SuggestedFix{Message: "second", TextEdits: []analysis.TextEdit{{Pos: here.Pos(1)}}}
	both := analysis.SuggestedFix{Message: "both", TextEdits: []analysis.TextEdit{{Pos: here.Pos(1)}, {Pos: there.Pos(1)}}}
	for _, test := range []struct {
		fixes []analysis.SuggestedFix
		want  int
	}{
		{nil, 0},
		{[]analysis.SuggestedFix{first, second}, 1},
		{[]analysis.SuggestedFix{both, second}, 0},
	} {
		have := applicable(fset, analysis.Diagnostic{Pos: here.Pos(2), SuggestedFixes: test.fixes})
		if len(have) != test.want || test.want == 1 && have[0].Message != "first" {
			t.Errorf("of %v remain %v, want %d", test.fixes, have, test.want)
		}
	}
}

// lines adds a file of ten lines of ten bytes.
func lines(fset *token.FileSet, name string) *token.File {
	f := fset.AddFile(name, -1, 100)
	f.SetLines([]int{0, 10, 20, 30, 40, 50, 60, 70, 80, 90})
	return f
}

// TestBuildAnalyzers: golangci-lint gets valid analyzers in the order of their
// names, and one more whose name changes with the configuration file.
func TestBuildAnalyzers(t *testing.T) {
	dir := t.TempDir()
	write := func(name, text string) {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	build := func() []string {
		list, err := plugin{dir, analyzers.All()}.BuildAnalyzers()
		if err != nil {
			t.Fatal(err)
		}
		if err := analysis.Validate(list); err != nil {
			t.Error(err)
		}
		return ruleNames(list)
	}
	write("go.mod", "module m\n")
	plain := build()
	if !slices.IsSorted(plain) || len(plain) != len(analyzers.All()) {
		t.Errorf("the analyzers are %v", plain)
	}
	write(options.FileName, "level: 2\n")
	two := build()
	if len(two) != len(plain)+1 || !slices.Equal(two[:len(plain)], plain) {
		t.Errorf("with a configuration file the analyzers are %v", two)
	}
	write(options.FileName, "level: 3\n")
	if three := build(); three[len(plain)] == two[len(plain)] {
		t.Errorf("%s does not depend on the content of the configuration file", three[len(plain)])
	}
}
