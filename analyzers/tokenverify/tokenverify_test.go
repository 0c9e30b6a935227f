package tokenverify_test

import (
	"testing"

	"github.com/sessionlint/sessionlint/analyzers/tokenverify"
	"github.com/sessionlint/sessionlint/internal/linttest"
)

func Test(t *testing.T) { linttest.Run(t, tokenverify.Analyzer) }
