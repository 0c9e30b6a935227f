package sessiontimeout_test

import (
	"testing"

	"github.com/sessionlint/sessionlint/analyzers/sessiontimeout"
	"github.com/sessionlint/sessionlint/internal/linttest"
)

func Test(t *testing.T) { linttest.Run(t, sessiontimeout.Analyzer) }
