package tokenclaims_test

import (
	"testing"

	"github.com/sessionlint/sessionlint/analyzers/tokenclaims"
	"github.com/sessionlint/sessionlint/internal/linttest"
)

func Test(t *testing.T) { linttest.Run(t, tokenclaims.Analyzer) }
