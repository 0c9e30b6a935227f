package halfopen_test

import (
	"testing"

	"github.com/sessionlint/sessionlint/analyzers/halfopen"
	"github.com/sessionlint/sessionlint/internal/linttest"
)

func Test(t *testing.T) { linttest.Run(t, halfopen.Analyzer) }
