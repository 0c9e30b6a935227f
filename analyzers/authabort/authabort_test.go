package authabort_test

import (
	"testing"

	"github.com/sessionlint/sessionlint/analyzers/authabort"
	"github.com/sessionlint/sessionlint/internal/linttest"
)

func Test(t *testing.T) { linttest.Run(t, authabort.Analyzer) }
