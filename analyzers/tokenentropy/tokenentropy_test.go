package tokenentropy_test

import (
	"testing"

	"github.com/sessionlint/sessionlint/analyzers/tokenentropy"
	"github.com/sessionlint/sessionlint/internal/linttest"
)

func Test(t *testing.T) { linttest.Run(t, tokenentropy.Analyzer) }
