package plaincookie_test

import (
	"testing"

	"github.com/sessionlint/sessionlint/analyzers/plaincookie"
	"github.com/sessionlint/sessionlint/internal/linttest"
)

func Test(t *testing.T) { linttest.Run(t, plaincookie.Analyzer) }
