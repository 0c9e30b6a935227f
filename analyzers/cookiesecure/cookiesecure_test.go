package cookiesecure_test

import (
	"testing"

	"github.com/sessionlint/sessionlint/analyzers/cookiesecure"
	"github.com/sessionlint/sessionlint/internal/linttest"
)

func Test(t *testing.T) { linttest.Run(t, cookiesecure.Analyzer) }
