package sessionadopt_test

import (
	"testing"

	"github.com/sessionlint/sessionlint/analyzers/sessionadopt"
	"github.com/sessionlint/sessionlint/internal/linttest"
)

func Test(t *testing.T) { linttest.Run(t, sessionadopt.Analyzer) }
