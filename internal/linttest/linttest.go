// Package linttest runs rules over fixtures: programs that compile against the
// real libraries, in the module testdata of this repository.
//
// A fixture says on each line what is reported there:
//
//	http.SetCookie(w, c) // want cookiesecure:"over plain HTTP" cookiehttponly:"readable by scripts"
//	// want+1 cookiesecure:`the line below`
//
// Every other finding of the rules that run is a failure, and so is a want
// that nothing matches. Wants of rules that do not run are ignored.
//
// The folder src/<rule>/<case> holds sites.golden, all sites of its packages
// with their verdicts. Fixes are applied, must compile and must remove their
// finding; the result must be <file>.golden if there is one. Run the test
// with -update to write the golden files. A fixture folder may have a
// .sessionlint.yaml, which then holds.
package linttest

import (
	"flag"
	"os"
	"path/filepath"
	"testing"

	"golang.org/x/tools/go/analysis"

	"github.com/sessionlint/sessionlint/internal/own"
)

var update = flag.Bool("update", false, "rewrite the golden files of fixtures")

// Run checks one rule against the fixtures that match the patterns, relative
// to testdata; without patterns, ./src/<rule>/....
func Run(t *testing.T, a *analysis.Analyzer, patterns ...string) {
	t.Helper()
	if len(patterns) == 0 {
		patterns = []string{"./src/" + a.Name + "/..."}
	}
	RunAll(t, []*analysis.Analyzer{a}, patterns...)
}

// RunAll checks many rules against the same fixtures.
func RunAll(t *testing.T, analyzers []*analysis.Analyzer, patterns ...string) {
	t.Helper()
	runAll(t, testdata(t), analyzers, patterns)
}

// RunTail checks many rules against fixtures of the module testdata/tail: the
// libraries whose requirements do not fit with those of the others.
func RunTail(t *testing.T, analyzers []*analysis.Analyzer, patterns ...string) {
	t.Helper()
	runAll(t, filepath.Join(testdata(t), "tail"), analyzers, patterns)
}

// RunWide does the same in testdata/wide: libraries that few programs use.
func RunWide(t *testing.T, analyzers []*analysis.Analyzer, patterns ...string) {
	t.Helper()
	runAll(t, filepath.Join(testdata(t), "wide"), analyzers, patterns)
}

func runAll(t *testing.T, dir string, analyzers []*analysis.Analyzer, patterns []string) {
	t.Helper()
	f := fixture{dir: dir, analyzers: analyzers, patterns: patterns, update: *update}
	problems, err := f.check()
	if err != nil {
		t.Fatal(err)
	}
	for _, problem := range problems {
		t.Error(problem)
	}
}

// testdata returns the fixture module of the repository under test.
func testdata(t *testing.T) string {
	t.Helper()
	dir, err := os.Getwd()
	if err != nil {
		t.Fatal(err)
	}
	root, ok := own.ModuleRoot(dir)
	if !ok {
		t.Fatalf("no go.mod above %s", dir)
	}
	return filepath.Join(root, "testdata")
}
