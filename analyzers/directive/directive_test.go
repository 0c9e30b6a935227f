package directive_test

import (
	"testing"

	"github.com/sessionlint/sessionlint/analyzers/directive"
	"github.com/sessionlint/sessionlint/internal/linttest"
)

func Test(t *testing.T) { linttest.Run(t, directive.Analyzer) }
