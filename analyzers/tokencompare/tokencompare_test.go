package tokencompare_test

import (
	"testing"

	"github.com/sessionlint/sessionlint/analyzers/tokencompare"
	"github.com/sessionlint/sessionlint/internal/linttest"
)

func Test(t *testing.T) { linttest.Run(t, tokencompare.Analyzer) }
