package tokenkey_test

import (
	"testing"

	"github.com/sessionlint/sessionlint/analyzers/tokenkey"
	"github.com/sessionlint/sessionlint/internal/linttest"
)

func Test(t *testing.T) { linttest.Run(t, tokenkey.Analyzer) }
