package sensitiveaction_test

import (
	"testing"

	"github.com/sessionlint/sessionlint/analyzers/sensitiveaction"
	"github.com/sessionlint/sessionlint/internal/linttest"
)

func Test(t *testing.T) { linttest.Run(t, sensitiveaction.Analyzer) }
