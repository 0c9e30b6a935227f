package refreshtoken_test

import (
	"testing"

	"github.com/sessionlint/sessionlint/analyzers/refreshtoken"
	"github.com/sessionlint/sessionlint/internal/linttest"
)

func Test(t *testing.T) { linttest.Run(t, refreshtoken.Analyzer) }
