package reauthmaxage_test

import (
	"testing"

	"github.com/sessionlint/sessionlint/analyzers/reauthmaxage"
	"github.com/sessionlint/sessionlint/internal/linttest"
)

func Test(t *testing.T) { linttest.Run(t, reauthmaxage.Analyzer) }
