package cookiesamesite_test

import (
	"testing"

	"github.com/sessionlint/sessionlint/analyzers/cookiesamesite"
	"github.com/sessionlint/sessionlint/internal/linttest"
)

func Test(t *testing.T) { linttest.Run(t, cookiesamesite.Analyzer) }
