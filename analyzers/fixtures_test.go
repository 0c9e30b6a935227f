package analyzers_test

import (
	"testing"

	"golang.org/x/tools/go/analysis"

	"github.com/sessionlint/sessionlint/analyzers"
	"github.com/sessionlint/sessionlint/analyzers/refreshtoken"
	"github.com/sessionlint/sessionlint/analyzers/tokenclaims"
	"github.com/sessionlint/sessionlint/analyzers/tokenlifetime"
	"github.com/sessionlint/sessionlint/analyzers/tokenverify"
	"github.com/sessionlint/sessionlint/internal/linttest"
)

// TestCookies runs all rules over one program per library.
func TestCookies(t *testing.T) { linttest.RunAll(t, analyzers.All(), "./src/cookies/...") }

// TestTail runs all rules over the libraries of the long tail.
func TestTail(t *testing.T) {
	if testing.Short() {
		t.Skip("the long tail of libraries takes long to build")
	}
	linttest.RunTail(t, analyzers.All(), "./src/...")
}

// TestBearers runs the rules about self-contained tokens over one program per
// library.
func TestBearers(t *testing.T) {
	rules := []*analysis.Analyzer{tokenverify.Analyzer, tokenclaims.Analyzer, tokenlifetime.Analyzer, refreshtoken.Analyzer}
	linttest.RunAll(t, rules, "./src/bearers/...")
}

// TestWide runs all rules over session libraries that few programs use.
func TestWide(t *testing.T) {
	if testing.Short() {
		t.Skip("the whole ecosystem takes long to build")
	}
	linttest.RunWide(t, analyzers.All(), "./src/...")
}
