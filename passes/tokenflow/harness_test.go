package tokenflow

import (
	"testing"

	"golang.org/x/tools/go/analysis/checker"

	"github.com/sessionlint/sessionlint/internal/linttest"
)

// analyze runs the pass over a module made of the files and returns what it
// did, by import path.
func analyze(t testing.TB, files map[string]string) map[string]*checker.Action {
	t.Helper()
	return linttest.Analyze(t, Analyzer, files)
}

// flowsOf returns the flows of one of the packages.
func flowsOf(t testing.TB, files map[string]string, path string) *Flows {
	t.Helper()
	return analyze(t, files)["m.test/"+path].Result.(*Flows)
}
