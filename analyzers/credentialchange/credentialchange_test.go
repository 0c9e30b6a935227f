package credentialchange_test

import (
	"testing"

	"github.com/sessionlint/sessionlint/analyzers/credentialchange"
	"github.com/sessionlint/sessionlint/internal/linttest"
)

func Test(t *testing.T) { linttest.Run(t, credentialchange.Analyzer) }
