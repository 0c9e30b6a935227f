package analyzers_test

import (
	"testing"

	"github.com/sessionlint/sessionlint/analyzers"
	"github.com/sessionlint/sessionlint/internal/linttest"
)

// TestCookies runs all rules over one program per library.
func TestCookies(t *testing.T) { linttest.RunAll(t, analyzers.All(), "./src/cookies/...") }
