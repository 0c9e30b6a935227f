package analyzers_test

import (
	"testing"

	"golang.org/x/tools/go/analysis"

	"github.com/sessionlint/sessionlint/analyzers/oauthpresence"
	"github.com/sessionlint/sessionlint/analyzers/oauthstate"
	"github.com/sessionlint/sessionlint/analyzers/reauthmaxage"
	"github.com/sessionlint/sessionlint/internal/linttest"
)

// TestLogins runs the rules about logins at a provider over one program per
// library.
func TestLogins(t *testing.T) {
	rules := []*analysis.Analyzer{oauthpresence.Analyzer, oauthstate.Analyzer, reauthmaxage.Analyzer}
	linttest.RunAll(t, rules, "./src/logins/...")
}
