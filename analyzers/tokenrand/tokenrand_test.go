package tokenrand_test

import (
	"testing"

	"github.com/sessionlint/sessionlint/analyzers/tokenrand"
	"github.com/sessionlint/sessionlint/internal/linttest"
)

func Test(t *testing.T) { linttest.Run(t, tokenrand.Analyzer) }
