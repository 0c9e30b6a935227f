package analyzers_test

import (
	"testing"

	"golang.org/x/tools/go/analysis"

	"github.com/sessionlint/sessionlint/analyzers/authabort"
	"github.com/sessionlint/sessionlint/analyzers/credentialchange"
	"github.com/sessionlint/sessionlint/analyzers/logoutinvalidation"
	"github.com/sessionlint/sessionlint/analyzers/sensitiveaction"
	"github.com/sessionlint/sessionlint/analyzers/sessionrotation"
	"github.com/sessionlint/sessionlint/analyzers/sessionsave"
	"github.com/sessionlint/sessionlint/internal/linttest"
)

// TestLife runs the rules about the life of a session over one correct program
// per library, and over each of them with a line removed.
func TestLife(t *testing.T) {
	linttest.RunCuts(t, life(), "src/life")
}

// TestWideLife does the same for the libraries of testdata/wide.
func TestWideLife(t *testing.T) {
	linttest.RunWideCuts(t, life(), "src/life")
}

func life() []*analysis.Analyzer {
	return []*analysis.Analyzer{
		sessionrotation.Analyzer, logoutinvalidation.Analyzer, credentialchange.Analyzer, sensitiveaction.Analyzer, sessionsave.Analyzer,
		authabort.Analyzer,
	}
}
