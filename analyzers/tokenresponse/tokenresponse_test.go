package tokenresponse_test

import (
	"testing"

	"github.com/sessionlint/sessionlint/analyzers/tokenresponse"
	"github.com/sessionlint/sessionlint/internal/linttest"
)

func Test(t *testing.T) { linttest.Run(t, tokenresponse.Analyzer) }
