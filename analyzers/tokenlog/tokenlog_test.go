package tokenlog_test

import (
	"testing"

	"github.com/sessionlint/sessionlint/analyzers/tokenlog"
	"github.com/sessionlint/sessionlint/internal/linttest"
)

func Test(t *testing.T) { linttest.Run(t, tokenlog.Analyzer) }
