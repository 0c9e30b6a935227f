package tokenatrest_test

import (
	"testing"

	"github.com/sessionlint/sessionlint/analyzers/tokenatrest"
	"github.com/sessionlint/sessionlint/internal/linttest"
)

func Test(t *testing.T) { linttest.Run(t, tokenatrest.Analyzer) }
