package sessioncheck_test

import (
	"testing"

	"github.com/sessionlint/sessionlint/analyzers/sessioncheck"
	"github.com/sessionlint/sessionlint/internal/linttest"
)

func Test(t *testing.T) { linttest.Run(t, sessioncheck.Analyzer) }
