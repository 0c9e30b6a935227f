package cookiehttponly_test

import (
	"testing"

	"github.com/sessionlint/sessionlint/analyzers/cookiehttponly"
	"github.com/sessionlint/sessionlint/internal/linttest"
)

func Test(t *testing.T) { linttest.Run(t, cookiehttponly.Analyzer) }
