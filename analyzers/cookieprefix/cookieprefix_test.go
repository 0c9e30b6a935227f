package cookieprefix_test

import (
	"testing"

	"github.com/sessionlint/sessionlint/analyzers/cookieprefix"
	"github.com/sessionlint/sessionlint/internal/linttest"
)

func Test(t *testing.T) { linttest.Run(t, cookieprefix.Analyzer) }
