package tokenurl_test

import (
	"testing"

	"github.com/sessionlint/sessionlint/analyzers/tokenurl"
	"github.com/sessionlint/sessionlint/internal/linttest"
)

func Test(t *testing.T) { linttest.Run(t, tokenurl.Analyzer) }
