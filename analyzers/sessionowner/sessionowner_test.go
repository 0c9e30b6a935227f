package sessionowner_test

import (
	"testing"

	"github.com/sessionlint/sessionlint/analyzers/sessionowner"
	"github.com/sessionlint/sessionlint/internal/linttest"
)

func Test(t *testing.T) { linttest.Run(t, sessionowner.Analyzer) }
