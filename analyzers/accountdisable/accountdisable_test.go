package accountdisable_test

import (
	"testing"

	"github.com/sessionlint/sessionlint/analyzers/accountdisable"
	"github.com/sessionlint/sessionlint/internal/linttest"
)

func Test(t *testing.T) { linttest.Run(t, accountdisable.Analyzer) }
