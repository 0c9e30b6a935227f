package sessiondirective_test

import (
	"testing"

	"github.com/sessionlint/sessionlint/analyzers/sessiondirective"
	"github.com/sessionlint/sessionlint/internal/linttest"
)

func Test(t *testing.T) { linttest.Run(t, sessiondirective.Analyzer) }
