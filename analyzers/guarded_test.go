package analyzers_test

import (
	"testing"

	"golang.org/x/tools/go/analysis"

	"github.com/sessionlint/sessionlint/analyzers/accountdisable"
	"github.com/sessionlint/sessionlint/analyzers/authabort"
	"github.com/sessionlint/sessionlint/analyzers/halfopen"
	"github.com/sessionlint/sessionlint/analyzers/sessioncheck"
	"github.com/sessionlint/sessionlint/analyzers/sessionowner"
	"github.com/sessionlint/sessionlint/analyzers/sessionsave"
	"github.com/sessionlint/sessionlint/analyzers/sessionshared"
	"github.com/sessionlint/sessionlint/internal/linttest"
)

// TestGuarded runs the rules about guards and saves over one correct program
// per library, and over each of them with a line removed.
func TestGuarded(t *testing.T) {
	linttest.RunCuts(t, []*analysis.Analyzer{
		authabort.Analyzer, sessionsave.Analyzer, sessionshared.Analyzer, sessionowner.Analyzer, sessioncheck.Analyzer,
		halfopen.Analyzer, accountdisable.Analyzer,
	}, "src/guarded")
}
