package sessionsave_test

import (
	"testing"

	"github.com/sessionlint/sessionlint/analyzers/sessionsave"
	"github.com/sessionlint/sessionlint/internal/linttest"
)

func Test(t *testing.T) { linttest.Run(t, sessionsave.Analyzer) }
