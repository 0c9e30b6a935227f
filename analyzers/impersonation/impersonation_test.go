package impersonation_test

import (
	"testing"

	"github.com/sessionlint/sessionlint/analyzers/impersonation"
	"github.com/sessionlint/sessionlint/internal/linttest"
)

func Test(t *testing.T) { linttest.Run(t, impersonation.Analyzer) }
